"""The page for users says what the rules do."""

import re
from pathlib import Path

import pytest

from tests.assess.drafts import assess

_PAGE = (Path(__file__).parents[2] / "docs" / "assessment.md").read_text("utf-8")
_ROWS = [
    tuple(cell.strip() for cell in row.strip("|").split("|"))
    for row in re.findall(r"^\| (?!---).*$", _PAGE, re.M)
]
_WORDS = [row for row in _ROWS if len(row) == 4 and row[0] != "words"]
_STATUSES = [row for row in _ROWS if len(row) == 3 and row[0] != "status"]


@pytest.mark.parametrize("row", _WORDS, ids=lambda row: row[0])
def test_words(row: tuple[str, ...]) -> None:
    """The first wording of each row has the polarity, time and certainty that the page gives it."""
    text = _sentence(row[0])

    event, _ = assess(text, [_trigger(text)])

    found = event.assessment
    assert row[1:] == (found.polarity.value, found.time.value, found.certainty.value)


@pytest.mark.parametrize("row", _STATUSES, ids=lambda row: row[0])
def test_statuses(row: tuple[str, ...]) -> None:
    """The first example of each status has it."""
    text = _sentence(row[2])

    event, _ = assess(text, [_trigger(text)])

    assert row[0] == event.status.value


def test_the_page_has_its_tables() -> None:
    """Ten wordings and all eight statuses are checked."""
    assert (len(_WORDS), len(_STATUSES)) == (10, 8)


def _sentence(cell: str) -> str:
    first = cell.split(";")[0]
    return first if first.endswith(".") else f"{first}, the town will be closed."


def _trigger(text: str) -> str:
    found = re.search(r"attack\w*", text)
    assert found is not None
    return found[0]
