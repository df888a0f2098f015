"""Negation next to a word: "not", "no", "never", "neither ... nor", "nobody", "has yet to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.assess.cues import marker
from sayso.assess.effects import Effect

_NOBODY = ("nobody", "none", "nothing", "neither")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "expl")


def negators(token: Token) -> tuple[Token, ...]:
    """The words that negate `token` in its own clause, in text order; two of them cancel."""
    return tuple(sorted({*_own(token), *_of_arguments(token)}))


def _own(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "cc" and (child.i > token.i or child.lower_ not in ("nor", "neither")):
            continue
        if child.dep_ == "neg" or _says_no(child, "determiner" if child.dep_ == "det" else "adverb"):
            yield child
    if token.dep_ == "conj":
        yield from (c for c in token.head.children if c.dep_ == "cc" and c.lower_ == "nor" and c.i < token.i)


def _of_arguments(token: Token) -> Iterator[Token]:
    """ "No soldier fired", "they met nobody", "neither side fired": the argument negates its verb."""
    if token.pos_ not in ("VERB", "AUX"):
        return
    for argument in token.children:
        if argument.dep_ not in _ARGUMENTS:
            continue
        if argument.lower_ in _NOBODY or (argument.lower_ == "one" and argument.nbor(-1 if argument.i else 0).lower_ == "no"):
            yield argument
        elif argument.dep_.startswith("nsubj"):
            yield from (
                child
                for child in argument.children
                if child.dep_ in ("det", "preconj", "cc", "neg") and child.lower_ in ("no", "neither")
            )


def _says_no(token: Token, kind: str) -> bool:
    row = marker(token.lower_, kind)
    return row is not None and row.affirmed == Effect.NOT
