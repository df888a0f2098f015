"""Who did it, to whom: the frames' slots, and from a noun phrase to the actors that it stands for."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.events import syntax
from sayso.events.family import Family
from sayso.events.lexicon import Reading, word_classes
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
        self._places = {m.head.start: m.id for m in resolved.mentions if m.id.startswith("p")}
        self._country_of = {place.id: place.country for place in resolved.places}
        self._states = {a.country: a.id for a in reversed(resolved.actors) if a.kind == "state" and a.country}

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
        own = self._family.of(roles.actor.ids)
        if roles.recipient.slot == "place" and own & self._family.of(roles.recipient.ids):
            roles.recipient.ids = ()  # a state's own land is where it acts, not whom it acts on
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
            heads = [head for head in fill(token, slot) if head.i not in used and head.i != token.i]
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

    def _who(self, head: "Token", depth: int) -> tuple[str, ...]:
        """The actors that a noun phrase names: its own, else those it leans on (see `_leaning`)."""
        ids = self._known(head)
        if ids and head.tag_ == "NNS" and head.lemma_.lower() in word_classes()["official"]:
            return ids + self._other_states(head, ids)
        if ids or depth > _DEPTH or head.pos_ in ("VERB", "ADV", "ADP"):
            return ids
        if head.dep_ in ("nsubj", "poss") and head.idx in self._places:
            return self._state_at(head)
        trigger = self._triggers.get(head.i)
        if trigger is not None and head.pos_ == "NOUN":
            roles = self.of(trigger)
            friendly = trigger.reading.row.type in COOPERATING
            return roles.actor.ids or (roles.recipient.ids if friendly else ())
        if self._protests and _is_bare_protest(head):
            return self._protests.get(head.lemma_.lower() in word_classes()["stoppage"], ())
        for other in _leaning(head):
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
        within = (w for p in ("in", "inside", "across", "near", "of") for w in syntax.under(head, p))
        for word in (head, *within):
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

    def says_of_itself(self, trigger: Trigger) -> bool:
        """Whether the one who acts is the source of the statement that tells of it ("we will strike")."""
        token = trigger.token
        statement = self._resolved.statement_at(Span(token.idx, token.idx + len(token)))
        if statement is None or statement.source is None:
            return False
        own = self._family.of(self.of(trigger).actor.ids)
        return bool(own & self._family.of(statement.source.actors))


def _leaning(head: "Token") -> "list[Token]":
    """What a noun that names no actor leans on, best first.

    Its possessor (not that of a person: "his wife" is another), the name before it, "by X", "made by X", "from X"
    of words that were uttered; "of X" unless the noun is something done to X; its apposition.
    """
    classes = word_classes()
    lemma = head.lemma_.lower()
    found = [c for c in head.children if c.dep_ == "appos"] if lemma in classes["person"] else []
    owned = lemma not in classes["person"]
    if not owned and lemma not in classes["official"] and lemma not in classes["armed"]:
        return found  # "Peru miners" are not Peru
    owners = [c for c in head.children if c.dep_ == "poss"]
    found += [c for c in owners if owned or c.ent_type_ in ("GPE", "ORG", "NORP")]
    before = [c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod")]
    found += [c for c in before if c.ent_type_ or c.pos_ == "PROPN"]
    found += syntax.under(head, "by")
    found += [t for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN" for t in syntax.agents(c)]
    if lemma in classes["uttered"]:
        found += [
            t for c in head.subtree if c.lower_ in ("by", "from") for t in syntax.under(c.head, c.lower_)
        ]
        if head.dep_ == "dobj" and head.head.lemma_ in classes["light_verb"]:
            found += syntax.subjects(head.head)
    elif lemma in classes["person"]:
        found += syntax.under(head, "from")
    if lemma not in classes["no_owner"]:
        found += syntax.under(head, "of")
    return found + [c for c in head.children if c.dep_ == "appos"]


def _is_bare_protest(noun: "Token") -> bool:
    """Whether the noun takes up a protest that has been told: "the strike", with nothing that says whose."""
    return noun.lemma_.lower() in word_classes()["protest_noun"] and [c.lower_ for c in noun.children] == [
        "the"
    ]


def _joined(roles: Roles) -> Roles:
    """All who take part in a reciprocal event are actors."""
    every = roles.actor.ids + tuple(i for i in roles.recipient.ids if i not in roles.actor.ids)
    slot = roles.actor.slot or roles.recipient.slot
    heads = roles.actor.heads + roles.recipient.heads
    unnamed = roles.actor.unnamed or roles.recipient.unnamed
    return Roles(actor=Role(ids=every, heads=heads, slot=slot, unnamed=unnamed), reciprocal=True)
