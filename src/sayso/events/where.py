"""Where an event was: the place that its clause names."""

from typing import TYPE_CHECKING

from sayso.events.slots import fill
from sayso.records.stages import Resolved

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

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

    def of(self, trigger: "Token", sentence: "Span", wanted: "tuple[Token, ...]") -> tuple[str, str] | None:
        """The place's id and the reason: below the trigger, its object, the clause around it, or the only one.

        `wanted` are the words of the recipient, which may be a place ("strikes on the port").
        """
        if not self._at:
            return None
        below = self._below(trigger)
        if below:
            return below
        for word in wanted:
            id = self._at.get(word.idx)
            if id is not None:
                return id, f"{word.text!r} is its target"
            found = self._below(word)
            if found:
                return found
        for around in trigger.ancestors:
            found = self._below(around) if around.pos_ in ("VERB", "AUX") else None
            if found:
                return found
        inside = {self._at[t.idx]: t for t in sentence if t.idx in self._at and t.dep_ == "pobj"}
        if len(inside) == 1:
            ((id, word),) = inside.items()
            return id, f"{word.text!r} is the only place in its sentence"
        return None

    def _below(self, word: "Token") -> tuple[str, str] | None:
        for preposition in LOCATIVE:
            for head in fill(word, preposition):
                id = self._at.get(head.idx)
                if id is not None:
                    return id, f"'{preposition} {head.text}' belongs to {word.text!r}"
        return None
