"""Place or party: how a toponym is used, told from the parse.

After the distinction of literal and metonymic toponyms in Markert and Nissim (2007, SemEval task 8).
"""

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


class Word(Record, frozen=True, kw_only=True):
    """A row of locatives.tsv."""

    word: str
    kind: str




def use_of(head: "Token", *, acts: bool) -> tuple[Use, str]:
    """The use of the toponym with this head token, and the reason.

    `acts`: whether places of this kind stand for governments (countries, capitals, first-order units); others
    are places unless they speak.
    """
    while head.dep_ == "conj" and head.head.pos_ in ("PROPN", "NOUN"):
        head = head.head
    use, reason = _by_syntax(head)
    if use is None:
        return (Use.EITHER, "no sign of its use") if acts else (Use.PLACE, "names of its kind are places")
    if use is Use.PARTY and not acts:
        return Use.EITHER, reason
    return use, reason


def _by_syntax(head: "Token") -> tuple[Use | None, str]:
    governor = head.head
    if head.dep_ == "pobj":
        return _after_preposition(governor)
    if head.dep_ in ("compound", "nmod", "amod"):
        near = governor.lemma_.lower() in _words("area")
        return (Use.PLACE, f"part of '{governor.text}'") if near else (Use.PARTY, f"qualifies '{governor.text}'")
    if head.dep_ == "poss":
        near = governor.lemma_.lower() in _words("area")
        return (Use.PLACE if near else Use.PARTY), f"owner of '{governor.text}'"
    if head.dep_ in ("dobj", "nsubjpass", "obj"):
        hit = governor.lemma_.lower() in _words("target")
        return (Use.EITHER if hit else Use.PARTY), f"object of '{governor.text}'"
    if head.dep_ in ("nsubj", "agent", "dative"):
        return Use.PARTY, f"subject of '{governor.text}'"
    if head.dep_ in ("appos", "npadvmod", "advmod"):
        return Use.PLACE, f"stands beside '{governor.text}'"
    return None, ""


def _after_preposition(preposition: "Token") -> tuple[Use | None, str]:
    word, governor = preposition.lower_, preposition.head
    if word in _words("in"):
        return Use.PLACE, f"after '{word}'"
    lemma = governor.lemma_.lower()
    if word in ("of", "on", "for") or lemma in _words("area"):
        near = lemma in _words("area")
        return (Use.PLACE if near and word == "of" else Use.EITHER if near else Use.PARTY), f"'{governor.text} {word}'"
    if word in _words("path"):
        moves = lemma in _words("motion")
        return (Use.EITHER if moves else Use.PARTY), f"'{governor.text} {word}'"
    return Use.PARTY, f"after '{word}'"


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row.word for row in table("places/locatives.tsv", Word) if row.kind == kind)
