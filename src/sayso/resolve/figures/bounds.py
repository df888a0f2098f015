"""How the words of a figure become its lower bound, best reading and upper bound."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from sayso.resolve.scan import Word

_MOST = 10**15


class Shape(IntEnum):
    """How a figure is said: "rose from 5 to 12", "5 to 12", "dozens", "12"."""

    CHANGE = 0
    RANGE = 1
    VAGUE = 2
    PLAIN = 3


class Bounds(NamedTuple):
    """Lower bound, best reading and upper bound."""

    low: int | None
    best: int
    high: int | None


def bounds_of(shape: Shape, words: tuple[Word, ...]) -> Bounds | None:
    """The bounds that the words of a figure set; None where they give no whole number or no range."""
    kinds = {word.kind for word in words}
    if shape is Shape.RANGE:
        return _range(words)
    if shape is Shape.VAGUE:
        value = int(next(word.value for word in words if word.kind == "plural"))
        return Bounds(value, value, None)
    value_found = _amount(words)
    if value_found is None or value_found != int(value_found) or not 0 < value_found < _MOST:
        return None
    value = int(value_found)
    if kinds & {"at_least", "or_more", "few"}:
        return Bounds(value, value, None)
    if kinds & {"at_most", "or_fewer"}:
        return Bounds(None, value, value)
    if kinds & {"about", "or_so"}:
        return Bounds(None, value, None)
    return Bounds(value, value, value)


def _range(words: tuple[Word, ...]) -> Bounds | None:
    """Both ends; "20 to 30 million" counts millions at both; None where the first is not the lower."""
    middle = next(i for i, word in enumerate(words) if i and word.kind in ("and", "or", "to", "hyphen"))
    first, last = _amount(words[:middle]), _amount(words[middle + 1 :])
    if first is None or last is None:
        return None
    for scale in (10**9, 10**6, 1000):
        if first < 1000 <= scale <= last and " " in words[-1].text:
            first *= scale
            break
    if not 0 < first < last < _MOST or first != int(first) or last != int(last):
        return None
    return Bounds(int(first), int((first + last) // 2), int(last))


def _amount(words: Iterable[Word]) -> float | None:
    """The number that the words give: digits, number words, "two dozen", "half a dozen", "several hundred"."""
    times = 1.0
    value: float | None = None
    for word in words:
        if word.kind == "few":
            times = float(word.value)
        elif word.kind == "half_a":
            times = 0.5
        elif word.kind in ("day", "year", "number"):
            value = word.number or 0.0
        elif word.kind == "multiple":
            value = (value or 1.0) * float(word.value)
    return times * value if value is not None else (times if times > 1 else None)
