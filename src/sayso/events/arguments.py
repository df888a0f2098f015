"""Who did it, to whom: the frames' slots, and from a noun phrase to the actors that it stands for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.events import syntax
from sayso.events.family import Family
from sayso.events.leaning import is_bare_protest, is_own, is_sent, leaning
from sayso.events.lexicon import Reading, word_classes
from sayso.events.reach import Reached, reach
from sayso.events.slots import fill
from sayso.events.triggers import Trigger
from sayso.records.base import Span
from sayso.records.stages import Resolved
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPTH = 3
COOPERATING = frozenset(
    {EventType.AID, EventType.AGREE, EventType.COOPERATE, EventType.CONSULT, EventType.SUPPORT}
)
MATERIAL = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.AID,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.RETREAT,
    }
)
_MUTUAL = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.CONSULT})
_HELD_AT = frozenset({EventType.PROTEST, EventType.CONSULT})
_TARGET = frozenset({"obj", "on", "upon", "against", "into"})


@dataclass(slots=True)
class Role:
    """The actors of one role, the words that name them, the slot that gave them, and words that name no actor."""

    ids: tuple[str, ...] = ()
    heads: "tuple[Token, ...]" = ()
    slot: str = ""
    unnamed: "Token | None" = None


@dataclass(slots=True)
class Roles:
    """Both roles of one trigger."""

    actor: Role = field(default_factory=Role)
    recipient: Role = field(default_factory=Role)
    reciprocal: bool = False

    @property
    def two(self) -> bool:
        """Whether a reciprocal event has more than one who takes part."""
        return len(self.actor.ids) > 1


class Arguments:
    """Fills the roles of triggers in one report."""

    def __init__(self, resolved: Resolved) -> None:
        self._resolved = resolved
        self._family = Family(resolved)
        self._vague = {
            a.id for a in resolved.actors if a.sectors == ("UNK",) and not a.country and not a.wikidata
        }
        self._triggers: dict[int, Trigger] = {}
        self._filled: dict[int, Roles] = {}
        self._protests: dict[bool, tuple[str, ...]] = {}  # who last protested, by a strike or otherwise
        self._spans: dict[int, Span] = {}
        for mention in resolved.mentions:
            held = self._spans.get(mention.head.start)
            if held is None or mention.span.covers(held):
                self._spans[mention.head.start] = mention.span
        self._places = {m.head.start: m.id for m in resolved.mentions if m.id.startswith("p")}
        self._country_of = {place.id: place.country for place in resolved.places}
        every = (*resolved.actors, *resolved.standby)
        people = {a.mentions: a.id for a in resolved.standby if a.kind == "collective"}
        self._people = {
            place.id: people[place.mentions] for place in resolved.places if place.mentions in people
        }
        self._states = {a.country: a.id for a in reversed(every) if a.kind == "state" and a.country}

    def named(self, head: "Token", kind: str = "actor") -> bool:
        """Whether the noun phrase of this head names an actor.

        As "party" by its own head; as "actor" also through a possessor or "of X", or as a place.
        """
        if kind == "party":
            return bool(self._known(head))
        return bool(self._who(head, 0)) or head.idx in self._places

    def meet(self, triggers: list[Trigger]) -> None:
        """Make known the triggers of a sentence: a noun of action stands for those who act."""
        for trigger in triggers:
            self._triggers[trigger.token.i] = trigger

    def of(self, trigger: Trigger) -> Roles:
        """The roles of a trigger; the same object for the same trigger."""
        roles = self._filled.get(trigger.token.i)
        if roles is None:
            self._filled[trigger.token.i] = Roles()  # a noun phrase inside itself ends the search
            roles = self._filled[trigger.token.i] = self._fill(trigger.token, trigger.reading)
            row = trigger.reading.row
            if row.type is EventType.PROTEST and roles.actor.ids:
                self._protests[row.mode == "strike"] = roles.actor.ids
        return roles

    def _fill(self, token: "Token", reading: Reading) -> Roles:
        frame = reading.frame
        placed = reading.row.type in MATERIAL and not frame.reciprocal
        roles = Roles(reciprocal=frame.reciprocal)
        if frame.first == "recipient":
            roles.recipient = self._role(token, frame.recipients, frozenset(), placed)
            used = frozenset(head.i for head in roles.recipient.heads)
            roles.actor = self._role(token, frame.actors, used)
        else:
            roles.actor = self._role(token, frame.actors, frozenset())
            used = frozenset(head.i for head in roles.actor.heads)
            roles.recipient = self._role(token, frame.recipients, used, placed)
        if frame.reciprocal:
            return _joined(roles)
        roles.recipient.ids = tuple(i for i in roles.recipient.ids if i not in roles.actor.ids)
        if roles.recipient.slot == "place":  # one's own land is where one acts, not whom one acts on
            roles.recipient.ids = self._abroad(roles.recipient.ids, roles.actor.ids)
        return roles

    def role(self, token: "Token", slots: tuple[str, ...]) -> Role:
        """The first of the slots of any word that names an actor."""
        return self._role(token, slots, frozenset())

    def _role(
        self, token: "Token", slots: tuple[str, ...], used: frozenset[int], placed: bool = False
    ) -> Role:
        """The first slot that names an actor fills the role; words that name none are remembered.

        `placed` lets a place stand for its state ("strikes on Kyiv" are on Ukraine).
        """
        role = Role()
        by_place = False
        for slot in slots:
            filled = [head for head in fill(token, slot) if head.i not in used and head.i != token.i]
            heads = self._whole(filled)
            ids: list[str] = []
            for head in heads:
                named = self._who(head, 0)
                by_place = placed and not named
                ids += [id for id in (self._at_place(head) if by_place else named) if id not in ids]
                if slot == "purpose" and ids:
                    heads = [head]
                    break
            if ids:
                return Role(ids=tuple(ids), heads=tuple(heads), slot="place" if by_place else slot)
            if heads and role.unnamed is None and slot not in ("mod", "purpose"):
                role.unnamed = heads[0]
        return role

    def _whole(self, heads: "list[Token]") -> "list[Token]":
        """The heads without those inside the mention of another: "Peru" in "Peru and Chile's ministers"."""
        if len(heads) < 2:
            return heads
        spans = [(head, self._spans[head.idx]) for head in heads if head.idx in self._spans]
        return [
            head for head in heads if not any(o.i != head.i and s.start <= head.idx < s.end for o, s in spans)
        ]

    def _who(self, head: "Token", depth: int) -> tuple[str, ...]:
        """The actors that a noun phrase names: its own, else those it leans on (see `leaning`)."""
        ids = self._known(head)
        if ids and head.tag_ == "NNS" and head.lemma_.lower() in word_classes()["official"]:
            return ids + self._other_states(head, ids)
        if ids or depth > _DEPTH or (head.pos_ in ("VERB", "ADV", "ADP") and head.dep_ != "pobj"):
            return ids
        if head.dep_ in ("nsubj", "poss") and head.idx in self._places:
            return self._state_at(head)
        trigger = self._triggers.get(head.i)
        if trigger is not None and head.pos_ == "NOUN":
            roles = self.of(trigger)
            friendly = trigger.reading.row.type in COOPERATING
            return roles.actor.ids or (roles.recipient.ids if friendly else ())
        if self._protests and is_bare_protest(head):
            return self._protests.get(head.lemma_.lower() in word_classes()["stoppage"], ())
        for other in leaning(head):
            ids = self._who(other, depth + 1)
            if ids:
                return ids
        return ()

    def _other_states(self, head: "Token", ids: tuple[str, ...]) -> tuple[str, ...]:
        """The further states whose officials they are: the ministers of A and B act for both."""
        owners = syntax.under(head, "of")
        states = set(self._states.values())
        named = [i for owner in owners for i in self._known(owner) if i in states]
        own = self._family.of(ids)
        return tuple(i for i in named if not self._family.of((i,)) & own) if len(owners) > 1 else ()

    def _at_place(self, head: "Token") -> tuple[str, ...]:
        """The state of the place that the word names or says it lies in."""
        for word in _placed(head):
            state = self._state_at(word)
            if state:
                return state
            if word.i != head.i and self._known(word):
                return self._known(word)
        return ()

    def _known(self, word: "Token") -> tuple[str, ...]:
        """The actors whose mention has this head; mere things that speak are none ("our work")."""
        ids = self._resolved.actors_at(word.idx)
        if not self._vague.intersection(ids) or word.pos_ == "PROPN" or word.ent_type_:
            return ids
        lemma = word.lemma_.lower()
        if any(
            lemma in word_classes()[name]
            for name in ("person", "official", "armed", "troops", "protester", "body")
        ):
            return ids
        return tuple(id for id in ids if id not in self._vague)

    def _state_at(self, word: "Token") -> tuple[str, ...]:
        """The state of the place that this word names, where the report has that state among its actors."""
        state = self._states.get(self._country_of.get(self._places.get(word.idx, "")) or "")
        return (state,) if state is not None else ()

    def is_public(self, ids: tuple[str, ...]) -> bool:
        """Whether one of these actors is a state or has a sector of public life, not people or the unknown."""
        actors = [self._resolved.actor(id) for id in ids]
        return any(a.kind == "state" or not {"UNK", "CVL", ""}.issuperset(a.sectors) for a in actors)

    def kind(self, ids: tuple[str, ...]) -> str:
        """What sort of actor the first of these is, and its first sector: "person GOV"; "" for none."""
        actors = [self._resolved.actor(id) for id in ids[:1]]
        return " ".join(f"{a.kind} {next(iter(a.sectors), '')}".strip() for a in actors)

    def names(self, word: "Token") -> bool:
        """Whether the word is itself the head of an actor's mention."""
        return bool(self._known(word))

    def who(self, heads: "Iterable[Token]") -> tuple[str, ...]:
        """The actors that noun phrases of these heads name."""
        return tuple(dict.fromkeys(id for head in self._whole(list(heads)) for id in self._who(head, 0)))

    def whom(self, reached: Reached, actors: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """Others than `actors` whom these phrases name, and whether only by a place.

        Nothing is done to forces by those whose they are ("withdrew its troops"), nor to those who are sent.
        A place stands for its state; in the land of one who acts it stands for those in it, as a target only.
        """
        ids: tuple[str, ...] = ()
        for head in reached.heads:
            named = () if is_sent(head) else self._who(head, 0)
            if not (is_own(head) and self._family.of(named) & self._family.of(actors)):
                ids += tuple(id for id in named if id not in ids and id not in actors)
        return (ids, False) if ids else (self._hit(reached, actors), True)

    def _hit(self, reached: Reached, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The states of the places that the phrases name; in the actors' own land those in a place that is hit."""
        found: list[str] = []
        for head in reached.heads:
            state = self._at_place(head)
            abroad = self._abroad(state, actors)
            found += abroad or (self._people_at(head) if state and reached.slot in _TARGET else ())
        return tuple(dict.fromkeys(found))

    def _people_at(self, head: "Token") -> tuple[str, ...]:
        """Those in the place that the word names or says it lies in."""
        for word in _placed(head):
            id = self._people.get(self._places.get(word.idx, ""))
            if id is not None:
                return (id,)
        return ()

    def _abroad(self, states: tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
        """The states to which none of the actors belongs."""
        lands = {self._resolved.actor(id).country for id in actors}
        return tuple(id for id in states if self._resolved.actor(id).country not in lands)

    def spans(self, heads: "Iterable[Token]") -> tuple[Span, ...]:
        """The spans of the mentions that the phrases of these heads name, or of the place in them."""
        found = (self._named_at(head) for head in heads)
        return tuple(dict.fromkeys(span for span in found if span is not None))

    def _named_at(self, head: "Token") -> Span | None:
        """The mention at this head, else the widest below it that is nearest to the head."""
        if head.idx in self._spans:
            return self._spans[head.idx]
        below = [t for t in head.subtree if t.idx in self._spans]
        nearest = min(below, key=lambda t: (len(list(t.ancestors)), t.i), default=None)
        return self._spans[nearest.idx] if nearest is not None else None

    def complete(self, trigger: Trigger, kind: EventType, roles: Roles) -> None:
        """Give an event without a recipient the nearest other actor within reach of its word, where there is one.

        What is demanded is nobody's part ("demanded the release of prisoners"), and where people protest or police
        search is only a place.
        """
        if roles.reciprocal or roles.recipient.ids or not roles.actor.ids:
            return
        together = kind in _MUTUAL and len(self._family.of(roles.actor.ids)) > 1
        for reached in reach(trigger.token):
            if kind is EventType.REQUEST and reached.slot == "obj":
                continue
            if together and reached.slot != "with":  # "A and B agreed on exports to C": with each other
                continue
            ids, by_place = self.whom(reached, roles.actor.ids)
            if by_place and (kind in _HELD_AT or (kind is EventType.COERCE and reached.slot not in _TARGET)):
                continue
            if ids:
                slot = "place" if by_place else "reach"
                roles.recipient = Role(ids=ids, heads=tuple(reached.heads), slot=slot)
                return

    def says_of_itself(self, trigger: Trigger) -> bool:
        """Whether the one who acts is the source of the statement that tells of it ("we will strike")."""
        token = trigger.token
        statement = self._resolved.statement_at(Span(token.idx, token.idx + len(token)))
        if statement is None or statement.source is None:
            return False
        own = self._family.of(self.of(trigger).actor.ids)
        return bool(own & self._family.of(statement.source.actors))


def _placed(head: "Token") -> "list[Token]":
    """The noun and what it says that it lies in: "a market in Aleppo"."""
    return [head, *(w for p in ("in", "inside", "across", "near", "of") for w in syntax.under(head, p))]


def _joined(roles: Roles) -> Roles:
    """All who take part in a reciprocal event are actors."""
    every = roles.actor.ids + tuple(i for i in roles.recipient.ids if i not in roles.actor.ids)
    slot = roles.actor.slot or roles.recipient.slot
    heads = roles.actor.heads + roles.recipient.heads
    unnamed = roles.actor.unnamed or roles.recipient.unnamed
    return Roles(actor=Role(ids=every, heads=heads, slot=slot, unnamed=unnamed), reciprocal=True)
