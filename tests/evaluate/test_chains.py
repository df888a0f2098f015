"""The scorer of chains, on a gold made here."""

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.evaluate import chains
from tests.conftest import coded

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


def test_right_chains_count(tmp_path: Path) -> None:
    """Both statements are found and chained; a wrong stance costs the stance alone."""
    scores = chains.score(chains.read(written(tmp_path, GOLD % "denies")), coded)
    right = {
        name: count.right for name, count in scores.counts.items() if name in ("found", "chain", "stance")
    }
    assert right == {"found": 2, "chain": 2, "stance": 1}
    assert scores.extra == 0


def test_words_that_are_not_there(tmp_path: Path) -> None:
    """Gold words must stand in the text: the error names the report and the words."""
    gold = chains.read(written(tmp_path, GOLD.replace('source = "Belta"', 'source = "Tass"') % "asserts"))
    with pytest.raises(UsageError, match=r"one.*Tass"):
        chains.score(gold, coded)


def test_not_a_gold_file(tmp_path: Path) -> None:
    """A file in another form is refused with its name."""
    with pytest.raises(UsageError, match=r"gold\.toml"):
        chains.read(written(tmp_path, "[other]\n"))


@pytest.mark.parametrize("half", ["dev", "test"])
def test_the_gold_is_sound(half: str) -> None:
    """Every word of the gold stands in its text, and parents come before their children."""
    gold = chains.read(Path(__file__).parents[1] / "gold" / "chains" / f"{half}.toml")
    assert len(gold) == 85
    for report in gold:
        for number, statement in enumerate(report.statements):
            assert chains._gold_cover(report, statement, report.text)
            assert statement.parent is None or statement.parent < number
