"""Adjectives that judge a clause ("it is unlikely that") and their degrees ("too weak to", "big enough to")."""

from dataclasses import replace

from spacy.tokens import Token

from sayso.assess.cues import MarkerRow, governor, marker
from sayso.assess.edges import Edge
from sayso.assess.negation import negators

_PREDICATES = ("acomp", "attr", "oprd")
_CLAUSES = ("ccomp", "csubj")


def judged_by(step: Edge) -> Edge:
    """The step to the predicate that judges the clause: the parser hangs "it is unlikely THAT" on "is"."""
    above = step.governor
    empty = step.relation == "csubj" or any(child.lower_ == "it" for child in above.children)
    if step.relation not in _CLAUSES or above.lemma_ != "be" or not empty:
        return step
    known = (word for word in predicates(above) if governor(word.lemma_.lower(), step.form) is not None)
    word = next(known, None)
    return replace(step, governor=word) if word is not None else step


def predicates(verb: Token) -> list[Token]:
    """The adjectives and nouns that a copula says of its subject."""
    return [child for child in verb.children if child.dep_ in _PREDICATES]


def denials(word: Token, below: Token) -> tuple[Token, ...]:
    """The words that negate `word`, those beside its copula included: "is not likely to"."""
    copula = word.head if word.dep_ in _PREDICATES and word.head.lemma_ == "be" else None
    return (*negators(word, below), *(negators(copula, word) if copula is not None else ()))


def degree(word: Token) -> tuple[MarkerRow, Token] | None:
    """ "Too" or "enough" beside an adjective, with what it does to the infinitive that follows."""
    beside = [
        child for child in word.children if abs(child.i - word.i) == 1 and word.pos_ in ("ADJ", "ADV", "NOUN")
    ]
    rows = ((marker(child.lower_, "degree"), child) for child in beside)
    return next(((row, child) for row, child in rows if row is not None), None)
