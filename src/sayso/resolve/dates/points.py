"""Days, months, quarters, seasons, years, decades and centuries by name."""

from datetime import date, timedelta

from sayso.records.vocabulary import DatePrecision
from sayso.resolve.dates.calendar import Days, days_of, holiday
from sayso.resolve.dates.phrase import Anchor, Phrase, Reading, UnanchoredError
from sayso.resolve.dates.relation import last_days, moved, range_start, relation, told

_BACK, _AHEAD = ("last", "past", "previous"), ("next", "coming", "following")


def part_of(phrase: Phrase) -> str:
    """START, MID or END for "early", "the middle of", "late"; empty for the whole."""
    return phrase.value("start", "mid", "end", "start_noun", "mid_noun", "end_noun", "earlier", "later")


def year_of(phrase: Phrase, anchor: Anchor) -> int | None:
    """The year that a phrase names: "1998", "'98", "last year", "of that year"."""
    word = phrase.get("year", "short_year")
    if word is not None and word.kind == "year":
        return int(float(word.value))
    if word is not None:
        return _century_of(int(word.value), anchor.day)
    unit = phrase.get("unit")
    if unit is not None and unit.value == "Y" and not phrase.has("ago", "earlier"):
        kind = relation(phrase)
        base = last_days(anchor, "Y") if kind in ("that", "same", "the", "previous", "following") else None
        return moved(base or anchor.known, "Y", kind).year
    return None


def _century_of(two_digits: int, day: date | None) -> int:
    now = day.year if day else 2000
    year = now - now % 100 + two_digits
    return year if year <= now + 10 else year - 100


