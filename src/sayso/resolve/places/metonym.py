"""Place or party: how a toponym is used, told from the parse.

After the distinction of literal and metonymic place names in Markert and Nissim (2007, "SemEval-2007 Task 08:
Metonymy Resolution").
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicons.load import table
from sayso.records.base import Record

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


class Word(Record, frozen=True, kw_only=True):
    """A row of locatives.tsv."""

    word: str
    kind: str


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
        speaks = first.dep_ in ("nsubj", "agent") and first.head.lemma_.lower() in _words("act")
        return Reading(Use.EITHER if speaks else Use.PLACE, found.reason)
    return found


def is_near(head: "Token") -> bool:
    """Whether the words put something near the place, not in it ("outside Kharkiv", "30 km from Kharkiv")."""
    governor = _first_of_list(head).head
    if governor.lower_ in _words("near"):
        return True
    return governor.lower_ in ("from", "of") and governor.head.lemma_.lower() in _words("distance")


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
    area = governor.lemma_.lower() in _words("area")
    dep = head.dep_
    if dep == "pobj" or (dep == "pcomp" and governor.pos_ == "ADP"):
        return _after_preposition(governor)
    if dep in ("compound", "nmod", "amod"):
        return Reading(Use.PLACE if area else Use.PARTY, f"qualifies '{governor.text}'")
    if dep == "poss":
        return Reading(Use.PLACE if area else Use.PARTY, f"owns '{governor.text}'")
    if dep in ("dobj", "nsubjpass", "obj"):
        target = governor.lemma_.lower() in _words("target")
        return Reading(Use.EITHER if target else Use.PARTY, f"object of '{governor.text}'")
    if dep in ("nsubj", "agent", "dative"):
        return Reading(Use.PARTY, f"subject of '{governor.text}'")
    if dep in ("npadvmod", "advmod"):
        there = governor.lemma_.lower() in ("base", "bear", "bind")
        return Reading(Use.PLACE if there else Use.PARTY, f"stands before '{governor.text}'")
    return None


def _after_preposition(preposition: "Token") -> Reading:
    word, governor = preposition.lower_, preposition.head
    lemmas = {governor.lemma_.lower(), governor.lower_}
    reason = f"after '{governor.text} {word}'"
    if word in _words("in"):
        aimed = word in ("at", "into") and governor.lemma_.lower() in _words("aim")
        return Reading(Use.EITHER if aimed else Use.PLACE, f"after '{word}'")
    if word == "of":
        if not lemmas.isdisjoint(_words("area")):
            return Reading(Use.PLACE, reason)
        return Reading(Use.EITHER if not lemmas.isdisjoint(_words("assault")) else Use.PARTY, reason)
    if word in ("on", "against"):
        return Reading(Use.EITHER if not lemmas.isdisjoint(_words("assault")) and word == "on" else Use.PARTY, reason)
    if word in _words("path"):
        moves = not lemmas.isdisjoint(_words("motion")) or not lemmas.isdisjoint(_words("area")) or not lemmas.isdisjoint(_words("distance"))
        return Reading(Use.EITHER if moves else Use.PARTY, reason)
    return Reading(Use.PARTY, f"after '{word}'")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row.word for row in table("places/locatives.tsv", Word) if row.kind == kind)
