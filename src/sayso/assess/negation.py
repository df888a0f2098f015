"""Negation next to a word: "not", "no", "never", "neither ... nor", "nobody", "has yet to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.assess.cues import marker
from sayso.assess.effects import Effect

_NOBODY = ("nobody", "none", "nothing", "neither")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "expl")


def negators(token: Token, below: Token | None = None) -> tuple[Token, ...]:
    """The words that negate `token` in its own clause, in text order; two of them cancel.

    `below` is an argument left out: its own "no" has been heard already.
    """
    return tuple(sorted({*own_negators(token, below), *_of_arguments(token, below)}))


def says_no(token: Token) -> bool:
    """Whether a word is a negation: "not", "can't", "no", "never"."""
    if token.dep_ == "neg" or token.lower_.endswith(("n't", "n’t")):
        return True
    row = marker(token.lower_, "determiner" if token.dep_ == "det" else "adverb")
    return row is not None and row.affirmed == Effect.NOT


def own_negators(token: Token, below: Token | None = None) -> Iterator[Token]:
    """The negations of `token` itself, those of its arguments left out."""
    for child in token.children:
        if child == below or (child.dep_ == "cc" and (child.i > token.i or child.lower_ != "neither")):
            continue
        no_longer = child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children)
        if child.i + 1 < len(child.doc) and child.nbor(1).lower_ in ("only", "just", "merely"):
            continue
        if says_no(child) or no_longer:
            yield child
    if token.dep_ == "conj":
        yield from (c for c in token.head.children if c.dep_ == "cc" and c.i < token.i and _excludes(c))
    elif token.i > token.sent.start and token.dep_ == "ROOT":
        yield from (c for c in token.children if c.dep_ == "cc" and c.lower_ == "nor" and c.i < token.i)


def _of_arguments(token: Token, below: Token | None) -> Iterator[Token]:
    """ "No soldier fired", "they met nobody", "neither side fired": the argument negates its verb."""
    if token.pos_ not in ("VERB", "AUX"):
        return
    for argument in token.children:
        if argument.dep_ not in _ARGUMENTS or argument == below:
            continue
        if argument.lower_ in _NOBODY:
            yield argument
            continue
        yield from (
            child
            for child in argument.children
            if child.dep_ in ("det", "preconj", "cc", "neg") and child.lower_ in ("no", "neither")
        )


def _excludes(joint: Token) -> bool:
    """ "Nor" and "rather than": what follows does not happen."""
    return joint.lower_ == "nor" or (joint.lower_ == "than" and joint.nbor(-1).lower_ == "rather")
