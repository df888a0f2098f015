"""From a noun phrase to the actors that it stands for, and to the words that name them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sayso.events import phrases
from sayso.events.family import Family, is_public
from sayso.events.grounds import Grounds, placed
from sayso.events.leaning import leaning, named_place
from sayso.events.lexicon import word_classes
from sayso.records.base import Span
from sayso.records.stages import Resolved

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPTH = 3
_BEARERS = ("person", "official", "armed", "troops", "protester", "body")


class Naming:
    """Who is named where in one report.

    `stands_for` gives those for whom a noun of action stands ("the strike": the strikers), None where it is no such
    noun.
    """

    def __init__(self, resolved: Resolved, stands_for: "Callable[[Token], tuple[str, ...] | None]") -> None:
        self._resolved = resolved
        self._stands_for = stands_for
        self.grounds = Grounds(resolved)
        self.family = Family(resolved)
        self._vague = {
            a.id for a in resolved.actors if a.sectors == ("UNK",) and not a.country and not a.wikidata
        }
        self._spans: dict[int, Span] = {}
        for mention in resolved.mentions:
            held = self._spans.get(mention.head.start)
            if held is None or mention.span.covers(held):
                self._spans[mention.head.start] = mention.span

    def named(self, head: "Token", kind: str = "actor") -> bool:
        """Whether the noun phrase of this head names an actor.

        As "party" by its own head; as "actor" also through a possessor or "of X", or as a place.
        """
        if kind == "party":
            return bool(self._known(head))
        return bool(self.whose(head)) or self.grounds.is_place(head)

    def is_public(self, ids: tuple[str, ...]) -> bool:
        """Whether one of these actors is a state or has a sector of public life, not people or the unknown."""
        return is_public(self._resolved, ids)

    def kind(self, ids: tuple[str, ...]) -> str:
        """What sort of actor the first of these is, and its first sector: "person GOV"; "" for none."""
        actors = [self._resolved.actor(id) for id in ids[:1]]
        return " ".join(f"{a.kind} {next(iter(a.sectors), '')}".strip() for a in actors)

    def names(self, word: "Token") -> bool:
        """Whether the word is itself the head of an actor's mention."""
        return bool(self._known(word))

    def who(self, heads: "Iterable[Token]") -> tuple[str, ...]:
        """The actors that noun phrases of these heads name."""
        return tuple(dict.fromkeys(id for head in self.whole(list(heads)) for id in self.whose(head)))

    def whole(self, heads: "list[Token]") -> "list[Token]":
        """The heads without those inside the mention of another: "Peru" in "Peru and Chile's ministers"."""
        if len(heads) < 2:
            return heads
        spans = [(head, self._spans[head.idx]) for head in heads if head.idx in self._spans]
        return [
            head for head in heads if not any(o.i != head.i and s.start <= head.idx < s.end for o, s in spans)
        ]

    def whose(self, head: "Token", depth: int = 0) -> tuple[str, ...]:
        """The actors that a noun phrase names: its own, else those it leans on (see `leaning`)."""
        ids = self._known(head)
        if ids and head.tag_ == "NNS" and head.lemma_.lower() in word_classes()["official"]:
            return ids + self._other_states(head, ids)
        if ids or depth > _DEPTH or (head.pos_ in ("VERB", "ADV", "ADP") and head.dep_ != "pobj"):
            return ids
        for place in (head, *named_place(head)) if head.dep_ in ("nsubj", "poss") else ():
            if self.grounds.is_place(place):
                return self.grounds.state_at(place)
        acting = self._stands_for(head)
        if acting is not None:
            return acting
        for other in leaning(head):
            ids = self.whose(other, depth + 1)
            if ids:
                return ids
        return ()

    def _other_states(self, head: "Token", ids: tuple[str, ...]) -> tuple[str, ...]:
        """The further states whose officials they are: the ministers of A and B act for both."""
        owners = phrases.under(head, "of")
        named = [i for owner in owners for i in self._known(owner) if i in self.grounds.states]
        own = self.family.of(ids)
        return tuple(i for i in named if not self.family.of((i,)) & own) if len(owners) > 1 else ()

    def at_place(self, head: "Token") -> tuple[str, ...]:
        """The state of the place that the word names or says it lies in."""
        for word in placed(head):
            state = self.grounds.state_at(word)
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
        if any(lemma in word_classes()[name] for name in _BEARERS):
            return ids
        return tuple(id for id in ids if id not in self._vague)

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
