"""Who did it, to whom: the frames' slots filled, and what is left blank completed from what lies within reach."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.events.leaning import is_bare_protest, is_made, is_own, is_sent
from sayso.events.lexicon import Reading, word_classes
from sayso.events.naming import Naming
from sayso.events.reach import Reached, is_told_of, reach
from sayso.events.roles import Role, Roles
from sayso.events.slots import fill
from sayso.events.triggers import Trigger
from sayso.records.base import Span
from sayso.records.stages import Resolved
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

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
_PLACED = MATERIAL | {EventType.REQUEST, EventType.CONCEDE}
_MUTUAL = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.CONSULT})
_HELD_AT = frozenset({EventType.PROTEST, EventType.CONSULT})
_VISITED = frozenset({"obj", "to", "in"})
_ORDERED = frozenset({"curfew", "martial-law"})
_TARGET = frozenset({"obj", "on", "upon", "against", "into"})


class Arguments:
    """Fills the roles of triggers in one report."""

    def __init__(self, resolved: Resolved) -> None:
        self._resolved = resolved
        self.naming = Naming(resolved, self._stands_for)
        self._triggers: dict[int, Trigger] = {}
        self._filled: dict[int, Roles] = {}
        self._protests: dict[bool, tuple[str, ...]] = {}  # who last protested, by a strike or otherwise

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
        placed = reading.row.type in _PLACED and not frame.reciprocal
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
            abroad = self.naming.grounds.abroad(roles.recipient.ids, roles.actor.ids)
            at_home = not abroad and reading.row.mode in _ORDERED  # a curfew in it is upon whoever is there
            roles.recipient.ids = self._people(roles.recipient.heads) if at_home else abroad
        return roles

    def role(self, token: "Token", slots: tuple[str, ...]) -> Role:
        """The first of the slots of any word that names an actor."""
        return self._role(token, slots, frozenset())

    def other(self, token: "Token", slots: tuple[str, ...], actors: tuple[str, ...]) -> Role:
        """The first of the slots of any word that names an actor, without these actors."""
        role = self.role(token, slots)
        role.ids = tuple(id for id in role.ids if id not in actors)
        return role

    def _role(
        self, token: "Token", slots: tuple[str, ...], used: frozenset[int], placed: bool = False
    ) -> Role:
        """The first slot that names an actor fills the role; words that name none are remembered.

        `placed` lets a place stand for its state ("strikes on Kyiv" are on Ukraine).
        """
        role = Role()
        by_place = False
        for slot in slots:
            said_by = self._sources(token) if slot == "speaker" else ()
            if said_by:
                return Role(ids=said_by, slot=slot)
            filled = [head for head in fill(token, slot) if head.i not in used and head.i != token.i]
            if slot == "of":  # "withdrew hundreds of its troops": those are not left
                filled = [head for head in filled if not (is_own(head) and is_sent(head))]
            heads = self.naming.whole(filled)
            ids: list[str] = []
            for head in heads:
                named = self.naming.whose(head)
                by_place = placed and not named
                ids += [id for id in (self.naming.at_place(head) if by_place else named) if id not in ids]
                if slot == "purpose" and ids:
                    heads = [head]
                    break
            if ids:
                return Role(ids=tuple(ids), heads=tuple(heads), slot="place" if by_place else slot)
            if heads and role.unnamed is None and slot not in ("mod", "purpose"):
                role.unnamed = heads[0]
        return role

    def _sources(self, word: "Token") -> tuple[str, ...]:
        """The sources of the innermost statement in which a noun stands, not those who pass it on."""
        statement = self._resolved.statement_at(Span(word.idx, word.idx + len(word)))
        source = statement.source if statement is not None and word.pos_ == "NOUN" else None
        return source.actors if source is not None else ()

    def _stands_for(self, noun: "Token") -> tuple[str, ...] | None:
        """Those for whom a noun of action stands: who acts, else, where it is friendly, those acted upon."""
        trigger = self._triggers.get(noun.i)
        if trigger is not None and noun.pos_ == "NOUN":
            roles = self.of(trigger)
            friendly = trigger.reading.row.type in COOPERATING
            return roles.actor.ids or (roles.recipient.ids if friendly else ())
        if self._protests and is_bare_protest(noun):
            return self._protests.get(noun.lemma_.lower() in word_classes()["stoppage"], ())
        return None

    def _people(self, heads: "Iterable[Token]") -> tuple[str, ...]:
        """Those in the places that these words name."""
        return tuple(dict.fromkeys(id for head in heads for id in self.naming.grounds.people_at(head)))

    def whom(self, reached: Reached, actors: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """Others than `actors` whom these phrases name, and whether only by a place.

        Nothing is done to forces by those whose they are ("withdrew its troops"), to those who are sent, to what is
        only set up, or to a state by those who act for it ("the minister expressed France's thanks").
        A place stands for its state; in the land of one who acts it stands for those in it, as a target only.
        """
        ids: tuple[str, ...] = ()
        own = self.naming.family.of(actors)
        for head in reached.heads:
            named = () if is_sent(head) or is_made(head) else self.naming.whose(head)
            if not (is_own(head) and self.naming.family.of(named) & own):
                ids += tuple(
                    id for id in named if id not in (*ids, *actors) and not self.is_own_state(id, actors)
                )
        return (ids, False) if ids else (self._hit(reached, actors), True)

    def is_own_state(self, id: str, actors: tuple[str, ...]) -> bool:
        """Whether this actor is the state for which one of `actors` acts."""
        family = self.naming.family
        return id in self.naming.grounds.states and bool(family.of((id,)) & family.of(actors))

    def _hit(self, reached: Reached, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The states of the places that the phrases name; in the actors' own land those in a place that is hit."""
        found: list[str] = []
        for head in reached.heads:
            state = self.naming.at_place(head)
            if is_sent(head) or is_made(head):  # "set up a team of nurses": not upon the nurses
                state = tuple(id for id in state if id in self.naming.grounds.states)
            abroad = self.naming.grounds.abroad(state, actors)
            found += abroad or (
                self.naming.grounds.people_at(head) if state and reached.slot in _TARGET else ()
            )
        return tuple(dict.fromkeys(found))

    def complete(self, trigger: Trigger, kind: EventType, roles: Roles) -> None:
        """Give an event without a recipient the nearest other actor within reach of its word, where there is one.

        What is demanded is nobody's part ("demanded the release of prisoners"), nor what is mobilized; and where
        people protest or police search is only a place.
        """
        alone = kind is EventType.AGREE and not roles.two  # "A agreed to ...": with whom, the rest may say
        if roles.recipient.ids or not roles.actor.ids or (roles.reciprocal and not alone):
            return
        together = kind in _MUTUAL and len(self.naming.family.of(roles.actor.ids)) > 1
        for reached in reach(trigger.token):
            if kind is EventType.REQUEST and reached.slot == "obj":
                continue
            if kind is EventType.MOBILIZE and reached.slot in ("obj", "of") and reached.steps == 1:
                continue
            if kind is EventType.PROTEST and reached.slot == "at" and _is_against(trigger.token):
                continue  # "a protest at the university against the ban"
            if together and reached.slot != "with":  # "A and B agreed on exports to C": with each other
                continue
            if kind is EventType.ACCUSE and is_told_of(reached.heads[0], trigger.token):
                continue  # "criticized plans to arrest migrants": not the migrants
            ids, by_place = self.whom(reached, roles.actor.ids)
            if by_place and trigger.reading.row.mode == "visit" and reached.slot in _VISITED:
                ids = tuple(id for id in ids if id in self.naming.grounds.states)
            elif by_place and (
                kind in _HELD_AT or (kind is EventType.COERCE and reached.slot not in _TARGET)
            ):
                continue
            if ids:
                slot = "place" if by_place else "reach"
                roles.recipient = Role(ids=ids, heads=tuple(reached.heads), slot=slot)
                roles.reciprocal = False
                return

    def says_of_itself(self, trigger: Trigger) -> bool:
        """Whether the one who acts is the source of the statement that tells of it ("we will strike")."""
        token = trigger.token
        statement = self._resolved.statement_at(Span(token.idx, token.idx + len(token)))
        if statement is None or statement.source is None:
            return False
        own = self.naming.family.of(self.of(trigger).actor.ids)
        return bool(own & self.naming.family.of(statement.source.actors))


def _is_against(protest: "Token") -> bool:
    """Whether the clause says against what people protest, so that "at" says where."""
    clause = protest if protest.pos_ == "VERB" else protest.head
    return any(t.lower_ == "against" and t.i > protest.i for t in clause.subtree)


def _joined(roles: Roles) -> Roles:
    """All who take part in a reciprocal event are actors."""
    every = roles.actor.ids + tuple(i for i in roles.recipient.ids if i not in roles.actor.ids)
    slot = roles.actor.slot or roles.recipient.slot
    heads = roles.actor.heads + roles.recipient.heads
    unnamed = roles.actor.unnamed or roles.recipient.unnamed
    return Roles(actor=Role(ids=every, heads=heads, slot=slot, unnamed=unnamed), reciprocal=True)
