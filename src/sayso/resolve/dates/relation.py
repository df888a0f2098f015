"""this, last, next, the same: how a phrase points from the story's day or from the time read before."""

import re
from datetime import date, timedelta

from sayso.records.base import Span
from sayso.records.vocabulary import DatePrecision
from sayso.resolve.dates.calendar import days_of, shifted
from sayso.resolve.dates.phrase import Anchor, Phrase

_KINDS = (
    "last",
    "next",
    "past",
    "coming",
    "previous",
    "following",
    "same",
    "current",
    "latest",
    "that",
    "this",
)
_STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


def relation(phrase: Phrase) -> str:
    """The class of the pointing word, the strongest first ("this past" is "past"); "the" or "" where none."""
    for kind in _KINDS:
        if phrase.has(kind):
            return {"current": "this", "next": "following" if phrase.has("the") else "next"}.get(kind, kind)
    return "the" if phrase.has("the") else ""


def moved(day: date, unit: str, kind: str) -> date:
    """A day of the unit before, after or around `day`, as `kind` says."""
    return shifted(day, unit, _STEP.get(kind, 0))


_LETTER = {
    DatePrecision.DAY: "D",
    DatePrecision.WEEK: "W",
    DatePrecision.MONTH: "M",
    DatePrecision.QUARTER: "Q",
    DatePrecision.YEAR: "Y",
    DatePrecision.DECADE: "E",
}
_LOOK_BACK = 40
_UNITS = "".join(_LETTER.values())


def last_days(anchor: Anchor, unit: str) -> date | None:
    """The first day of the latest time read that is at least as exact as `unit`; None where there is none.

    A day to come is passed over, unless the clause looks ahead.
    """
    exact = _UNITS[: _UNITS.index(unit) + 1] if unit in _UNITS else _UNITS
    for _, reading in reversed(anchor.before[-_LOOK_BACK:]):
        days = days_of(reading.value) if reading.base else None
        if days and anchor.day and days.first > anchor.day and anchor.direction <= 0:
            continue
        if reading.type in ("DATE", "TIME") and days is not None and _LETTER[days.precision] in exact:
            return anchor.built_on(days.first)
    return None


_ARTICLE = re.compile(r"(?:\b(?:the|an?|its|his|her|their|our)|['’]s)\s+$", re.IGNORECASE)
_CAPITAL = re.compile(r"\s+[A-Z]")
_NARRATED = 16
_NEAR = 500
_LONG_AGO = timedelta(days=730)
_A_YEAR = timedelta(days=300)


def told(phrase: Phrase, anchor: Anchor) -> date | None:
    """The day last read, where the text there tells of a time long before the story's: background or history.

    That is so where the day was read close before in the same paragraph and the clause looks back, or where most
    of what was read is long past and none of it counts from the story's day, as "Friday" does.
    """
    if anchor.day is None:
        return None
    read = []
    for span, reading in anchor.before[-_NARRATED:]:
        if (days := days_of(reading.value)) and reading.base and not _in_a_name(span, anchor.text):
            read.append((span, days.first))
    past = [(span, day) for span, day in read if anchor.day - day > _LONG_AGO]
    if not past:
        return None
    if _is_history(anchor, len(past), len(read)):
        last = read[-1][1]
        return anchor.built_on(last if anchor.day - last > _A_YEAR else past[-1][1])
    span, day = past[-1]
    between = anchor.text[span.end : phrase.span.start]
    near = len(between) < _NEAR and "\n\n" not in between
    return anchor.built_on(day) if near and read[-1] == past[-1] and anchor.direction < 0 else None


def _in_a_name(span: Span, text: str) -> bool:
    """Whether a year begins the name of a thing, and tells no time: "the 1965 Voting Rights Act"."""
    said = text[span.start : span.end]
    return said.isdigit() and bool(_ARTICLE.search(text[: span.start]) and _CAPITAL.match(text[span.end :]))


def _is_history(anchor: Anchor, past: int, read: int) -> bool:
    of_story = any(reading.of_story for _, reading in anchor.before[-_NARRATED:])
    return not of_story and past > max(3, 0.6 * read)


_JOINS = ("to", "-", "–", "through", "until", "till")


def range_start(phrase: Phrase, anchor: Anchor) -> date | None:
    """The day with which the range begins that the phrase ends: that of "Wednesday" in "Wednesday to Friday"."""
    if not anchor.before:
        return None
    span, reading = anchor.before[-1]
    between = anchor.text[span.end : phrase.span.start].strip().lower()
    days = days_of(reading.value)
    return anchor.built_on(days.first) if days and between in _JOINS else None
