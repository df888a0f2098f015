"""Where words stand elsewhere in a report: looked up once, and kept with its parse."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Made = TypeVar("Made")


def kept(doc: "Doc", name: str, make: "Callable[[Doc], Made]") -> Made:
    """What `make` gives for a report, made the first time that it is asked for.

    It must hold no token: the parse would hold itself, and stay in memory.
    """
    key = f"sayso: {name}"
    if key not in doc.user_data:
        doc.user_data[key] = make(doc)
    return cast(Made, doc.user_data[key])


def alike(word: "Token") -> "list[Token]":
    """Every place of a word, itself too, in small letters or large."""
    doc = word.doc
    return [doc[at] for at in kept(doc, "places", _places).get(word.lower, ())]


def places_of(word: "Token") -> "list[Token]":
    """Every place of a word, itself too, in the same letters."""
    return [token for token in alike(word) if token.orth == word.orth]


def _places(doc: "Doc") -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, lower in enumerate(doc.to_array("LOWER").tolist()):
        found[lower].append(at)
    return found


def beginning_with(doc: "Doc", stem: str) -> list[str]:
    """The different words of a report that begin so."""
    words = kept(doc, "words", _words)
    first = bisect_left(words, stem)
    last = first
    while last < len(words) and words[last].startswith(stem):
        last += 1
    return words[first:last]


def stands(doc: "Doc", word: str) -> bool:
    """Whether a word stands in a report, in these letters."""
    words = kept(doc, "words", _words)
    at = bisect_left(words, word)
    return words[at : at + 1] == [word]


def _words(doc: "Doc") -> list[str]:
    return sorted({token.text for token in doc})
