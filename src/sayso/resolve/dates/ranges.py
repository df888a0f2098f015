"""Lists and ranges of days, months and years: "from 3 to 5 May", "April and June 1955", "2014-16".

TIMEX3 marks each end for itself. Each takes month and year from the other where its own words lack them, and the
two ends of a range both have the range's first and last day.
"""

from collections.abc import Iterable
from itertools import pairwise

from sayso.records.base import Span
from sayso.resolve.dates import points
from sayso.resolve.dates.calendar import Days
from sayso.resolve.dates.phrase import Anchor, Phrase, Reading
from sayso.resolve.scan import Word

_JOINTS = ("comma", "hyphen", "to", "and", "or")
_THROUGH = ("to", "-", "–", "—", "through", "until", "till", "up to")
_LENT = ("month", "month_short", "year", "short_year", "last", "this", "next", "unit")


def members(phrase: Phrase) -> tuple[Phrase, ...]:
    """The days, months or years of a list, each with the month and year that it shares with the others."""
    groups: list[list[Word]] = [[]]
    for number, word in enumerate(phrase.words):
        joint = word.kind in _JOINTS and bool(groups[-1])
        if joint and not _is_year_comma(phrase.words, number):
            groups.append([])
        elif not joint:
            groups[-1].append(word)
    lenders = [word for word in phrase.words if word.kind in _LENT]
    return tuple(_member(group, lenders, phrase.span) for group in groups if group)


def _is_year_comma(words: tuple[Word, ...], number: int) -> bool:
    return words[number].kind == "comma" and words[number + 1].kind in ("year", "short_year")


def _member(group: list[Word], lenders: list[Word], whole: Span) -> Phrase:
    have = {_general(word) for word in group}
    return Phrase(tuple(group), tuple(word for word in lenders if _general(word) not in have), whole)


def _general(word: Word) -> str:
    return "year" if word.kind == "unit" else word.kind.removesuffix("_short").removeprefix("short_")


def member(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """One day, month or year of a list."""
    if phrase.has("month", "month_short"):
        return (
            points.month_day(phrase, anchor) if phrase.has("day", "ordinal") else points.month(phrase, anchor)
        )
    short, long = phrase.get("number", "day"), phrase.get("year")
    if short and long:
        return Reading("DATE", f"{long.value[:2]}{int(short.number or 0):02d}")
    return points.year(phrase, anchor)


def whole(text: str, times: Iterable[tuple[Span, Days | None]]) -> list[Days | None]:
    """The days of each time, those of the whole range for its two ends."""
    given = list(times)
    days = [day for _, day in given]
    for number, ((first, begin), (last, end)) in enumerate(pairwise(given)):
        if begin and end and begin.first <= end.last and _is_range(text, first, last):
            both = Days(begin.first, end.last, max(begin.precision, end.precision, key=_COARSER.index))
            days[number] = days[number + 1] = both
    return days


_COARSER = ["day", "week", "month", "quarter", "year", "decade"]


def _is_range(text: str, first: Span, last: Span) -> bool:
    if last.start - first.end > 12:
        return False
    between = text[first.end : last.start].strip(" ,").lower()
    if between == "and":
        return text[max(0, first.start - 12) : first.start].rstrip().lower().endswith("between")
    return between in _THROUGH
