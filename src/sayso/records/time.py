"""Timex and Figure: times and numbers that the text names, before an event takes them."""

from datetime import date

from sayso.records.base import Record, Span, Why
from sayso.records.vocabulary import DatePrecision


class Timex(Record, frozen=True, kw_only=True):
    """A time expression (TimeML TIMEX3): its span, type (DATE, TIME, DURATION, SET) and value.

    `start` and `end` are the first and last day it denotes, both None where it denotes none on the calendar.
    `historical` marks background, long before the story.
    """

    span: Span
    type: str
    value: str
    start: date | None
    end: date | None
    precision: DatePrecision | None
    historical: bool
    why: Why


class Figure(Record, frozen=True, kw_only=True):
    """A number of something: `span` covers number and modifier ("more than 10,000"), `noun` the counted words.

    `low` and `high` bound it, None where open; `best` is the reading to use.
    """

    span: Span
    noun: Span | None
    low: int | None
    best: int | None
    high: int | None
