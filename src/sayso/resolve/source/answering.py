"""The class of "it" and "they" that answer: who was asked ("It did not reply"), or accused ("which it denies")."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.source.names import class_by_report
from sayso.resolve.source.nouns import nouns
from sayso.resolve.source.phrase import class_by_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

_PEOPLE = frozenset({SourceClass.PERSON, SourceClass.ANONYMOUS})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def class_of_answering(token: "Token", base: str, known: "Mapping[int, SourceClass]") -> SourceClass | None:
    """The class of what "it" or "they" means as who answers; None of other pronouns.

    `known` gives the class of each source so far by its head token.
    """
    if base not in ("it", "they"):
        return None
    verb = token.head
    words = {verb.lemma_.lower(), *(t.lemma_.lower() for t in verb.children if t.dep_ == "xcomp")}
    if words & nouns("replies"):
        return next(_classes(_asked(token), base, known), None)
    if words & nouns("disputes") and verb.dep_ in ("relcl", "acl"):
        return next(_classes(_told_of(token, known), base, known), None)
    return None


def _classes(
    found: "Iterator[Token]", base: str, known: "Mapping[int, SourceClass]"
) -> "Iterator[SourceClass]":
    for noun in found:
        if (noun.tag_ in ("NNS", "NNPS")) != (base == "they"):
            continue
        tokens = [t for t in noun.doc[noun.left_edge.i : noun.i + 1] if not t.is_space]
        kind = known.get(noun.i) or class_by_words(tokens) or class_by_report(noun.doc, tokens)
        if kind is SourceClass.PERSON and noun.pos_ == "PROPN" and base == "it":
            kind = SourceClass.ORGANISATION
        if kind is not None and kind not in _PEOPLE and kind is not SourceClass.DOCUMENT:
            yield kind


def _asked(token: "Token") -> "Iterator[Token]":
    """Whom somebody asked before a token, in its sentence or the one before."""
    first = token.sent.start
    start = token.doc[first - 1].sent.start if first else 0
    for noun in reversed(token.doc[start : token.i]):
        if noun.dep_ in ("dobj", "dative") and noun.head.lemma_.lower() in nouns("asks for answers"):
            yield noun


def _told_of(token: "Token", known: "Mapping[int, SourceClass]") -> "Iterator[Token]":
    """Those whom a sentence tells of before a token: the firm of "A said the firm had lied, a charge it denies"."""
    for noun in reversed(token.doc[token.sent.start : token.i]):
        if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ in _SUBJECTS | {"dobj"} and noun.i not in known:
            yield noun
