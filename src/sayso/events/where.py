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


_COUNTRY = 6
_AT_ONE_SPOT = frozenset({EventType.ASSAULT, EventType.PROTEST})


class Places:
    """Finds the place of events in one report; `lead_ends` is where its headline and first paragraph end."""

    def __init__(self, resolved: Resolved, lead_ends: int = 0) -> None:
        self._at = {m.head.start: m.id for m in resolved.mentions if m.id.startswith("p")}
        self._place = {place.id: place for place in resolved.places}
        self._lead_ends = lead_ends

    def of(self, found: Found) -> tuple[str, str] | None:
        """The place's id and the reason: what the clause says, or the one town there if that is only a country."""
        said = self._said(found) if self._at else None
        place = self._place.get(said[0]) if said is not None else None
        if place is None or place.precision != _COUNTRY or found.type not in _AT_ONE_SPOT:
            return said
        sentence = found.token.sent
        ranges = {"the sentence": (sentence.start_char, sentence.end_char), "the lead": (0, self._lead_ends)}
        for where, (start, end) in ranges.items():
            words = found.token.doc.char_span(start, end, alignment_mode="expand") or ()
            near = dict.fromkeys(
                self._at[word.idx]
                for word in words
                if word.idx in self._at and not _is_where_they_speak(word)
            )
            finer = [id for id in near if self._is_within(id, place.country)]
            if len(finer) == 1:
                return finer[0], f"{self._place[finer[0]].name!r}, in {where}, lies in {place.name}"
            if finer:
                return said
        return said

    def _is_within(self, id: str, country: str | None) -> bool:
        place = self._place.get(id)
        if place is None or place.country is None or place.country != country:
            return False
        return place.precision is not None and place.precision < _COUNTRY

    def _said(self, found: Found) -> tuple[str, str] | None:
        """The place below the trigger, at its target, or in the clause around it."""
        below = self._below(found.token)
        if below:
            return below
        for word in found.roles.recipient.heads if found.type in PHYSICAL else ():
            for place in (word, *_town_of(word)):
                id = self._at.get(place.idx)
                if id is not None:
                    return id, f"{place.text!r} is its target"
            target = self._below(word)
            if target:
                return target
        for deed in self._deeds(found):
            below = self._below(deed)
            if below:
                return below
        verb = found.token.head
        if found.token.dep_ == "nsubj" and verb.lemma_ in word_classes()["spread_verb"]:
            for word in fill(verb, "obj"):
                if word.idx in self._at:
                    return self._at[word.idx], f"{word.text!r} is where it spread"
        for around in found.token.ancestors:
            if around.pos_ in ("VERB", "AUX") and around.lemma_ not in word_classes()["reporting_verb"]:
                return self._below(around)
        return None

    def _deeds(self, found: Found) -> "list[Token]":
        """The deed in which somebody died, and what it hit: "died in an ATTACK on a MARKET in the town of Jos"."""
        classes = word_classes()
        if found.type is not EventType.ASSAULT or found.token.lemma_.lower() not in classes["count_killed"]:
            return []
        deeds = [w for w in fill(found.token, "in") if w.lemma_.lower() in classes["violence"]]
        return [word for deed in deeds for word in (deed, *fill(deed, "on"))]

    def _below(self, word: "Token") -> tuple[str, str] | None:
        for preposition in LOCATIVE:
            for head in fill(word, preposition):
                for place in (head, *_town_of(head)):
                    id = self._at.get(place.idx)
                    if id is not None:
                        return id, f"'{preposition} {place.text}' belongs to {word.text!r}"
        return None


def _is_where_they_speak(word: "Token") -> bool:
    """Whether a place belongs to those who tell of it: "police in ABUJA said"."""
    reporting = word_classes()["reporting_verb"]
    return any(a.dep_ == "nsubj" and a.head.lemma_ in reporting for a in (word, *word.ancestors))


def _town_of(head: "Token") -> "list[Token]":
    """What the noun for a place names: "the town of Jos"."""
    return fill(head, "of") if head.lemma_.lower() in word_classes()["place_noun"] else []
