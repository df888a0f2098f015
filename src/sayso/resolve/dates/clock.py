"""Times of day: "10 p.m. Wednesday", "Friday night", "this morning", "noon Thursday"."""

from datetime import date

from sayso.records.vocabulary import DatePrecision
from sayso.resolve.dates.calendar import Days, days_of, shifted
from sayso.resolve.dates.phrase import Anchor, Phrase, Reading
from sayso.resolve.dates.points import month_day, part_of, weekday
from sayso.resolve.dates.relation import last_days, relation


def clock(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "10:35 a.m.", "5 p.m. EST Nov. 9", "midnight Friday": on the day named, else the day last spoken of."""
    hour = _hour(phrase)
    if hour is None:
        return None
    on = _day(phrase, anchor)
    return Reading("TIME", f"{on or 'XXXX-XX-XX'}T{hour}", of_story=phrase.has("today", "weekday"))


def military(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "2100 GMT": four digits before a time zone."""
    digits = phrase.words[0].text
    if len(digits) != 4 or not digits.isdigit() or digits[:2] > "24" or digits[2:] > "59":
        return None
    return Reading("TIME", f"{_day(phrase, anchor) or 'XXXX-XX-XX'}T{digits[:2]}:{digits[2:]}")


def daypart(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "Friday night", "this morning", "the night of April 18": TMO, TAF, TEV, TNI."""
    kind, code = relation(phrase), phrase.one("daypart").value
    on = _day(phrase, anchor)
    if on is None:
        return None
    if phrase.has("mid"):
        code = {"MO": "MO", "AF": "AF"}.get(code, code)
    named = phrase.has("weekday", "month", "month_short", "today")
    if not named and kind in ("last", "previous"):
        on = shifted(date.fromisoformat(on), "D", -1).isoformat()
    if not named and kind in ("next", "following"):
        on = shifted(last_days(anchor, "D") or anchor.known, "D", 1).isoformat()
    return Reading("TIME", f"{on}T{code}", part_of(phrase), of_story=phrase.has("today", "weekday"))


def hours(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the early hours of Tuesday": the morning; "the late hours" the night."""
    on = _day(phrase, anchor)
    return Reading("TIME", f"{on}T{'NI' if phrase.has('end') else 'MO'}") if on else None


def night(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "tonight" of the story's day; "overnight" the night before it."""
    word = phrase.one("tonight", "overnight")
    now = anchor.known
    if word.kind == "tonight" or anchor.direction > 0:
        return Reading("TIME", f"{now.isoformat()}T{word.value}", part_of(phrase))
    eve = shifted(now, "D", -1)
    return Reading("TIME", f"{eve.isoformat()}T{word.value}", days=Days(eve, now, DatePrecision.DAY))


def _hour(phrase: Phrase) -> str | None:
    word = phrase.get("clock_word")
    if word is not None:
        return word.value
    half = phrase.value("ampm")
    if phrase.has("daypart"):
        half = "am" if phrase.value("daypart") == "MO" else "pm"
    word = phrase.get("clock")
    hours, minutes = (word.value.split(":")[:2]) if word else (phrase.one("day", "number").value, "00")
    number = int(float(hours))
    if number > 24 or int(minutes) > 59 or (half and number > 12):
        return None
    if half:
        number = number % 12 + (12 if half == "pm" else 0)
    return f"{number:02d}:{minutes}"


def _day(phrase: Phrase, anchor: Anchor) -> str | None:
    if phrase.has("month", "month_short"):
        after = [*phrase.words[1:], phrase.words[0]]
        words = (word for word, then in zip(phrase.words, after, strict=True) if then.kind != "ampm")
        reading = month_day(Phrase(tuple(words)), anchor)
    elif phrase.has("weekday"):
        reading = weekday(phrase, anchor)
    elif phrase.has("today"):
        return shifted(anchor.known, "D", int(phrase.one("today").value)).isoformat()
    elif relation(phrase) in ("this", "last", "next") and phrase.has("daypart"):
        return anchor.known.isoformat()
    else:
        on = last_days(anchor, "D") or anchor.day
        return on.isoformat() if on else None
    days = days_of(reading.value) if reading else None
    return days.first.isoformat() if days else None
