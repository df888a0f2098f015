"""Where an event was: the place that its clause names."""

from typing import TYPE_CHECKING

from sayso.events.found import Found
from sayso.events.lexicon import word_classes
from sayso.events.slots import fill
from sayso.records.stages import Resolved
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

PHYSICAL = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.PROTEST,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.AID,
    }
)

LOCATIVE = (
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "across",
    "around",
    "throughout",
    "over",
    "along",
    "off",
    "on",
    "to",
)


class Places:
    """Finds the place of events in one report."""

    def __init__(self, resolved: Resolved) -> None:
        self._at = {m.head.start: m.id for m in resolved.mentions if m.id.startswith("p")}

    def of(self, found: Found) -> tuple[str, str] | None:
        """The place's id and the reason: below the trigger, at its target, or in the clause around it."""
        if not self._at:
            return None
        below = self._below(found.token)
        if below:
            return below
        for word in found.roles.recipient.heads if found.type in PHYSICAL else ():
            id = self._at.get(word.idx)
            if id is not None:
                return id, f"{word.text!r} is its target"
            target = self._below(word)
            if target:
                return target
        verb = found.token.head
        if found.token.dep_ == "nsubj" and verb.lemma_ in word_classes()["spread_verb"]:
            for word in fill(verb, "obj"):
                if word.idx in self._at:
                    return self._at[word.idx], f"{word.text!r} is where it spread"
        for around in found.token.ancestors:
            if around.pos_ in ("VERB", "AUX") and around.lemma_ not in word_classes()["reporting_verb"]:
                return self._below(around)
        return None

    def _below(self, word: "Token") -> tuple[str, str] | None:
        for preposition in LOCATIVE:
            for head in fill(word, preposition):
                id = self._at.get(head.idx)
                if id is not None:
                    return id, f"'{preposition} {head.text}' belongs to {word.text!r}"
        return None
