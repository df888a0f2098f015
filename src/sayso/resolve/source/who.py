"""The class of "who" behind people in the plural, who may be nameless: "strategists at Nomura, who predict"."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.source.nouns import nouns
from sayso.resolve.source.phrase import class_by_words
from sayso.resolve.source.relative import antecedents, nearest
from sayso.resolve.source.signs import veiled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_OPEN = frozenset({SourceClass.ANONYMOUS, SourceClass.COLLECTIVE})


def class_of_who(token: "Token", known: "Mapping[int, SourceClass]") -> SourceClass | None:
    """The class of the people whom "who" describes, where they are a plural without names; else None.

    `known` gives the class of each source so far by its head token.
    """
    if token.lower_ != "who":
        return None
    if (
        token.head.dep_ in ("ccomp", "pcomp", "csubj")
        and token.head.left_edge == token
        and not antecedents(token)
    ):
        return SourceClass.ANONYMOUS  # "it is not clear who ordered it"
    heads = antecedents(token) or nearest(token)
    if len(heads) == 1 and heads[0].lower_ in nouns("standing alone"):
        return known.get(heads[0].i, SourceClass.COLLECTIVE)
    if len(heads) != 1:
        return None
    head = heads[0]
    phrase = [t for t in token.doc[head.left_edge.i : head.right_edge.i + 1] if not t.is_space]
    named = head.dep_ == "appos" and head.head.pos_ == "PROPN"  # "Ada, a nurse, who asked not to be named"
    if head.tag_ == "NN" and head.pos_ == "NOUN" and not named and veiled(phrase):
        return SourceClass.ANONYMOUS
    if head.tag_ != "NNS":
        return None
    found = known.get(head.i) or class_by_words(phrase)
    return found if found in _OPEN else None
