"""Contents that surround their cue: "X is so, A said", "X, A said, is so", "According to A, X is so"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.reading import Range, Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMPLEMENTS = frozenset({"attr", "acomp", "dobj", "oprd", "xcomp"})
_THERE = 2
"""Words of "there are", which never end a clause."""
_BREAKS = frozenset({";"})
_NEW_CLAUSE = frozenset(
    {"who", "which", "while", "but", "although", "though", "as", "when", "after", "whose"}
)


def around(reading: Reading, sentence: Sentence, start: int, end: int, main: Token | None) -> list[Range]:
    """What the stretch `start`..`end` of the sentence is inserted into: the parts before and after it.

    `main` is the head of the content where the parse knows it; it decides whether the part after belongs to it.
    """
    before = _before(reading, sentence, start)
    after = _after(reading, sentence, end)
    if not has_verb(reading, *before) and not _has_quotation(reading, *before):
        parts = [before, after] if before[0] < before[1] and after[0] < after[1] else [after]
        return [part for part in parts if part[0] < part[1]]
    if after[0] < after[1] and _goes_on(reading, before, after, main):
        return [before, after]
    return [before]


def has_verb(reading: Reading, start: int, end: int) -> bool:
    """Whether a finite verb stands between the tokens `start` and `end`."""
    return any(reading.doc[i].tag_ in _FINITE for i in range(start, end))


def _has_quotation(reading: Reading, start: int, end: int) -> bool:
    return any(reading.is_mark(i) for i in range(start, end))


def _before(reading: Reading, sentence: Sentence, start: int) -> Range:
    first = sentence.start
    for i in range(start - 1, first, -1):
        if reading.doc[i].text in _BREAKS and reading.quotation_at(i) is None:
            first = i + 1
            break
    return reading.trim(first, start)


def _after(reading: Reading, sentence: Sentence, end: int) -> Range:
    last = sentence.end
    for i in range(end + 1, last):
        if reading.doc[i].text in _BREAKS and reading.quotation_at(i) is None:
            last = i
            break
    return reading.trim(end, last)


def _goes_on(reading: Reading, before: Range, after: Range, main: Token | None) -> bool:
    first = reading.doc[after[0]]
    if reading.is_mark(first.i) and reading.doc[before[1] - 1].pos_ == "AUX":
        return True
    if reading.is_mark(first.i) and reading.quotation_at(before[1] - 1) is not None:
        return True
    if first.tag_ == "CC" and after[0] + 1 < after[1]:
        return (
            reading.doc[after[0] + 1].pos_ in ("VERB", "AUX") and reading.quotation_at(before[1] - 1) is None
        )
    if first.lower_ in _NEW_CLAUSE or first.tag_ in ("VBG", "CC") or first.dep_ == "cc":
        return False
    if reading.quotation_at(before[1] - 1) is not None and reading.is_mark(before[1] - 1):
        return False
    if _completes(reading, before, after):
        return True
    return main is not None and main.i >= after[0]


def _completes(reading: Reading, before: Range, after: Range) -> bool:
    """Whether the part before breaks off at its verb, and the part after goes on with its object or complement."""
    last = reading.doc[before[1] - 1]
    if before[1] - before[0] == _THERE and reading.doc[before[0]].tag_ == "EX":
        return True
    rest = reading.doc[after[0] : after[1]]
    if last.pos_ == "VERB":
        first = rest[0].pos_ in ("DET", "NUM", "ADJ", "NOUN", "PROPN") or rest[0].lower_ == "about"
        return first and not has_verb(reading, *after)
    if last.pos_ not in ("AUX", "VERB"):
        return False
    return any(t.head == last and t.dep_ in _COMPLEMENTS for t in rest)
