"""Times that come again: "every Friday", "each year", "daily", "Tuesdays"."""

from sayso.resolve.dates.amount import amount_of, length
from sayso.resolve.dates.phrase import ANY, Anchor, Phrase, Reading


def every(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "every Friday", "each July", "every two weeks"."""
    word = phrase.get(*ANY)
    if word is not None:
        return Reading("SET", length(amount_of(phrase), word.value))
    return named(phrase, anchor)


def often(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "daily", "annually"."""
    return Reading("SET", phrase.one("often").value)


def named(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "Tuesdays", "Tuesday nights", "summers": XXXX-WXX-2, XXXX-WXX-2TNI, XXXX-SU."""
    part = phrase.value("dayparts", "daypart")
    suffix = f"T{part}" if part else ""
    if phrase.has("weekday", "weekdays"):
        return Reading("SET", f"XXXX-WXX-{phrase.value('weekday', 'weekdays')}{suffix}")
    if phrase.has("weekend", "weekends"):
        return Reading("SET", "XXXX-WXX-WE")
    if phrase.has("month"):
        return Reading("SET", f"XXXX-{phrase.value('month')}")
    if phrase.has("season", "seasons"):
        return Reading("SET", f"XXXX-{phrase.value('season', 'seasons')}")
    return Reading("SET", f"XXXX-XX-XX{suffix}")
