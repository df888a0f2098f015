"""Place or party: how a toponym is used, told from the parse.

After the distinction of literal and metonymic place names in Markert and Nissim (2007, "SemEval-2007 Task 08:
Metonymy Resolution").
"""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sayso.resolve.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


class Use(Enum):
    """What a toponym stands for: the place alone, the place and perhaps a party, or a party alone."""

    PLACE = "place"
    EITHER = "either"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Reading:
    """The use of a toponym, and why."""

    use: Use
    reason: str


def reading(head: "Token", *, acts: bool) -> Reading:
    """How the toponym with this head token is used.

    `acts`: whether places of this kind stand for governments (countries, capitals, first-order units); others
    are places, and perhaps parties where they do or own something.
    """
    first = _first_of_list(head)
    found = _by_syntax(first)
    if found is None:
        reason = "nothing tells its use" if acts else "places of its kind seldom stand for a party"
        return Reading(Use.EITHER if acts else Use.PLACE, reason)
    if not acts and found.use is not Use.PLACE:
        speaks = first.dep_ in ("nsubj", "agent") and _is(first.head, "act")
        return Reading(Use.EITHER if speaks else Use.PLACE, found.reason)
    return found


def is_near(head: "Token") -> bool:
    """Whether the words put something near the place, not in it ("outside Kharkiv", "30 km from Kharkiv")."""
    governor = _first_of_list(head).head
    if governor.lower_ in words("near"):
        return True
    return governor.lower_ in ("from", "of") and _is(governor.head, "distance")


def _first_of_list(token: "Token") -> "Token":
    """The first of the names that `token` is listed with: they are used alike."""
    for _ in range(20):
        listed = token.dep_ == "conj" or (
            token.dep_ == "appos" and token.head.ent_type_ == token.ent_type_ != ""
        )
        if not listed or token.head.pos_ not in ("PROPN", "NOUN"):
            break
        token = token.head
    return token


def _by_syntax(head: "Token") -> Reading | None:
    governor = head.head
    area = _is(governor, "area")
    dep = head.dep_
    if dep == "pobj" or (dep == "pcomp" and governor.pos_ == "ADP"):
        return _after_preposition(governor)
    if dep in ("compound", "nmod", "amod"):
        return Reading(Use.PLACE if area else Use.PARTY, f"qualifies '{governor.text}'")
    if dep == "poss":
        return Reading(Use.PLACE if area else Use.PARTY, f"owns '{governor.text}'")
    if dep in ("dobj", "nsubjpass", "obj"):
        target = _is(governor, "target")
        return Reading(Use.EITHER if target else Use.PARTY, f"object of '{governor.text}'")
    if dep in ("nsubj", "agent", "dative"):
        return Reading(Use.PARTY, f"subject of '{governor.text}'")
    if dep in ("npadvmod", "advmod"):
        there = governor.lemma_.lower() in ("base", "bear", "bind")
        return Reading(Use.PLACE if there else Use.PARTY, f"stands before '{governor.text}'")
    return None


def _after_preposition(preposition: "Token") -> Reading:
    word, governor = preposition.lower_, preposition.head
    reason = f"after '{governor.text} {word}'"
    if word in words("in"):
        aimed = word in ("at", "into") and _is(governor, "aim")
        return Reading(Use.EITHER if aimed else Use.PLACE, f"after '{word}'")
    if word == "of" and _is(governor, "area", "type"):
        return Reading(Use.PLACE, reason)
    if word == "of":
        return Reading(Use.EITHER if _is(governor, "assault") else Use.PARTY, reason)
    if word == "on":
        return Reading(Use.EITHER if _is(governor, "assault") else Use.PARTY, reason)
    if word in words("path"):
        return Reading(Use.EITHER if _is(governor, "motion", "area", "distance") else Use.PARTY, reason)
    return Reading(Use.PARTY, f"after '{word}'")


def _is(token: "Token", *kinds: str) -> bool:
    """Whether the token or its lemma is among the words of one of these kinds."""
    return any(not words(kind).isdisjoint((token.lower_, token.lemma_.lower())) for kind in kinds)
