"""Which of PLV's folds a sentence belongs to, where it is a copy of one of PLV's, changed by an editor or not."""

from __future__ import annotations

import re
from functools import cache

from data import fold_of, normal, read_folds, read_plv

COPY = 0.4
"""The likeness from which on a sentence counts as a copy of one of PLV, changed by an editor."""

Triples = frozenset[tuple[str, ...]]


@cache
def fold_of_copy(text: str) -> int:
    """The fold of the sentence, of one that holds it or lies in it, or of the one most like it; else 0."""
    known, shapes = _known()
    key = normal(text)
    if key in known:
        return known[key]
    within = (fold for other, fold in known.items() if key in other or other in key)
    fold = next(within, None)
    if fold is not None:
        return fold
    own = triples(text)
    likeness, fold = max((alike(own, other), fold) for other, fold in shapes)
    return fold if likeness > COPY else 0


@cache
def _known() -> tuple[dict[str, int], list[tuple[Triples, int]]]:
    folds, pairs = read_folds(), read_plv()
    named = {normal(pair.text): fold_of(pair, folds) for pair in pairs}
    return named, [(triples(pair.text), fold_of(pair, folds)) for pair in pairs]


def triples(text: str) -> Triples:
    """Three words in a row, case and punctuation aside."""
    words = re.sub(r"\W+", " ", text.lower()).split()
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def alike(one: Triples, other: Triples) -> float:
    """The share of the shorter sentence's triples that the other has."""
    return len(one & other) / max(1, min(len(one), len(other)))
