"""Times told from the story's day or from one another: yesterday, last week, two years ago, a day earlier."""

from datetime import date

from sayso.resolve.dates.calendar import Days, days_of, shifted, value_of
from sayso.resolve.dates.phrase import Anchor, Phrase, Reading
from sayso.resolve.dates.points import part_of
from sayso.resolve.dates.relation import last_days, moved, relation
from sayso.resolve.dates.amount import amount_of
from sayso.records.vocabulary import DatePrecision


def day(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "today", "yesterday", "tomorrow"."""
    step = int(phrase.one("today").value)
    return Reading("DATE", shifted(anchor.known, "D", step).isoformat(), part_of(phrase))


def reference(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "now", "recently", "the future": PRESENT_REF, PAST_REF, FUTURE_REF."""
    return Reading("DATE", phrase.value("now", "vague", "vague_noun") or "PAST_REF")


def current(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the current", "recent" before a noun that names no time."""
    return Reading("DATE", "PRESENT_REF" if phrase.has("current") else "PAST_REF")


def unit(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "last week", "this month", "the following year", "that day", "the same day"."""
    kind, code = relation(phrase), phrase.one("unit").value
    if code.startswith("T") or code in ("2W", "L"):
        return None
    points_back = kind in ("that", "same", "previous", "following")
    base = (last_days(anchor, code) if points_back else None) or anchor.known
    target = moved(base, code, kind)
    days = _past_unit(code, anchor) if kind == "past" else None
    if kind == "past" and code in ("E", "C"):
        return Reading("DURATION", "P10Y" if code == "E" else "P100Y", days=days)
    return Reading("DATE", value_of(target, code), part_of(phrase), days)


def _past_unit(code: str, anchor: Anchor) -> Days:
    precision = {"D": DatePrecision.DAY, "W": DatePrecision.WEEK, "M": DatePrecision.MONTH}
    return Days(shifted(anchor.known, code, -1), anchor.known, precision.get(code, DatePrecision.YEAR))


def bare_unit(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the quarter", "the year": the one that was spoken of last, else the story's own."""
    code = phrase.one("unit").value
    base = last_days(anchor, code) or anchor.known
    return Reading("DATE", value_of(base, code), part_of(phrase))


def weekend(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the weekend", "last weekend", "next weekend": the latest one begun, unless the clause looks ahead."""
    kind = relation(phrase)
    now = anchor.known
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 0, "following": 1}.get(kind)
    if step is None:
        step = 0 if now.isoweekday() >= 5 or anchor.direction > 0 or kind == "this" else -1
    elif kind in ("last", "past") and now.isoweekday() >= 6:
        step = -1
    return Reading("DATE", value_of(shifted(now, "W", step), "W") + "-WE", part_of(phrase))


def ago(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "two years ago", "a week from now": as exact as the unit counted in."""
    return _shift(phrase, anchor, anchor.known, -1 if phrase.has("ago") else 1)


def apart(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "a day earlier", "two years later": from the time read before, else from the story's day."""
    code = phrase.one("unit", "units").value
    base = last_days(anchor, code) or anchor.known
    return _shift(phrase, anchor, base, -1 if phrase.has("earlier") else 1)


def _shift(phrase: Phrase, anchor: Anchor, base: date, sign: int) -> Reading | None:
    amount = amount_of(phrase)
    word = phrase.one("unit", "units")
    if amount is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    code = word.value
    fine = _finer(code, amount)
    target = shifted(base, fine[0], sign * fine[1])
    if code == "Y" and amount == 1 and (quarter := _quarter_before(phrase, anchor)):
        return Reading("DATE", value_of(shifted(quarter, "Y", sign), "Q"))
    shown = {"E": "Y", "C": "Y", "L": "Y", "2W": "W"}.get(code, code)
    return Reading("DATE", value_of(target, "D" if shown.startswith("T") else shown))


def _finer(code: str, amount: float) -> tuple[str, int]:
    """The unit and whole number for "two and a half years": months where years do not go up."""
    if amount != int(amount) and code == "Y":
        return "M", round(amount * 12)
    return code, round(amount)


def _quarter_before(phrase: Phrase, anchor: Anchor) -> date | None:
    """The quarter last read, where it stands close before: business prose compares quarters."""
    for span, reading in reversed(anchor.before[-3:]):
        days = days_of(reading.value)
        if days and days.precision == DatePrecision.QUARTER and phrase.span.start - span.end < 400:
            return days.first
    return None
