"""The cards beside the text, the table of events, and the lists of actors and places."""

from sayso.publish.dossier.context import Card, Cell, EventRow, Named, Rung, Telling
from sayso.publish.dossier.marks import paragraph_of
from sayso.publish.dossier.names import STANCE_SIGNS, STATUS_SIGNS, Names
from sayso.publish.figures import figure_words
from sayso.records.actor import Actor, Place
from sayso.records.base import Why
from sayso.records.event import Count, Event, EventMention
from sayso.records.statement import Link, Statement


def card(names: Names, number: int, statement: Statement) -> Card:
    """One statement's card."""
    told = [e.id for e in names.record.events if any(m.statement == statement.id for m in e.mentions)]
    given = [
        ("to", statement.addressee and statement.addressee.text),
        ("in", statement.venue and statement.venue.text),
    ]
    return Card(
        id=statement.id,
        number=number,
        hue=names.hue(statement),
        rungs=tuple(_rung(names, link) for link in statement.chain),
        source=(statement.source and statement.source.text) or "",
        source_class=statement.source.class_ if statement.source else statement.blanks.get("source", ""),
        stance=statement.stance,
        sign=STANCE_SIGNS[statement.stance],
        manner=statement.manner,
        content=statement.content.shown,
        facts=tuple((label, words) for label, words in given if words),
        events=" ".join(told),
        why=reason(statement.why),
    )


def _rung(names: Names, link: Link) -> Rung:
    statement = names.statements.get(link.statement or "")
    cue = (statement.cue and statement.cue.text) or "" if statement else ""
    literal = (statement.source and statement.source.text) or "" if statement else ""
    return Rung(role=link.role, names=names.actors(link.actors) or literal or "not named", cue=cue)


def event_row(names: Names, event: Event) -> EventRow:
    """One event's row."""
    record = names.record
    place = next((place for place in record.places if place.id == event.place), None)
    cues = [span.cut(record.report.text) for m in event.mentions for span in m.assessment.cues]
    other = event.alternative
    return EventRow(
        id=event.id,
        type=event.type,
        mode=event.mode or "",
        status=event.status,
        sign=STATUS_SIGNS[event.status],
        actors=Cell(text=names.actors(event.actors), blank=event.blanks.get("actors", "")),
        recipients=Cell(text=names.actors(event.recipients), blank=event.blanks.get("recipients", "")),
        date=Cell(text=date_words(event), blank=event.blanks.get("date", "")),
        place=Cell(text=place.name if place else "", blank=event.blanks.get("place", "")),
        counts="; ".join(count_words(count) for count in event.counts),
        items=", ".join(item.text or "" for item in event.items),
        contexts=", ".join(event.contexts),
        cameo=event.cameo or "",
        say_so=names.actors(event.say_so),
        denied_by=names.actors(event.denied_by),
        unconfirmed_by=names.actors(event.unconfirmed_by),
        cues=", ".join(f"“{cue}”" for cue in dict.fromkeys(cues)),
        confidence=f"{event.confidence:.2f}",
        alternative=f"{other.type} {other.confidence:.2f}" if other else "",
        tellings=tuple(_telling(names, mention) for mention in event.mentions),
        blanks=tuple(sorted(event.blanks.items())),
        why=reason(event.why),
    )


def _telling(names: Names, mention: EventMention) -> Telling:
    text = names.record.report.text
    told = mention.assessment
    said = f", {mention.stance}" if mention.stance else ""
    return Telling(
        before=text[mention.sentence.start : mention.trigger.start],
        trigger=text[mention.trigger.start : mention.trigger.end],
        after=text[mention.trigger.end : mention.sentence.end],
        assessment=f"{told.polarity}, {told.time}, {told.certainty}{said}",
        cues=", ".join(span.cut(text) for span in told.cues),
        paragraph=paragraph_of(names.record.report, mention.sentence.start),
    )


def date_words(event: Event) -> str:
    """An event's date as a person writes it, to its precision."""
    if event.date is None:
        return ""
    first, last = event.date.start.isoformat(), event.date.end.isoformat()
    match event.date.precision:
        case "year":
            return first[:4]
        case "month":
            return first[:7]
        case "decade":
            return f"{first[:3]}0s"
        case _:
            return first if first == last else f"{first} to {last}"


def count_words(count: Count) -> str:
    """A figure in words: "9 killed", "at least 10,000 troops", "24 to 30 injured"."""
    return figure_words(count.low, count.best, count.high, count.what.value)


def actor_row(actor: Actor) -> Named:
    """One actor of the list."""
    return Named(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        code=Cell(text=actor.code or "", blank=actor.blanks.get("code", "")),
        country=Cell(text=actor.country or "", blank=actor.blanks.get("country", "")),
        detail=Cell(text=actor.role or "", blank=actor.blanks.get("role", "")),
        mentions=len(actor.mentions),
        why=reason(actor.why),
    )


def place_row(place: Place) -> Named:
    """One place of the list."""
    at = "" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}"
    return Named(
        id=place.id,
        name=place.name,
        kind=f"precision {place.precision}" if place.precision else "",
        code=Cell(text=str(place.geonames or ""), blank=place.blanks.get("geonames", "")),
        country=Cell(text=place.country or "", blank=place.blanks.get("country", "")),
        detail=Cell(text=at, blank=place.blanks.get("lat", "")),
        mentions=len(place.mentions),
        why=reason(place.why),
    )


def reason(why: Why) -> str:
    """A decision's reason on one line."""
    score = "" if why.score is None else f" ({why.score:.2f})"
    return f"{why.rule}{score}: {why.detail}" if why.detail else f"{why.rule}{score}"