def month_day(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "Nov. 9", "9 November 1989", "Friday, the 3rd of May": a day of a month, in the nearest fitting year."""
    month = int(phrase.one("month", "month_short").value)
    number = phrase.one("day", "ordinal").number or 0
    year = year_of(phrase, anchor)
    try:
        if year is None:
            year = _year_for(lambda year: date(year, month, int(number)), phrase, anchor)
        return Reading("DATE", date(year, month, int(number)).isoformat())
    except UnanchoredError:
        return Reading("DATE", f"XXXX-{month:02d}-{int(number):02d}")
    except ValueError:
        return None


def numeric(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "2024-05-03", "03/05/2024": the month first where slashes divide, the day where it must be."""
    numbers = [int(word.number or 0) for word in phrase.words if word.number is not None]
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        month, day, year = numbers if numbers[0] <= 12 else (numbers[1], numbers[0], numbers[2])
        year = year if year > 99 else _century_of(year, anchor.day)
    try:
        return Reading("DATE", date(year, month, day).isoformat())
    except ValueError:
        return None


def month(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "June", "late June", "June 1998", "last June", "June last year"."""
    number = int(phrase.one("month", "month_short").value)
    try:
        year = year_of(phrase, anchor)
        if year is None:
            year = _year_for(lambda year: date(year, number, 1), phrase, anchor, unit="M")
    except UnanchoredError:
        return Reading("DATE", f"XXXX-{number:02d}", part_of(phrase))
    return Reading("DATE", f"{year:04d}-{number:02d}", part_of(phrase))


def weekday(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "Friday": the latest one up to the story's day, or the next where the clause looks ahead."""
    number = int(phrase.one("weekday").value)
    kind = relation(phrase)
    if anchor.day is None:
        return Reading("DATE", f"XXXX-WXX-{number}")
    if not kind and (first := range_start(phrase, anchor)):
        return Reading("DATE", (first + timedelta(days=(number - first.isoweekday()) % 7)).isoformat())
    base = (last_days(anchor, "D") if kind in ("previous", "following") else None) or anchor.known
    back = (base.isoweekday() - number) % 7
    if kind in _BACK:
        day = base - timedelta(days=back or 7)
    elif kind in _AHEAD or (anchor.direction > 0 and back) or (back == 6 and not kind and _is_fresh(anchor)):
        day = base + timedelta(days=7 - back)
    else:
        day = base - timedelta(days=back)
    return Reading("DATE", day.isoformat(), part_of(phrase), of_story=True)


def _is_fresh(anchor: Anchor) -> bool:
    """Whether tomorrow's weekday is tomorrow even where the clause looks back.

    A wire story of Monday evening tells of "Tuesday" in Asia, where it is Tuesday already. It is such a story
    where all the other weekdays it names lie at most two days back.
    """
    ago = {(anchor.known.isoweekday() - weekday) % 7 for weekday in anchor.weekdays} - {6}
    return bool(ago) and max(ago) <= 2


def year(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "1998", "early 1998", "fiscal 1998", "the year two thousand"."""
    spoken = phrase.get("number")
    named = int(spoken.number or 0) if spoken else year_of(phrase, anchor)
    return Reading("DATE", f"{named:04d}", part_of(phrase)) if named and 999 < named < 2200 else None


def before_christ(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "490 BC": BC0490, on no calendar day."""
    return Reading("DATE", f"BC{int(phrase.words[0].number or 0):04d}")


def decade(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the 1980s", "the late '80s": TIMEX3 writes the first digits, "198"."""
    word = phrase.one("decade")
    digits = word.value
    if len(digits) == 2:
        digits = str(_century_of(int(digits), anchor.day))
    if not digits.endswith("0") or len(digits) != 4:
        return None
    return Reading("DATE", digits[:2] if digits.endswith("00") else digits[:3], part_of(phrase))


def era(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the Cold War", "the end of World War II": the years as an ISO 8601 interval, or the one at its edge."""
    first, last = phrase.value("era").split("/")
    edge = {"START": first, "END": last}.get(part_of(phrase))
    if edge or first == last:
        return Reading("DATE", edge or first, base=False)
    days = Days(date(int(first), 1, 1), date(int(last), 12, 31), DatePrecision.DECADE)
    return Reading("DATE", f"{first}/{last}", days=days, base=False)


def century(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the 20th century": "19"."""
    return Reading("DATE", f"{int(phrase.one('ordinal').number or 1) - 1:02d}", part_of(phrase))


def quarter(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the third quarter (of 1998)": the latest one ended, unless the clause looks ahead."""
    number = int(phrase.one("ordinal").number or 0)
    if not 1 <= number <= 4:
        return None
    named = year_of(_without(phrase, "quarter"), anchor)
    if named is None:
        named = _quarter_year(number, anchor)
    if phrase.has("ago", "earlier"):
        named -= 1
    return Reading("DATE", f"{named:04d}-Q{number}", part_of(phrase))


def _without(phrase: Phrase, kind: str) -> Phrase:
    return Phrase(tuple(word for word in phrase.words if word.kind != kind))


def _quarter_year(number: int, anchor: Anchor) -> int:
    """This year where the quarter has begun, or where the clause looks ahead; else the year before."""
    now = anchor.known
    begun = 3 * number - 2 <= now.month
    return now.year if begun or anchor.direction > 0 else now.year - 1


def half(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "the first half of 1998", "the last half of the '80s"."""
    word = phrase.get("ordinal")
    number = 2 if word is None else int(word.number or 0)
    if number > 2:
        return None
    if phrase.has("decade"):
        inner = decade(phrase, anchor)
        return inner and inner._replace(part="START" if number == 1 else "END")
    named = year_of(phrase, anchor) or anchor.known.year
    return Reading("DATE", f"{named:04d}-H{number}")


def season(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "last fall", "the summer of 1994": winter is that which begins in the year named."""
    code = phrase.one("season").value
    named = year_of(phrase, anchor)
    if named is None:
        named = _season_year(code, phrase, anchor)
    return Reading("DATE", f"{named:04d}-{code}", part_of(phrase))


def _season_year(code: str, phrase: Phrase, anchor: Anchor) -> int:
    now, kind = anchor.known, relation(phrase)
    here = days_of(f"{now.year:04d}-{code}")
    if here is None:
        return now.year
    if kind in _BACK:
        return now.year if here.last < now else now.year - 1
    if kind in _AHEAD:
        return now.year if here.first > now else now.year + 1
    if kind in ("", "the") and (then := told(phrase, anchor)):
        return then.year
    if kind != "this" and here.first > now and anchor.direction <= 0:
        return now.year - 1
    return now.year


def feast(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """ "Christmas", "last Thanksgiving", "Election Day": a holiday with a rule of the civil calendar."""
    rule = phrase.one("holiday").value
    named = year_of(phrase, anchor)
    if named is None:
        named = _year_for(lambda year: holiday(rule, year), phrase, anchor)
    return Reading("DATE", holiday(rule, named).isoformat())


def _year_for(day_in, phrase: Phrase, anchor: Anchor, unit: str = "D") -> int:  # type: ignore[no-untyped-def]
    """The year that puts a yearly day or month where the words want it, seen from the story's day.

    "last" and "next" say it; else the tense; else the nearest.
    """
    now = anchor.known if unit == "D" else anchor.known.replace(day=1)
    kind = relation(phrase)
    here: date = day_in(now.year)
    if kind == "this":
        return now.year
    if kind in _BACK:
        return now.year if here < now else now.year - 1
    if kind in _AHEAD:
        return now.year if here > now else now.year + 1
    if not kind and (first := range_start(phrase, anchor)):
        return first.year if day_in(first.year) >= first.replace(day=1) else first.year + 1
    if not kind and (then := told(phrase, anchor)):
        return then.year
    look, ahead = anchor.direction, (here - now).days
    if look > 0:
        return now.year if ahead >= -31 else now.year + 1
    if look < 0:
        return now.year if ahead <= 10 else now.year - 1
    return min((now.year - 1, now.year, now.year + 1), key=lambda year: _distance((day_in(year) - now).days))


def _distance(days: int) -> float:
    """How far off a day is, one ahead half as far again: news looks back more than ahead."""
    return days * 1.5 if days > 0 else -days
