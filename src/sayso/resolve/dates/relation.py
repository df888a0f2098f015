"""this, last, next, the same: how a phrase points from the story's day or from the time read before."""

from datetime import date

from sayso.resolve.dates.calendar import days_of, shifted
from sayso.resolve.dates.phrase import Anchor, Phrase

_KINDS = ("last", "next", "past", "coming", "previous", "following", "same", "current", "latest", "that", "this")
_STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


def relation(phrase: Phrase) -> str:
    """The class of the pointing word, the strongest first ("this past" is "past"); "the" or "" where none."""
    for kind in _KINDS:
        if phrase.has(kind):
            return "this" if kind in ("current",) else kind
    return "the" if phrase.has("the") else ""


def moved(day: date, unit: str, kind: str) -> date:
    """A day of the unit before, after or around `day`, as `kind` says."""
    return shifted(day, unit, _STEP.get(kind, 0))


def last_days(anchor: Anchor, unit: str) -> date | None:
    """The first day of the latest time read that is at least as exact as `unit`; None where there is none."""
    exact = {"D": "D", "W": "DW", "M": "DWM", "Q": "DWMQ", "Y": "DWMQY", "E": "DWMQYE"}.get(unit, "DWMQYE")
    for _, reading in reversed(anchor.before):
        days = days_of(reading.value) if reading.kin != "comparison" else None
        if reading.type in ("DATE", "TIME") and days is not None and days.precision.value[0].upper() in exact:
            return days.first
    return None
