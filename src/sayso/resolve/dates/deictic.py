"""Times told from the story's day or from one another: yesterday, last week, two years ago, a day earlier."""

from datetime import date

from sayso.records.vocabulary import DatePrecision
from sayso.resolve.dates.amount import amount_of
from sayso.resolve.dates.calendar import Days, days_of, shifted, value_of
from sayso.resolve.dates.phrase import ANY, ONE, Anchor, Phrase, Reading
from sayso.resolve.dates.points import month_day, part_of, year_of
from sayso.resolve.dates.relation import last_days, moved, relation, told


def day(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "today", "yesterday", "tomorrow"."""
    step = int(phrase.one("today").value)
    return Reading("DATE", shifted(anchor.known, "D", step).isoformat(), part_of(phrase), of_story=True)


def reference(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "now", "recently", "the future": PRESENT_REF, PAST_REF, FUTURE_REF."""
    return Reading("DATE", phrase.value("now", "vague", "vague_noun") or "PAST_REF")


def recent(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "recent years", "recent weeks and months": PAST_REF, since no length is told."""
    return Reading("DATE", "PAST_REF")


def unit(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "last week", "this month", "the following year", "that day", "the same day"."""
    kind, code = relation(phrase), phrase.one(*ONE).value
    if code.startswith("T") or code in ("2W", "L"):
        return None
    points_back = kind in ("that", "same", "previous", "following")
    base = (last_days(anchor, code) if points_back else None) or anchor.known
    target = moved(base, code, kind)
    days = _past_unit(code, anchor) if kind == "past" else None
    if kind == "past" and code in ("E", "C"):
        return Reading("DURATION", "P10Y" if code == "E" else "P100Y", days=days)
    own = kind in ("last", "next") and not phrase.has("the")
    return Reading("DATE", value_of(target, code), part_of(phrase), days, of_story=own)


def _past_unit(code: str, anchor: Anchor) -> Days:
    precision = {"D": DatePrecision.DAY, "W": DatePrecision.WEEK, "M": DatePrecision.MONTH}
    return Days(shifted(anchor.known, code, -1), anchor.known, precision.get(code, DatePrecision.YEAR))


def bare_unit(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the quarter", "the year": the one that was spoken of last, else the story's own."""
    code = phrase.one(*ONE).value
    if code == "Q":
        base = _quarter_at_hand(phrase, anchor) or shifted(anchor.known, "Q", -1)
    elif relation(phrase) == "the":
        base = (last_days(anchor, code) if code == "D" else told(phrase, anchor)) or anchor.known
    else:
        base = moved(anchor.known, code, relation(phrase))
    return Reading("DATE", value_of(base, code), part_of(phrase))


def weekend(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the weekend", "last weekend", "next weekend": the latest one begun, unless the clause looks ahead."""
    kind = relation(phrase)
    now = anchor.known
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 0, "following": 1}.get(kind)
    if step is None:
        look = anchor.direction
        step = 0 if now.isoweekday() >= 5 or look > 0 or (kind == "this" and look == 0) else -1
    elif kind in ("last", "past") and now.isoweekday() >= 6:
        step = -1
    return Reading("DATE", value_of(shifted(now, "W", step), "W") + "-WE", part_of(phrase))


def week_of(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the week of March 6": the ISO week of that day."""
    words = tuple(word for word in phrase.words if word.kind in ("month", "month_short", "day"))
    inner = month_day(Phrase(words), anchor)
    days = days_of(inner.value) if inner else None
    return Reading("DATE", value_of(days.first, phrase.one("unit").value)) if days else None


def reported(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the latest quarter", "the 1988 period": the quarter under report, of the year named."""
    quarter = _quarter_at_hand(phrase, anchor)
    named = year_of(phrase, anchor)
    ended = shifted(anchor.known, "Q", -1)
    if phrase.has("latest"):
        quarter = min(quarter or ended, ended)
    elif quarter is None and phrase.has("quarter"):
        quarter = ended
    if quarter is None:
        return Reading("DATE", f"{named:04d}") if named else None
    return Reading("DATE", value_of(shifted(quarter, "Y", (named or quarter.year) - quarter.year), "Q"))


def year_before(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the year-earlier period", "a year-ago": the quarter under report, or the story's year, a year before."""
    quarter = _quarter_at_hand(phrase, anchor)
    if quarter is None and phrase.has("quarter"):
        quarter = shifted(anchor.known, "Q", -1)
    base = shifted(quarter or anchor.known, "Y", -1)
    return Reading("DATE", value_of(base, "Q" if quarter else "Y"), base=False)


def year_end(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "year-end": the last day of the story's year."""
    return Reading("DATE", f"{anchor.known.year:04d}-12-31")


def ago(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "two years ago", "a week from now": as exact as the unit counted in."""
    return _shift(phrase, anchor, anchor.known, -1 if phrase.has("ago") else 1)


def apart(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "a day earlier", "two years later": from the time read before, else from the story's day."""
    code = phrase.one(*ANY).value
    base = last_days(anchor, code) or anchor.known
    return _shift(phrase, anchor, base, -1 if phrase.has("earlier") else 1)


def next_door(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the day before", "the day after": told from the day read before."""
    base = last_days(anchor, "D") or anchor.known
    return Reading("DATE", shifted(base, "D", int(phrase.one("day_apart").value)).isoformat())


def _shift(phrase: Phrase, anchor: Anchor, base: date, sign: int) -> Reading | None:
    amount = amount_of(phrase)
    code = phrase.one(*ANY).value
    if amount is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if code == "Y" and amount == 1 and sign < 0 and (quarter := _quarter_at_hand(phrase, anchor)):
        return Reading("DATE", value_of(shifted(quarter, "Y", sign), "Q"), base=False)
    unit, count = _finer(code, amount)
    shown = {"E": "Y", "C": "Y", "L": "Y", "2W": "W"}.get(code, code)
    value = value_of(shifted(base, unit, sign * count), "D" if shown.startswith("T") else shown)
    return Reading("DATE", value, base=not (code == "Y" and amount == 1))


def _finer(code: str, amount: float) -> tuple[str, int]:
    """The unit and whole number for "two and a half years": months where years do not go up."""
    if amount != int(amount) and code == "Y":
        return "M", round(amount * 12)
    return code, round(amount)


def _quarter_at_hand(phrase: Phrase, anchor: Anchor) -> date | None:
    """The quarter that business prose compares with: the one last named, not far before."""
    for span, reading in reversed(anchor.before):
        if phrase.span.start - span.end > REACH or reading.value in ("P9M", "P6M"):
            return None
        days = days_of(reading.value)
        if days and days.precision == DatePrecision.QUARTER and reading.base:
            return days.first
    return None


REACH = 2500
"""How many characters back a quarter is still the one under report."""
