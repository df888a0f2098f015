"""The typing encoder's word on a sentence's events: it types what the table cannot, and may overrule it.

The table of triggers knows the codebook's words and rules; the encoder has read how pairs of actors are related.
An event of the table whose two sides the sentence names is shown to the encoder: it keeps its type unless the encoder
is sure of another (`OVERRULE`) and no rule of the codebook is at work, or is sure of none (`DROP`). A candidate, that
has no row in the table, is shown to it where it weighs enough (`WORTH`, see `weighing`), and is an event where
the encoder is sure enough of a type (`ACCEPT`), or less sure and the weight great (`HEAVY`). The thresholds were
chosen on answers out of fold (`train/events`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from sayso.events import verbs
from sayso.events.candidates import Candidate
from sayso.events.confidence import RULE
from sayso.events.found import Found
from sayso.events.lexicon import Reading, TriggerRow, word_classes
from sayso.events.pairs import NONE, Marked, Typed, types_of
from sayso.events.reach import is_told_of
from sayso.events.roles import Role, Roles
from sayso.events.triggers import Trigger
from sayso.events.weighing import weigh
from sayso.records.base import Span
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

ACCEPT = 0.7
"""The least chance of a candidate's type."""
SOME = 0.8
"""The least chance that a candidate is any event."""
HEAVY = -0.5
"""The weight from which on the parse speaks for a candidate: then the next two hold in place of the last two."""
HEAVY_ACCEPT = 0.5
HEAVY_SOME = 0.9
OVERRULE = 0.9
"""The least chance of another type than the table's."""
DROP = 0.9
"""The least chance of NONE that takes an event of the table away."""
WIDEST = 12
"""The most words before a head that its phrase is taken to have."""
SURE = 0.5
"""The least confidence of a candidate's path for it to be shown to the encoder."""
NEAR = 0.6
"""The least confidence of a path with which `ACCEPT` is enough; `FAR` is needed where it is longer."""
FAR = 0.95
"""The least chance of the type of a candidate whose path is longer, or whose word is a verb of saying."""
BLAME = 0.9
"""The same where it is ACCUSE: who says of another what he did to somebody, accuses him."""
WORTH = -1.6
"""The least weight (log odds) of a candidate for it to be shown to the encoder."""
MOST = 2
"""The most candidates of one sentence that are shown to the encoder: each costs a pass over the sentence."""
_YIELD = ("CONCEDE", "RETREAT")
_MUTUAL = ("AGREE", "ASSAULT", "CONSULT", "COOPERATE", "SUPPORT")
_OF_WILL = ("AGREE", "CONCEDE", "REQUEST")


def judged(found: list[Found], sentence: Words) -> list[Found]:
    """The table's events of a sentence after the encoder has seen those with two sides."""
    shown = [(event, _marked_event(event, sentence)) for event in found]
    answers = iter(types_of([pair for _, pair in shown if pair is not None]))
    return [event for event, pair in shown if pair is None or _stands(event, next(answers))]


def _stands(event: Found, typed: Typed) -> bool:
    """Give the event what the encoder says of it; False if it says that it is none.

    In a relative clause the parse is believed: there the act of the main clause hides its pair from the encoder.
    """
    if typed.chances[NONE] >= DROP and event.token.dep_ != "relcl":
        return False
    name, chance = typed.type
    own = typed.chances[event.type.value]
    if name != event.type.value and chance >= OVERRULE and _is_plain(event):
        event.rival, event.rival_chance = event.type, own
        event.detail = f"{event.detail}; the table says {event.type.value}, the encoder {name} ({chance:.2f})"
        event.type, event.mode, event.rule, event.chance = EventType(name), None, RULE, chance
        return True
    event.chance = own
    if name != event.type.value:
        event.rival, event.rival_chance = EventType(name), chance
    return True


def _is_plain(event: Found) -> bool:
    """Whether the encoder may overrule: a verb by itself, without a mode.

    What governs what ("denied attacking", "must release", "agreed to send") is the codebook's to say.
    """
    alone = (
        event.token.pos_ == "VERB" and event.token.dep_ in ("ROOT", "conj", "relcl") and not event.governed
    )
    return alone and event.mode is None


def proposed(candidates: Iterable[Candidate], sentence: Words) -> list[Found]:
    """Events of candidates, where the encoder and the candidate's weight together speak for a type; each once."""
    shown = worth_asking(candidates)
    answers = types_of([_marked_candidate(one, sentence) for one, _ in shown])
    found: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Found] = {}
    for (one, weight), typed in zip(shown, answers, strict=True):
        if _is_enough(one, weight, typed):
            name, chance = typed.type
            event = _event(one, typed, EventType(name), chance)
            found.setdefault((name, one.actors, one.recipients), event)
    return list(found.values())


