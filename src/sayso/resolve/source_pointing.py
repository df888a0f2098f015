"""Whom "the former", "the latter", "the other" and "both" mean: the things that the words before them join."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = {"former": 0, "latter": -1}
_REACH = 60
"""How many tokens before it the joined things may stand."""


def pointed_at(tokens: "list[Token]") -> "list[Token]":
    """The words of what "the former" or "the latter" means, of the first that "both" means; else none."""
    said = [token.lower_ for token in tokens]
    if said == ["both"]:
        return [token for head in _joined_before(tokens[0])[:1] for token in _words(head)]
    if len(said) != 2 or said[0] != "the" or said[1] not in _PLACES:
        return []
    joined = _joined_before(tokens[0])
    return _words(joined[_PLACES[said[1]]]) if len(joined) > 1 else []


def _joined_before(token: "Token") -> "list[Token]":
    """The heads of the last list before a token."""
    doc = token.doc
    for i in range(token.i - 1, max(-1, token.i - _REACH), -1):
        one = doc[i]
        if one.dep_ == "conj" and one.pos_ in ("NOUN", "PROPN") and one.head.pos_ in ("NOUN", "PROPN"):
            first = one.head
            while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
                first = first.head
            return [first, *_conjuncts(first)]
    return []


def _conjuncts(token: "Token") -> "list[Token]":
    return [one for child in token.children if child.dep_ == "conj" for one in (child, *_conjuncts(child))]


def _words(head: "Token") -> "list[Token]":
    """The noun phrase of a head, without what is joined to it."""
    kept = (t for t in head.lefts if t.dep_ not in ("cc", "preconj", "punct"))
    first = min([head.i, *(t.left_edge.i for t in kept)])
    return list(head.doc[first : head.i + 1])
