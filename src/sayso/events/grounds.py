"""Places as those who may be acted on there: the state of a place, and the people in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.events import phrases
from sayso.records.actor import Mention
from sayso.records.stages import Resolved

if TYPE_CHECKING:
    from spacy.tokens import Token

_LANDS = frozenset({"GPE", "LOC"})
_OPPOSED = frozenset({"REB", "OPP", "CRM"})
_WITHIN = ("in", "inside", "across", "near", "of")


class Grounds:
    """The places of one report, and who stands by for them."""

    def __init__(self, resolved: Resolved) -> None:
        self._resolved = resolved
        self._mentions = {m.head.start: m for m in resolved.mentions if m.id.startswith("p")}
        self._places = {start: mention.id for start, mention in self._mentions.items()}
        self._country_of = {place.id: place.country for place in resolved.places}
        every = (*resolved.actors, *resolved.standby)
        people = {a.mentions: a.id for a in resolved.standby if a.kind == "collective"}
        self._people = {
            place.id: people[place.mentions] for place in resolved.places if place.mentions in people
        }
        self._states = {a.country: a.id for a in reversed(every) if a.kind == "state" and a.country}
        self.states = frozenset(self._states.values())

    def is_place(self, word: "Token") -> bool:
        """Whether the word is the head of a place's mention."""
        return word.idx in self._places

    def state_at(self, word: "Token") -> tuple[str, ...]:
        """The state of the place that this word names, where the report has that state among its actors."""
        state = self._states.get(self._country_of.get(self._places.get(word.idx, "")) or "")
        return (state,) if state is not None else ()

    def mention(self, word: "Token", id: str) -> Mention:
        """The mention of the place that this word names, as one of the actor `id`."""
        place = self._mentions[word.idx]
        return Mention(span=place.span, head=place.head, id=id)

    def people_at(self, head: "Token") -> tuple[str, ...]:
        """Those in the place that the word names or says it lies in."""
        for word in placed(head):
            id = self._people.get(self._places.get(word.idx, ""))
            if id is not None:
                return (id,)
        return ()

    def abroad(self, states: tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
        """The states to which none of the actors belongs.

        Those who fight or oppose a state, and gangs, do not belong to it.
        """
        every = (self._resolved.actor(id) for id in actors)
        lands = {actor.country for actor in every if _OPPOSED.isdisjoint(actor.sectors)}
        return tuple(id for id in states if self._resolved.actor(id).country not in lands)


def placed(head: "Token") -> "Iterator[Token]":
    """The noun and what it says that it lies in: "a market in Aleppo", "an Aleppo market"."""
    yield head
    yield from (c for c in head.lefts if c.dep_ == "compound" and c.ent_type_ in _LANDS)
    for preposition in _WITHIN:
        yield from phrases.under(head, preposition)
