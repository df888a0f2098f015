"""Figures of one event that add nothing to its others."""

from collections.abc import Sequence

from sayso.events.lexicon import word_classes
from sayso.records.event import Count


def thinned(counts: Sequence[Count]) -> tuple[Count, ...]:
    """The figures without those that another one of the same event makes needless.

    A vague one ("thousands of troops") beside an exact one that it allows ("10,000 troops"); and one that the text
    gives in its own voice beside the same in somebody's statement, or beside itself told before.
    """
    return tuple(
        one
        for n, one in enumerate(counts)
        if not any(_covers(other, one, earlier=m < n) for m, other in enumerate(counts) if m != n)
    )


def _covers(other: Count, one: Count, *, earlier: bool) -> bool:
    if other.what is not one.what:
        return False
    if _vague(one) and not _vague(other):
        return (other.low or 0) >= (one.low or 0)
    if (other.low, other.best, other.high) != (one.low, one.best, one.high):
        return False
    if one.statement is None:
        return other.statement is not None or earlier
    return other.statement == one.statement and earlier


def _vague(count: Count) -> bool:
    """Whether the words give no number: "dozens", "thousands of"."""
    words = (count.text or "").lower().split()
    no_digit = not any(c.isdigit() for word in words for c in word)
    return no_digit and not word_classes()["vague_number"].isdisjoint(words)
