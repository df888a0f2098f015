"""Scoring what police did: the file as published, and what counts as told. Every sentence is invented."""

from pathlib import Path

import pytest

from sayso.errors import InputRefused
from sayso.evaluate.police import PoliceTally, rates, read_police, told
from tests.conftest import coded


def test_lines_become_sentences(tmp_path: Path) -> None:
    """The first two columns are killing and arresting by police."""
    file = tmp_path / "dev.tsv"
    file.write_text("Police shot a thief dead.\t1\t0\t1\t0\t1\nIt rained.\t0\t0\t0\t0\t0\n", "utf-8")

    assert [sentence.told for sentence in read_police(file)] == [(True, False), (False, False)]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is named, with what to do."""
    with pytest.raises(InputRefused, match="name one of its files"):
        read_police(tmp_path)


def test_another_file_is_refused(tmp_path: Path) -> None:
    """A line of another form is named."""
    file = tmp_path / "dev.tsv"
    file.write_text("It rained.\t0\n", "utf-8")

    with pytest.raises(InputRefused, match="line 1"):
        read_police(file)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police killed two rioters in Surat.", (True, False)),
        ("Two rioters were killed in police firing in Surat.", (True, False)),
        ("Rioters killed two shopkeepers in Surat.", (False, False)),
        ("Police arrested four men in Surat.", (False, True)),
        ("Four men were arrested in Surat.", (False, True)),
        ("Police did not arrest the four men.", (False, False)),
        ("Police will arrest the four men on Friday.", (False, False)),
    ],
)
def test_what_a_sentence_tells(text: str, expected: tuple[bool, bool]) -> None:
    """Only what was done, and by police."""
    assert told(coded(text)) == expected


def test_rates() -> None:
    """Precision and recall count sentences."""
    scores = rates([PoliceTally((True, False), (True, True)), PoliceTally((True, True), (False, True))])

    assert (scores["kill precision"], scores["kill recall"], scores["arrest precision"]) == (1.0, 0.5, 0.5)
