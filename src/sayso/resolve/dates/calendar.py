"""TIMEX3 values and the days they denote."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from sayso.records.vocabulary import DatePrecision

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEARS = range(1, 9999)


class Days(NamedTuple):
    """First and last day, both included, and the calendar unit they are known to."""

    first: date
    last: date
    precision: DatePrecision


def days_of(value: str) -> Days | None:
    """The days that a TIMEX3 value denotes; None for values that denote none (durations, sets, PAST_REF).

    Seasons are the meteorological ones of the northern hemisphere, winter that which begins in the year named.
    Weeks are those of ISO 8601, a weekend its Saturday and Sunday.

    >>> days_of("2024-Q1").last.isoformat()
    '2024-03-31'
    """
    match = _VALUE.match(value)
    if match is None:
        return None
    year, rest = match["year"], match["rest"].split("T")[0]
    try:
        return _within_year(int(year), rest) if len(year) == 4 else _decade(year)
    except ValueError:
        return None


_VALUE = re.compile(r"(?P<year>\d{2,4})(?P<rest>(?:-[0-9A-Z-]+)?(?:T.*)?)$")


def _within_year(year: int, rest: str) -> Days | None:
    if rest == "":
        return Days(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)
    if re.fullmatch(r"-\d\d-\d\d", rest):
        day = date(year, int(rest[1:3]), int(rest[4:]))
        return Days(day, day, DatePrecision.DAY)
    if re.fullmatch(r"-\d\d", rest):
        return _months(year, int(rest[1:]), 1, DatePrecision.MONTH)
    if re.fullmatch(r"-W\d\d(-WE)?", rest):
        monday = date.fromisocalendar(year, int(rest[2:4]), 1)
        first = monday + timedelta(days=5) if rest.endswith("WE") else monday
        return Days(first, monday + timedelta(days=6), DatePrecision.WEEK)
    if re.fullmatch(r"-Q[1-4]", rest):
        return _months(year, 3 * int(rest[2]) - 2, 3, DatePrecision.QUARTER)
    if re.fullmatch(r"-H[12]", rest):
        return _months(year, 6 * int(rest[2]) - 5, 6, DatePrecision.YEAR)
    if rest[1:] in _SEASONS:
        return _months(year, _SEASONS[rest[1:]], 3, DatePrecision.QUARTER)
    return None


def _decade(digits: str) -> Days | None:
    width = 10 ** (4 - len(digits))
    first = int(digits) * width
    if first < 1:
        return None
    return Days(date(first, 1, 1), date(first + width - 1, 12, 31), DatePrecision.DECADE)


def _months(year: int, month: int, count: int, precision: DatePrecision) -> Days:
    return Days(
        date(year, month, 1), shift_months(date(year, month, 1), count) - timedelta(days=1), precision
    )


def narrowed(days: Days, part: str) -> Days:
    """The first, middle or last third of `days` ("early", "mid", "late": START, MID, END); a single day as it is."""
    third = ((days.last - days.first).days + 1) // 3
    if third == 0 or part not in ("START", "MID", "END"):
        return days
    first = {"START": 0, "MID": third, "END": (days.last - days.first).days + 1 - third}[part]
    start = days.first + timedelta(days=first)
    end = days.last if part == "END" else start + timedelta(days=third - 1)
    return Days(start, end, days.precision)


def shift_months(day: date, count: int) -> date:
    """The same day `count` months on, or the month's last day where it has none of that number."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            if year not in _YEARS:
                raise
    raise ValueError(f"no day {day.day} in {year}-{month + 1}")


def value_of(day: date, unit: str) -> str:
    """The value of the `unit` (D, W, M, Q, Y, E, C) in which `day` lies."""
    if unit == "W":
        week = day.isocalendar()
        return f"{week.year:04d}-W{week.week:02d}"
    return {
        "D": day.isoformat(),
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "E": f"{day.year:04d}"[:3],
        "C": f"{day.year:04d}"[:2],
    }[unit]


def shifted(day: date, unit: str, count: int) -> date:
    """`day` moved by `count` units (D, W, M, Q, Y, E, C, L, TH, TM, TS).

    Raises OverflowError or ValueError where that is on no calendar.
    """
    if unit in ("D", "W", "2W"):
        return day + timedelta(days=count * {"D": 1, "W": 7, "2W": 14}[unit])
    if unit.startswith("T"):
        return day + timedelta(days=int(count / {"TH": 24, "TM": 1440, "TS": 86400}[unit]))
    return shift_months(day, count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}[unit])


def holiday(rule: str, year: int) -> date:
    """The day of a holiday in `year`, from its rule in `timex_holidays.tsv`."""
    if rule.startswith("easter:"):
        return easter(year) + timedelta(days=int(rule[7:]))
    month, *numbers = rule.replace("-", ":", 1).split(":") if rule[2] == "-" else rule.split(":")
    if rule[2] == "-":
        return date(year, int(month), int(numbers[0]))
    if numbers[0] == "election":
        return nth_weekday(year, int(month), 1, 1) + timedelta(days=1)
    day = nth_weekday(year, int(month), int(numbers[0]), int(numbers[1]))
    return day + timedelta(days=int(numbers[2]) if len(numbers) > 2 else 0)


def nth_weekday(year: int, month: int, n: int, weekday: int) -> date:
    """The `n`-th `weekday` (1 Monday .. 7 Sunday) of the month; -1 is the last."""
    if n < 0:
        last = _months(year, month, 1, DatePrecision.MONTH).last
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)
