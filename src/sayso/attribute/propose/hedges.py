"""Adverbs that give the clause to no one in particular: "reportedly", "allegedly"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cues import cues


def hedges(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """An attribution without source for each such adverb between two tokens; its content is the clause."""
    for i in range(start, end):
        adverb = reading.doc[i]
        if adverb.lower_ not in cues("adverb"):
            continue
        head = adverb.head
        if head == adverb or head.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        clause = (head.left_edge.i, min(head.right_edge.i + 1, end))
        if head.pos_ in ("VERB", "AUX") and not children(head, "nsubj", "nsubjpass", "expl"):
            clause = (i, clause[1])
        content = reading.spans((clause[0], i), (i + 1, clause[1]))
        if content:
            yield Found(
                source=(),
                cue=reading.spans((i, i + 1)),
                content=content,
                rule="adverb",
                no_source=f"{adverb.text!r} names no one",
            )