def worth_asking(candidates: Iterable[Candidate]) -> list[tuple[Candidate, float]]:
    """The candidates that are shown to the encoder with their weights, in text order, each pair once."""
    pairs: dict[tuple[Span, Span], tuple[Candidate, float]] = {}
    for one in candidates:
        if one.confidence < SURE or not one.actor_spans or not one.recipient_spans:
            continue
        if one.actor_spans[0].overlaps(one.recipient_spans[0]):  # "a report by X": X upon the report
            continue
        weight, pair = weigh(one), (one.actor_spans[0], one.recipient_spans[0])
        if weight >= WORTH and (pair not in pairs or weight > pairs[pair][1]):
            pairs[pair] = (one, weight)
    best = sorted(pairs.values(), key=lambda held: -held[1])[:MOST]
    return sorted(best, key=lambda held: held[0].trigger.i)


def _is_enough(one: Candidate, weight: float, typed: Typed) -> bool:
    """Whether the encoder is sure enough of an event, and of its type, for a candidate of this weight.

    Who says how things are ("suggested that X had sold it") asks for and grants nothing; those who act together do
    not accuse or help each other; and nobody is accused of what he suffers ("criticized plans to arrest X").
    """
    if typed.type[0] in _OF_WILL and verbs.facts(one.trigger):
        return False
    if one.recipient_slot == "and" and typed.type[0] not in _MUTUAL:
        return False
    if typed.type[0] == "ACCUSE" and is_told_of(one.heads[1], one.trigger):
        return False
    chance, some = _sure_of(typed, typed.type[0]), 1.0 - typed.chances[NONE]
    if not _is_near(one):
        return chance >= (BLAME if typed.type[0] == "ACCUSE" else FAR) and some >= SOME
    heavy = weight >= HEAVY and chance >= HEAVY_ACCEPT and some >= HEAVY_SOME
    return heavy or (chance >= ACCEPT and some >= SOME)


def _is_near(one: Candidate) -> bool:
    """Whether the path is short and the word no verb of saying, under which another's act may stand."""
    return one.confidence >= NEAR and one.trigger.lemma_.lower() not in word_classes()["reporting_verb"]


def _sure_of(typed: Typed, name: str) -> float:
    """The chance of a type; of what PLV calls YIELD that of both its types, as the encoder cannot well part them."""
    return sum(typed.chances[n] for n in (_YIELD if name in _YIELD else (name,)))


def _event(one: Candidate, typed: Typed, kind: EventType, chance: float) -> Found:
    rival, other = max(
        ((n, c) for n, c in typed.chances.items() if n not in (NONE, kind.value)), key=lambda i: i[1]
    )
    return Found(
        trigger=Trigger(one.trigger, _reading(kind)),
        type=kind,
        mode=None,
        roles=Roles(
            Role(ids=one.actors, slot=one.actor_slot), Role(ids=one.recipients, slot=one.recipient_slot)
        ),
        rule=RULE,
        detail=f"no row of the table; the encoder says {kind.value} ({chance:.2f})",
        rival=EventType(rival),
        chance=chance,
        rival_chance=other,
    )


@cache
def _reading(kind: EventType) -> Reading:
    """A reading without conditions, for a word that the table does not have."""
    return Reading(-1, TriggerRow(lemmas=(), pos="verb", type=kind))


def _marked_event(event: Found, sentence: Words) -> Marked | None:
    """The pair of an event that names both sides in its sentence, and by no pronoun ("which"), else None."""
    actor, recipient = event.roles.actor.heads, event.roles.recipient.heads
    if event.roles.reciprocal and len(actor) > 1 and not recipient:
        actor, recipient = actor[:1], actor[1:]
    inside = [heads for heads in (actor, recipient) if heads and heads[0].sent.start == sentence.start]
    if len(inside) < 2 or actor[0].i == recipient[0].i or "PRON" in (actor[0].pos_, recipient[0].pos_):
        return None
    return _marked(_phrase(actor[0]), _phrase(recipient[0]), sentence)


def _marked_candidate(one: Candidate, sentence: Words) -> Marked:
    return _marked(one.actor_spans[0], one.recipient_spans[0], sentence)


def _marked(source: Span, target: Span, sentence: Words) -> Marked:
    at, text = sentence.start_char, sentence.text
    sides = (Span(max(s.start - at, 0), min(s.end - at, len(text))) for s in (source, target))
    return Marked(text, *sides)


def _phrase(head: Token) -> Span:
    """The noun phrase of a head, what follows the head left out."""
    start = head.left_edge if head.i - head.left_edge.i <= WIDEST else head
    return Span(start.idx, head.idx + len(head))
