"""Lengths of time: "two weeks", "the past five years", "a 30-day", "the first nine months"."""

from datetime import timedelta

from sayso.records.vocabulary import DatePrecision
from sayso.resolve.dates.calendar import Days, shifted
from sayso.resolve.dates.phrase import ANY, Anchor, Phrase, Reading

_PRECISION = {
    "D": DatePrecision.DAY,
    "W": DatePrecision.WEEK,
    "M": DatePrecision.MONTH,
    "Q": DatePrecision.QUARTER,
    "Y": DatePrecision.YEAR,
    "E": DatePrecision.DECADE,
    "C": DatePrecision.DECADE,
}


def amount_of(phrase: Phrase) -> float | None:
    """How many units a phrase counts; None for "several" and the like."""
    quant = phrase.get("quant")
    if quant is not None:
        return None if quant.value == "X" else float(quant.value)
    numbers = [word.number for word in phrase.words if word.kind in ("day", "year", "number")]
    extra = 0.5 if phrase.has("half") and phrase.has("and") else 0.0
    if numbers:
        return (numbers[0] or 0.0) + extra
    if phrase.has("a", "another"):
        return 0.5 if phrase.has("half") and not extra else 1.0 + extra
    if phrase.has("half"):
        return 0.5
    return None if phrase.has("units") else 1.0


def duration(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "two weeks", "18 months", "a 30-day", "several years": PnX, with X for an unknown number."""
    unit = phrase.get(*ANY) or phrase.one("ordinal")
    return Reading("DURATION", length(amount_of(phrase), unit.value if unit.kind != "ordinal" else "TS"))


def length(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of `amount` units: 2.5 Y is P2Y6M, None is PX."""
    lead, code = ("PT", unit[1:]) if unit.startswith("T") else ("P", unit)
    size, code = _AS_YEARS.get(code, (1, code)) if amount is not None or code == "2W" else (1, code)
    amount = None if amount is None else amount * size
    if amount is None:
        return f"{lead}X{code}"
    if amount == int(amount):
        return f"{lead}{int(amount)}{code}"
    smaller, size = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60), "D": ("H", 24)}.get(code, ("", 0))
    if not size or (code == "M" and lead == "P") or code == "D":
        return f"{lead}{amount:g}{code}"
    whole, rest = int(amount), round((amount - int(amount)) * size)
    return lead + (f"{whole}{code}" if whole else "") + f"{rest}{smaller}"


_AS_YEARS = {"E": (10, "Y"), "C": (100, "Y"), "2W": (2, "W")}


def stretch(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the past two months", "the next five years": a length of time that begins or ends on the story's day."""
    reading = duration(phrase, anchor)
    if reading is None or anchor.day is None:
        return reading
    return reading._replace(days=_days_back(phrase, anchor))


def _days_back(phrase: Phrase, anchor: Anchor) -> Days | None:
    amount, unit = amount_of(phrase), phrase.one(*ANY).value
    if amount is None or unit.startswith("T"):
        return None
    precision = _PRECISION.get(unit, DatePrecision.DECADE)
    now, count = anchor.known, round(amount)
    if phrase.has("last", "past", "previous", "latest"):
        return Days(shifted(now, unit, -count), now, precision)
    if phrase.has("next", "coming", "following", "ahead"):
        return Days(now, shifted(now, unit, count) - timedelta(days=0), precision)
    return None
