"""Dates as rows, pages and datelines write them -> a date, or the reason why not."""

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.records.base import Record


class TimeName(Record, frozen=True, kw_only=True):
    """A row of timex_names.tsv: the months are those of kind month and month_short, their values "01" to "12"."""

    word: str
    kind: str
    value: str = ""
    capital: bool = False


class DateFound(NamedTuple):
    """A date, or None and why. `impossible` marks a date that no calendar has (31 February)."""

    date: date | None
    why: str
    impossible: bool = False


@cache
def months() -> dict[str, int]:
    """Names and short forms of the months, in lower case -> 1..12."""
    rows = table("timex_names.tsv", TimeName)
    return {row.word: int(row.value) for row in rows if row.kind in ("month", "month_short")}


_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T\s])")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:$|T?\d{4}(?:\d{2})?Z?$)")
_SINCE_1970 = re.compile(r"(1\d{9})(?:\d{3})?(?:\.\d+)?$")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})(?:$|\s)")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:$|[,\s])")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})\b")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE
)


_FIRST_NEWSPAPER = 1605
"""Earlier days are what programs write where they have none ("0001-01-01")."""


def read_date(written: str) -> DateFound:
    """The date in a cell or field, whatever time of day follows it. Never guesses the order of day and month.

    >>> read_date("November 30, 2024").date
    datetime.date(2024, 11, 30)
    >>> read_date("03/04/2024")
    DateFound(date=None, why="'03/04/2024' may be 3 April or 4 March: write 2024-04-03 or 2024-03-04", \
impossible=False)
    """
    given = written.strip()[:80]
    if not given:
        return DateFound(None, "the date is empty")
    for pattern in (_ISO, _COMPACT, _YEAR_FIRST):
        if found := pattern.match(given):
            return _made(given, *map(int, found.groups()))
    if found := _SINCE_1970.match(given):
        day = datetime.fromtimestamp(int(found[1]), UTC).date()
        return DateFound(day, f"read from {given!r}, seconds since 1970 (UTC)")
    if found := _NUMBERS.match(given):
        return _in_numbers(given, *map(int, found.groups()))
    plain = given[weekday.end() :] if (weekday := _WEEKDAY.match(given)) else given
    if (found := _DAY_FIRST.match(plain)) and (month := months().get(found[2].casefold())):
        return _made(given, int(found[3]), month, int(found[1]))
    if (found := _MONTH_FIRST.match(plain)) and (month := months().get(found[1].casefold())):
        return _made(given, int(found[3]), month, int(found[2]))
    return DateFound(None, f"{given!r} is in no form known here: write it as YYYY-MM-DD")


def _in_numbers(given: str, one: int, two: int, year: int) -> DateFound:
    if one > 12 or one == two:
        return _made(given, year, two, one)
    if two > 12:
        return _made(given, year, one, two)
    names = {number: name.capitalize() for name, number in reversed(months().items())}
    return DateFound(
        None,
        f"{given!r} may be {one} {names[two]} or {two} {names[one]}: "
        f"write {year}-{two:02}-{one:02} or {year}-{one:02}-{two:02}",
    )


def _made(given: str, year: int, month: int, day: int) -> DateFound:
    if year < _FIRST_NEWSPAPER:
        return DateFound(None, f"{given!r} stands for no date: there was no newspaper in the year {year}")
    try:
        return DateFound(date(year, month, day), f"read from {given!r}")
    except ValueError as error:
        return DateFound(None, f"{given!r} is a date that cannot be: {error}", impossible=True)
