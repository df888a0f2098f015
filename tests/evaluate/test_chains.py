"""The scorer of chains, on a gold made here."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.evaluate import chains, chains_gold
from sayso.evaluate.chains_gold import Gold
from sayso.records.coded import CodedReport
from tests.conftest import coded

FOLDER = Path(__file__).parents[1] / "gold" / "chains"
GOLD = """
[[report]]
id = "one"
text = "Belta quoted a miner as saying that the pit was closed."
statements = [
  {source = "Belta", class = "media", cue = "quoted", content = "a miner as saying that the pit was closed", stance = "asserts", manner = "indirect"},
  {source = "a miner", class = "anonymous", cue = "as saying", content = "that the pit was closed", stance = "%s", manner = "indirect", parent = 0},
]
"""


def written(folder: Path, text: str) -> Path:
    """A gold file with this text."""
    path = folder / "gold.toml"
    path.write_text(text, "utf-8")
    return path


def given(gold: Sequence[Gold]) -> Iterator[tuple[Gold, CodedReport]]:
    """The invented reports, coded."""
    return ((one, coded(one.text)) for one in gold if isinstance(one, chains_gold.Invented))


def test_right_chains_count(tmp_path: Path) -> None:
    """Both statements are found and chained; a wrong stance costs the stance alone."""
    scores = chains.score(given(chains_gold.read(written(tmp_path, GOLD % "denies"))))
    right = {
        name: count.right for name, count in scores.counts.items() if name in ("found", "chain", "stance")
    }
    assert right == {"found": 2, "chain": 2, "stance": 1}
    assert (scores.counts["stance"].precision, scores.counts["stance"].recall) == (0.5, 0.5)
    assert scores.extra == 0


def test_words_that_are_not_there(tmp_path: Path) -> None:
    """Gold words must stand in the text: the error names the report and the words."""
    gold = chains_gold.read(
        written(tmp_path, GOLD.replace('source = "Belta"', 'source = "Tass"') % "asserts")
    )
    with pytest.raises(UsageError, match=r"one.*Tass"):
        chains.score(given(gold))


def test_not_a_gold_file(tmp_path: Path) -> None:
    """A file in another form is refused with its name."""
    with pytest.raises(UsageError, match=r"gold\.toml"):
        chains_gold.read(written(tmp_path, "[other]\n"))


@pytest.mark.parametrize(
    ("half", "size"),
    [
        ("dev", 163),
        ("test", 85),
        ("test2", 90),
        ("test3", 177),
        ("test4", 181),
        ("test5", 184),
        ("test6", 148),
    ],
)
def test_the_gold_is_sound(half: str, size: int) -> None:
    """Every word of the gold stands in its text, and parents come before their children."""
    gold = chains_gold.read(FOLDER / f"{half}.toml")
    assert len(gold) == size
    for report in gold:
        assert isinstance(report, chains_gold.Invented)
        for number, statement in enumerate(report.statements):
            assert chains.roles(report, number, report.text)
            assert statement.parent is None or statement.parent < number


@pytest.mark.parametrize("path", sorted(FOLDER.glob("standoff_*.json")), ids=lambda path: path.stem)
def test_stand_off_gold_is_skipped_without_its_corpus(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the corpus nothing of it can be scored, and a reason is told for each report."""
    monkeypatch.delenv("SAYSO_DATA", raising=False)
    told: list[tuple[str, str]] = []
    gold = chains_gold.read(path)
    assert list(chains_gold.usable(gold, lambda *one: told.append(one))) == []
    assert [name for name, _ in told] == [one.id for one in gold]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("standoff_*.json")), ids=lambda path: path.stem)
def test_stand_off_gold_fits_its_texts(path: Path) -> None:
    """Every report of the stand-off gold is in the corpus with the text that the offsets were made for."""
    if "SAYSO_DATA" not in os.environ:
        pytest.skip("SAYSO_DATA names no folder of corpora")
    gold = chains_gold.read(path)
    usable = list(chains_gold.usable(gold, lambda *why: pytest.fail(str(why))))
    assert len(usable) == len(gold)
    for one, article in usable:
        assert not isinstance(article, str)
        for number in range(len(one.statements)):
            for spans in chains.roles(one, number, article.report.text).values():
                assert all(0 <= start < end <= len(article.report.text) for start, end in spans)


def test_labels_of_those_found(tmp_path: Path) -> None:
    """A statement that is missed costs a label its share of the gold, not its share of those found."""
    text = "The mayor said the dam had burst."
    gold = f'''[[report]]
id = "one"
text = "{text}"
statements = [
 {{source="The mayor", class="person", cue="said", content="the dam had burst", stance="asserts", manner="indirect"}},
 {{class="anonymous", cue="burst", content="dam", stance="asserts", manner="indirect", parent=0}}]
'''
    counts = chains.score(given(chains_gold.read(written(tmp_path, gold)))).counts
    assert (counts["found"].recall, counts["class"].recall, counts["class"].precision) == (0.5, 0.5, 1.0)
