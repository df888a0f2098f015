"""From the tellings of one event to its draft: the fullest telling leads, the others fill its blanks."""

from typing import TYPE_CHECKING

from sayso.events.cameo import cameo
from sayso.events.confidence import confidence, rival_confidence
from sayso.events.contexts import contexts
from sayso.events.lexicon import types, word_classes
from sayso.events.modes import score
from sayso.events.retelling import is_claim, promises_support
from sayso.events.telling import Telling
from sayso.events.thin import thinned
from sayso.records.base import Span, Why, cut
from sayso.records.event import Alternative, Count, DraftMention, EventDate, EventDraft, Item
from sayso.records.stages import Resolved
from sayso.records.vocabulary import Context, EventType, Mode

if TYPE_CHECKING:
    from spacy.tokens import Token

VERSION = "1"


def draft(id: str, tellings: list[Telling], resolved: Resolved, text: str) -> EventDraft:
    """One event's draft."""
    lead = max(tellings, key=_fullness)
    kind = lead.found.type
    mode = next((t.found.mode for t in (lead, *tellings) if t.found.mode and t.found.type is kind), None)
    actors, recipients = _parties(lead, tellings)
    about = contexts(
        [c for t in (lead, *tellings) for c in t.found.trigger.reading.row.context],
        mode,
        list({t.sentence.start: t.sentence for t in tellings}.values()),
    )
    date = _date(lead, tellings)
    place = lead.place or next((t.place for t in tellings if t.place), None)
    sure = max(confidence(t.found) for t in tellings)
    other = _alternative(lead, sure)
    return EventDraft(
        id=id,
        type=kind,
        mode=Mode(mode) if mode is not None else None,
        contexts=tuple(Context(context) for context in about),
        quad=types()[kind].quad,
        cameo=cameo(kind, mode, about),
        plover_score=score(kind, mode),
        actors=actors,
        recipients=recipients,
        date=date,
        place=place,
        counts=_counts(tellings),
        items=_items(tellings),
        mentions=tuple(_mention(t, resolved, text) for t in tellings),
        confidence=sure,
        alternative=other,
        why=_why(lead, tellings),
        blanks=_blanks(lead, mode, actors, recipients, date, place, other),
    )


def _fullness(telling: Telling) -> tuple[int, ...]:
    roles = telling.found.roles
    return (
        not telling.denied,
        not is_claim(telling),
        telling.found.type is not EventType.MOBILIZE,
        not promises_support(telling),
        bool(roles.actor.ids),
        bool(roles.recipient.ids) and roles.recipient.slot != "place",
        bool(roles.recipient.ids),
        bool(telling.found.mode),
        telling.date is not None and telling.date.span is not None,
        -telling.number,
    )


def _parties(lead: Telling, tellings: list[Telling]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The leading telling's actors and recipients; what it leaves blank is filled from the others."""
    actors = lead.found.roles.actor.ids
    recipients = lead.found.roles.recipient.ids
    for telling in tellings:
        roles = telling.found.roles
        if not actors:
            actors = tuple(i for i in roles.actor.ids if i not in recipients)
        if not recipients and not lead.found.roles.reciprocal:
            recipients = tuple(i for i in roles.recipient.ids if i not in actors)
        if lead.found.roles.reciprocal and len(roles.actor.ids) > len(actors) and roles.reciprocal:
            actors = roles.actor.ids
    return actors, recipients


def _date(lead: Telling, tellings: list[Telling]) -> EventDate | None:
    dated = [t.date for t in (lead, *tellings) if t.date is not None]
    said = [date for date in dated if date.span is not None]
    return min(said, key=lambda d: d.end - d.start) if said else next(iter(dated), None)


def _counts(tellings: list[Telling]) -> tuple[Count, ...]:
    found = {(c.what, c.spans): c for t in tellings for c in t.counts}
    return thinned(sorted(found.values(), key=lambda c: (c.spans, c.what)))


def _items(tellings: list[Telling]) -> tuple[Item, ...]:
    """Each thing once, by its fullest words: "conventional weapons", not "weapons" again."""
    found: dict[str, Item] = {}
    every = {item.spans: item for telling in tellings for item in telling.items}
    for item in sorted(every.values(), key=lambda one: (-len(one.text or ""), one.spans)):
        words = f" {item.text}".lower()
        if not any(fuller.endswith(words) for fuller in found):
            found[words] = item
    return tuple(sorted(found.values(), key=lambda item: item.spans))


def _mention(telling: Telling, resolved: Resolved, text: str) -> DraftMention:
    sentence = telling.sentence
    words = [t for t in sentence if not t.is_space]
    trigger = telling.found.token
    statement = resolved.statement_at(Span(trigger.idx, trigger.idx + len(trigger)))
    return DraftMention(
        sentence=Span(words[0].idx, words[-1].idx + len(words[-1])),
        trigger=cut(text, *_trigger_spans(telling)),
        statement=statement.id if statement else None,
    )


def _trigger_spans(telling: Telling) -> list[Span]:
    """The trigger's head and the words that its reading took ("took ... streets"), neighbours joined."""
    words = {telling.found.token.i: telling.found.token}
    for word in telling.found.trigger.taken:
        if _belongs(telling.found.token, word):
            words[word.i] = word
    spans: list[Span] = []
    last = -2
    for i in sorted(words):
        span = Span(words[i].idx, words[i].idx + len(words[i]))
        if i == last + 1:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
        last = i
    return spans


def _belongs(head: "Token", word: "Token") -> bool:
    """Whether a word is part of the trigger: a particle, or the noun of a set phrase; not someone who acts."""
    classes = word_classes()
    if any(word.lemma_.lower() in classes[name] for name in ("person", "quantity")):
        return False
    return (
        word.head.i in (head.i, head.head.i)
        and word.dep_ in ("prt", "advmod", "dobj", "oprd")
        and not word.ent_type_
    )


def _alternative(lead: Telling, sure: float) -> Alternative | None:
    rival = lead.found.rival
    if rival is None or rival is lead.found.type:
        return None
    return Alternative(type=rival, confidence=rival_confidence(lead.found, sure))


def _why(lead: Telling, tellings: list[Telling]) -> Why:
    told = f"; told {len(tellings)} times" if len(tellings) > 1 else ""
    place = f"; {lead.place_why}" if lead.place_why else ""
    slot = f"; actor by {lead.found.roles.actor.slot!r}" if lead.found.roles.actor.slot else ""
    return Why(
        stage="events",
        rule=lead.found.rule,
        version=VERSION,
        score=confidence(lead.found),
        detail=f"{lead.found.detail}{slot}{place}{told}",
    )


def _blanks(
    lead: Telling,
    mode: str | None,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    date: EventDate | None,
    place: str | None,
    other: Alternative | None,
) -> dict[str, str]:
    roles = lead.found.roles
    blanks: dict[str, str] = {}
    if mode is None:
        blanks["mode"] = "no mode of this type is named"
    if not actors:
        blanks["actors"] = _unnamed(roles.actor.unnamed, "who did it is not said")
    if not recipients:
        if roles.reciprocal:
            blanks["recipients"] = "reciprocal: all who take part are actors"
        else:
            blanks["recipients"] = _unnamed(roles.recipient.unnamed, "no recipient is named")
    if date is None:
        blanks["date"] = lead.date_blank
    if place is None:
        blanks["place"] = "no place in its clause"
    if other is None:
        blanks["alternative"] = "no other reading holds"
    return blanks


def _unnamed(word: "Token | None", otherwise: str) -> str:
    return f"{word.text!r} names no known actor" if word is not None else otherwise
