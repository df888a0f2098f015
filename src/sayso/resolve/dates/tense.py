"""Whether the clause around a time expression looks back or ahead."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicons.load import table
from sayso.records.base import Record

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = {"will", "'ll", "’ll", "shall", "wo"}
_OPEN = {"may", "might", "should", "must", "can", "would"}


class Outlook(Record, frozen=True, kw_only=True):
    """A row of `timex_outlook.tsv`."""

    word: str
    kind: str
    value: int


@cache
def _outlook(kind: str) -> dict[str, int]:
    return {row.word: row.value for row in table("timex_outlook.tsv", Outlook) if row.kind == kind}


def direction(token: "Token") -> int:
    """1 where the words that govern the time at `token` look ahead, -1 where they look back, 0 where neither.

    What governs it is its preposition ("until", "since") and the verb or adjective that this or the time itself
    modifies; a time inside a noun phrase ("Wednesday's ruling") is governed by none. Ahead are will and shall,
    most modals, words of planning in whatever tense but the past perfect, and what is to be done by plan ("is
    expected to meet in June"). Back are past tenses.
    """
    governor, preposition = token.head, ""
    if token.dep_ == "pobj":
        preposition, governor = governor.lemma_.lower(), governor.head
        if governor.dep_ in ("prep", "pcomp", "advmod") and governor.pos_ != "VERB":
            preposition, governor = governor.lemma_.lower(), governor.head
    elif token.dep_ not in _ADVERBIAL:
        return 0
    by_verb, by_preposition = _of_governor(governor, preposition), _outlook("preposition").get(preposition, 0)
    return 0 if by_verb == -by_preposition else by_verb or by_preposition


_ADVERBIAL = ("npadvmod", "tmod", "advmod", "dobj", "ROOT", "nsubj", "dep", "pcomp")


def _of_governor(word: "Token", preposition: str = "") -> int:
    planned = _outlook("verb").get(word.lemma_.lower(), 0)
    if word.pos_ not in ("VERB", "AUX"):
        if word.pos_ in ("ADJ", "ADP", "ADV"):
            return planned
        return max(0, _outlook("verb").get(word.head.lemma_.lower(), 0)) if word.dep_ == "dobj" else 0
    helpers = [child for child in word.children if child.dep_ in ("aux", "auxpass")]
    if _past_perfect(helpers):
        return -1
    if any(child.lower_ in _AHEAD for child in [*helpers, word]):
        return 1
    if planned > 0 and (word.tag_ != "VBD" or preposition in ("for", "to", "until")):
        return 1
    if any(child.lower_ in _OPEN for child in helpers):
        return -1 if any(child.lemma_ == "have" for child in helpers) else 1
    if any(child.lower_ == "to" for child in helpers):
        return _of_infinitive(word)
    return -1 if word.tag_ in ("VBD", "VBN") else 0


def _past_perfect(helpers: "list[Token]") -> bool:
    return any(child.lower_ in ("had", "'d", "’d") for child in helpers)


def _of_infinitive(verb: "Token") -> int:
    """ "expected to meet", "is to meet", "going to meet" look ahead; "managed to flee" goes by its own verb."""
    head = verb.head
    passive = any(child.dep_ == "auxpass" for child in head.children)
    finite = head.head if head.pos_ == "ADJ" else head
    if (
        passive
        or head.lemma_ in ("be", "go")
        or head.lemma_ in _outlook("order")
        or head.lemma_ in _outlook("verb")
    ):
        return (
            -1
            if _past_perfect([child for child in finite.children if child.dep_ in ("aux", "auxpass")])
            else 1
        )
    return _of_governor(head) if head != verb and head.pos_ in ("VERB", "AUX") and head.i < verb.i else 0
