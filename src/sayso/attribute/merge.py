"""Two proposers' attributions in one list: all of the encoder's, and of the rules' what it cannot see.

The encoder's training data (PolNeAR) forbids a statement inside another, and knows few headlines and few
refusals to confirm. A rule's attribution is kept if it lies in an encoded content or around one (a chain), or
apart from all of them and its rule is one that reads a form rather than a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribute.found import Found, Spans

APART = frozenset({
    "headline", "source phrase", "quoted as saying", "cited source", "verb of reluctance", "inserted clause",
    "direct quotation", "as one put it", "in one's own words", "adverb",
})  # fmt: skip
"""Rules whose attributions are kept beside the encoder's where it found nothing."""


def merge(encoded: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """The encoder's attributions, and those of the rules that add to them."""
    kept: list[Found] = list(encoded)
    same: dict[Found, Found] = {}
    for each in ruled:
        twin = next((other for other in encoded if _overlap(each.cue, other.cue)), None)
        if twin is not None:
            same[each] = twin
        elif _adds(each, encoded):
            kept.append(each)
    return [
        replace(each, inside=same[each.inside]) if each.inside is not None and each.inside in same else each
        for each in kept
    ]


def _adds(each: Found, encoded: Sequence[Found]) -> bool:
    met = [other for other in encoded if _overlap(each.content, other.content)]
    if not met:
        return each.rule in APART
    return all(_inside(each.content, other.content) or _inside(other.content, each.content) for other in met)


def _overlap(some: Spans, others: Spans) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _inside(spans: Spans, outer: Spans) -> bool:
    return all(any(piece.covers(span) for piece in outer) for span in spans)
