"""Copies: found by words, credit and quotations; directed by credit, time and containment."""

import pytest

from sayso.ledger.copies import Copy, Text, compare_texts
from sayso.ledger.shingles import Shingles, sentence_keys

STORY = " ".join(f"word{n}" for n in range(120))
LONGER = STORY + " " + " ".join(f"more{n}" for n in range(60))
PART = " ".join(f"word{n}" for n in range(30)) + " " + " ".join(f"own{n}" for n in range(60))
FLASH = "Chad expelled the ambassador of Niger on Monday."
OTHER = " ".join(f"other{n}" for n in range(120))
QUOTES = tuple(" ".join(f"q{n}w{at}" for at in range(7)) for n in range(3))


def text(
    report: int, words: str, day: int | None = 10, agency: str | None = None, quotes: tuple[str, ...] = ()
) -> Text:
    """A text of a publisher of its own."""
    return Text(report, f"p{report}", agency, day, Shingles(words), quotes)


@pytest.mark.parametrize(
    ("one", "other", "copy", "kind"),
    [
        pytest.param(text(1, STORY, 10), text(2, STORY, 11), 2, "copy", id="the later one copies"),
        pytest.param(text(1, STORY, 12), text(2, STORY, 11), 1, "copy", id="also if it was added first"),
        pytest.param(text(1, STORY, 10, "p2"), text(2, STORY, 11), 1, "copy", id="credit outranks time"),
        pytest.param(text(1, STORY), text(2, LONGER), 1, "copy", id="on one day the shorter copies"),
        pytest.param(text(1, STORY), text(2, STORY), 2, "copy", id="else the one added later"),
        pytest.param(text(1, FLASH), text(2, FLASH), 2, "copy", id="a flash, word for word"),
        pytest.param(text(1, STORY), text(2, PART, 11, "p1"), 2, "rewrite", id="a part, with credit"),
        pytest.param(
            text(1, STORY, 10, None, QUOTES), text(2, PART, 11, None, QUOTES), 2, "rewrite", id="quotations"
        ),
    ],
)
def test_copies(one: Text, other: Text, copy: int, kind: str) -> None:
    """Which of two texts is the copy, and of which kind, whichever comes first."""
    found = [compare_texts(one, other), compare_texts(other, one)]

    assert [(c.report, c.kind) for c in found if isinstance(c, Copy)] == [(copy, kind)] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(text(1, STORY), text(2, OTHER), id="other words"),
        pytest.param(text(1, STORY), text(2, PART), id="a part, without credit"),
        pytest.param(
            text(1, STORY, 10, None, QUOTES), text(2, OTHER, 11, None, QUOTES), id="one news conference"
        ),
        pytest.param(text(1, "three short words"), text(2, "three short words"), id="too short to tell"),
        pytest.param(text(1, FLASH), text(2, FLASH + " It gave no reason."), id="a flash and a little more"),
    ],
)
def test_no_copies(one: Text, other: Text) -> None:
    """Two texts."""
    assert compare_texts(one, other) is None


def test_near_duplicates_share_a_key() -> None:
    """A text and its copy with a word changed meet in a band; another text does not."""
    changed = STORY.replace("word60", "changed")

    assert set(Shingles(STORY).bands()) & set(Shingles(changed).bands())
    assert not set(Shingles(STORY).bands()) & set(Shingles(OTHER).bands())


def test_a_part_shares_a_sentence() -> None:
    """A text that took one sentence of another finds it by that sentence."""
    sentence = "the ferry left the harbour at nine in the evening with all its lights out"

    assert set(sentence_keys(f"Nothing here. {sentence}.")) & set(
        sentence_keys(f"More before it, {STORY}. {sentence}!")
    )
