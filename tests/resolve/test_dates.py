"""Time expressions: found, read and put on the calendar."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.records.vocabulary import DatePrecision
from sayso.resolve.dates import find_timexes
from sayso.resolve.dates.calendar import days_of, easter, shift_months
from tests.conftest import cases, parsed

WORDS = (
    "the last next two 12 1999 years months ago May march Friday , - to and of 3rd quarter night 's"
    " 10:30 a.m. early since between 99/99/9999 0000 million second £ 31 February week \n\n"
)


@pytest.mark.parametrize("case", cases("resolve/dates.toml"))
def test_times(case: dict[str, Any]) -> None:
    """Words, type and value come out as the case has them."""
    report = parsed(case["text"], published=case.get("published", "2024-11-30") or None)

    found = [[timex.span.cut(case["text"]), timex.type, timex.value] for timex in find_timexes(report)]

    assert case["times"] == found


@pytest.mark.parametrize("case", cases("resolve/dates_days.toml"))
def test_days(case: dict[str, Any]) -> None:
    """First and last day, precision and background come out as the case has them."""
    found = [
        [t.span.cut(case["text"]), str(t.start), str(t.end), str(t.precision), t.historical]
        for t in find_timexes(parsed(case["text"]))
    ]

    assert case["days"] == found


def test_reason_names_rule_and_ground() -> None:
    """The reason says which rule read the time and what it was told from."""
    (timex,) = find_timexes(parsed("The council met on Friday."))

    assert timex.why.rule == "timex: weekday"
    assert "2024-11-30" in timex.why.detail
    assert "looks back" in timex.why.detail


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split(" ")),
        max_size=25,
    )
)
def test_any_words(words: list[str]) -> None:
    """No sequence of time words breaks the grammar; times lie in order, apart, and do not end before they begin."""
    text = "Zero. " + " ".join(words) + " x"
    try:
        report = parsed(text)
    except InputRefused:
        return

    found = find_timexes(report)

    assert sorted(found, key=lambda timex: timex.span) == list(found)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for timex in found:
        assert timex.start is None or (timex.end is not None and timex.start <= timex.end)
        assert timex.span.cut(report.report.text).strip()


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)))
def test_days_of_a_day(day: date) -> None:
    """A day's value denotes that day, and its week, month and year hold it."""
    week = day.isocalendar()
    whole = days_of(day.isoformat())
    held = [f"{week.year:04d}-W{week.week:02d}", f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}"[:3]]

    assert whole == (day, day, DatePrecision.DAY)
    for value in held:
        days = days_of(value)
        assert days is not None
        assert days.first <= day <= days.last


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(-500, 500))
def test_shifted_month(day: date, count: int) -> None:
    """A day moved by months lies in the month that many on, and on the same day where that month has it."""
    moved = shift_months(day, count)

    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == day.day or moved.day < day.day


@pytest.mark.parametrize(
    "value", ["P2W", "PAST_REF", "XXXX-WXX-5", "2024-02-31", "2024-W60", "", "BC0490", "0000"]
)
def test_values_on_no_calendar(value: str) -> None:
    """Durations, sets, references and impossible dates denote no days."""
    assert days_of(value) is None


def test_easter() -> None:
    """Easter Sunday falls where the calendar has it."""
    assert [easter(year) for year in (1961, 2000, 2024, 2025)] == [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
    ]
