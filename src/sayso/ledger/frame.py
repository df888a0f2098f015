"""Frame: what of an event decides whether another report tells of the same one."""

import re
from datetime import date

import msgspec

from sayso.ledger.family import family
from sayso.records.actor import Actor, Place
from sayso.records.coded import CodedReport
from sayso.records.event import Event
from sayso.records.vocabulary import Certainty, DatePrecision, Polarity, Status, Time

EVENTS = 10_000
"""An event's number is its report's number times this, plus its place in the report.

Of a report's events the first half of that number is read."""
SPAN = 6
"""Days before publication in which an event without a date of its own is taken to lie."""
_WORD = re.compile(r"[^\W_]{3,}")


class Party(msgspec.Struct, frozen=True, array_like=True):
    """An actor or recipient, as far as linking looks at it."""

    key: str
    country: str | None
    code: str | None
    family: str
    kind: str = ""
    name: str = ""


class Site(msgspec.Struct, frozen=True, array_like=True):
    """A place, as far as linking looks at it."""

    geonames: int | None
    lat: float | None
    lon: float | None
    country: str | None
    precision: int


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """One event of one report. Days are ordinals (`date.toordinal`), both included; `dated`: by its own words.

    `denied`: it is only denied there, or said not to have happened. `words` are the stems of its sentence; `figures`
    the best readings by what they count, the first one first. Stored as an array: other fields are another schema
    (`migrate.py`).
    """

    event: int
    report: int
    type: str
    mode: str | None
    planned: bool
    negative: bool
    denied: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    first: int | None
    last: int | None
    dated: bool
    precision: str
    site: Site | None
    figures: dict[str, tuple[int, ...]]
    words: frozenset[str]
    published: int | None


def frames(record: CodedReport, number: int) -> list[tuple[Event, Frame]]:
    """The events of a record that make claims, each with its frame; hypothetical ones make none."""
    actors = {actor.id: actor for actor in record.actors}
    places = {place.id: place for place in record.places}
    made = []
    for index, event in enumerate(record.events[: EVENTS // 2]):
        if event.status != Status.HYPOTHETICAL and event.assessment.certainty != Certainty.HYPOTHETICAL:
            made.append((event, _frame(record, event, number * EVENTS + index, actors, places)))
    return made


def _frame(
    record: CodedReport, event: Event, number: int, actors: dict[str, Actor], places: dict[str, Place]
) -> Frame:
    first, last, dated, precision = _days(event, record.report.published)
    return Frame(
        event=number,
        report=number // EVENTS,
        type=event.type,
        mode=event.mode,
        planned=event.assessment.time == Time.FUTURE,
        negative=event.assessment.polarity == Polarity.NEGATIVE,
        denied=(bool(event.denied_by) and not event.say_so) or event.assessment.polarity == Polarity.NEGATIVE,
        actors=tuple(_party(actors[id]) for id in event.actors),
        recipients=tuple(_party(actors[id]) for id in event.recipients),
        first=first,
        last=last,
        dated=dated,
        precision=precision,
        site=_site(places[event.place]) if event.place else None,
        figures=_figures(event),
        words=stems(sentence(record, event)),
        published=record.report.published.toordinal() if record.report.published else None,
    )


def sentence(record: CodedReport, event: Event) -> str:
    """The sentence of the event's first mention; its trigger alone where the record has no text."""
    text = record.report.text
    mention = event.mentions[0]
    return mention.sentence.cut(text) if text else mention.trigger.text or ""


def stems(text: str) -> frozenset[str]:
    """The words of a text, in lower case and cut to six letters, so that "attacked" meets "attacks"."""
    return frozenset(word[:6] for word in _WORD.findall(text.casefold()))


def _days(event: Event, published: date | None) -> tuple[int | None, int | None, bool, str]:
    when = event.date
    if when is not None and when.span is not None:
        return when.start.toordinal(), when.end.toordinal(), True, when.precision
    if published is None:
        return None, None, False, DatePrecision.WEEK
    day = published.toordinal()
    return day - SPAN, day, False, DatePrecision.WEEK


def _figures(event: Event) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for count in event.counts:
        if count.best is not None:
            found[count.what] = (*found.get(count.what, ()), count.best)
    return found


def _party(actor: Actor) -> Party:
    return Party(actor.key, actor.country, actor.code, family(actor), actor.kind, actor.name)


def _site(place: Place) -> Site:
    return Site(place.geonames, place.lat, place.lon, place.country, place.precision or 6)
