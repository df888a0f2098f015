"""Mends of how far a source reaches: a clause or place that says which one speaks belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cues import cues
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACED = frozenset({"outside", "inside", "in", "at", "near", "from", "of", "behind", "around"})

_RELATIVES = frozenset({"who", "which", "whose", "whom"})
_NAMING = frozenset({"DT", "PRP$", "NNP", "NNPS", "NNS", "CD"})
_LONGEST = 14
"""Tokens of the longest clause that a source takes in; PolNeAR has most of these in it, and few longer ones."""


def with_clause(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "The front, which holds 41 seats, demanded X and said Y": the clause before the cue is part of the source."""
    same = (other for other in found if other.source == each.source and len(other.source) == 1)
    end = next((end for other in same if (end := _clause_end(reading, other)) is not None), None)
    if end is None or meet(each.content, (Span(each.source[0].end, end),)):
        return each
    source = (Span(each.source[0].start, end),)
    return replace(each, source=source, detail=f"{each.detail}; its source with the clause before the cue")


def _clause_end(reading: Reading, each: Found) -> int | None:
    """Where a clause between an attribution's source and its cue ends, if one stands there."""
    if not each.cue:
        return None
    last, cue = reading.tokens(each.source[0])[1], reading.tokens(each.cue[0])[0]
    doc = reading.doc
    if not 3 < cue - last <= _LONGEST or doc[last].text != "," or not _describes(doc[last + 1]):
        return None
    end = doc[cue - 1].idx
    closed = doc[cue - 1].text == "," and doc[last + 1].sent == doc[cue].sent
    quoted = any(reading.quotation_at(i) for i in range(last, cue))
    return end if closed and not quoted and not meet(each.content, (Span(doc[last].idx, end),)) else None


def _describes(first: Token) -> bool:
    """Whether a word begins what says more of the noun before it: "who", "written (by)", "by", "speaking (to)"."""
    written = first.tag_ == "VBN" and first.dep_ == "acl"
    speaking = first.tag_ in ("VBG", "VBN") and first.lemma_.lower() in cues("talking") | cues("reached")
    made = first.lower_ == "by" and first.nbor().tag_ in _NAMING  # no "by contrast"
    return first.lower_ in _RELATIVES or written or made or speaking


def _places(word: Token) -> bool:
    """Whether a word begins what says which one speaks: "outside (the court)", "queuing (for water)"."""
    acts = word.tag_ == "VBG" and word.lemma_.lower() not in cues("verb") | cues("aside") | cues("relay")
    return word.lower_ in _PLACED or acts


def with_place(reading: Reading, each: Found) -> Found:
    """ "chanted the crowd outside the court.": behind its cue a source goes on to the end of the clause."""
    verb = cue_verb(reading, each)
    if verb is None or len(each.source) != 1 or not verb.idx < each.source[0].start:
        return each
    first, last = reading.tokens(each.source[0])
    doc = reading.doc
    if last >= len(doc) or first != verb.i + 1 or not _places(doc[last]):
        return each
    prep: Token = doc[last]
    end = prep.right_edge.i + 1
    noun = doc[last - 1]
    named = children(prep, "pobj") if prep.tag_ != "VBG" else [noun]
    ends = end == len(doc) or reading.is_edge(end)
    if any(t.lemma_.lower() in cues("claim") for t in named):
        return each  # "said the colonel of the claim that"
    if not ends or not named or named[0].ent_type_ in ("DATE", "TIME") or noun.pos_ in ("PRON", "PROPN"):
        return each
    if any(reading.quotation_at(i) for i in range(last, end)):
        return each
    source = (Span(each.source[0].start, doc[end - 1].idx + len(doc[end - 1])),)
    return each if meet(each.content, source) else replace(each, source=source)


def with_what_describes(reading: Reading, each: Found) -> Found:
    """ "asked Oda Felt, whose sons drowned.": behind its cue a source goes on to the end of the sentence.

    So far as apposition and relative clause describe it.
    """
    cue = reading.within(each.cue)
    if not cue or len(each.source) != 1 or cue[0].idx > each.source[0].start:
        return each
    first, last = reading.tokens(each.source[0])
    doc, end = reading.doc, last
    while (
        end + 2 < len(doc) and doc[end].text == "," and (more := _description(reading, first, last, end + 1))
    ):
        end = more
    ends = end == len(doc) or reading.is_edge(end)
    if end == last or not ends or any(reading.quotation_at(i) for i in range(last, end)):
        return each
    source = (Span(each.source[0].start, doc[end - 1].idx + len(doc[end - 1])),)
    return each if meet((*each.content, *each.cue), source) else replace(each, source=source)


def _description(reading: Reading, first: int, last: int, begin: int) -> int | None:
    """Where what begins at a token ends, if it describes a word of the source: a clause with "who", an apposition."""
    word = reading.doc[begin]
    above = word
    while above.head != above and above.head.i >= last and above.dep_ not in ("relcl", "appos"):
        above = above.head
    described = above.dep_ in ("relcl", "appos") and first <= above.head.i < begin
    says = above.lemma_.lower() in cues("relay")  # "said the Herald, which cited a guard"
    told = word.lower_ == "who" and above.lemma_.lower() in cues("verb") and children(above, "ccomp")
    says = says or (bool(told) and above.lemma_.lower() != "ask")  # "said her son, who added that it rained"
    clause = above.dep_ == "relcl" and word.lower_ in _RELATIVES and not says
    return above.right_edge.i + 1 if described and (clause or above.dep_ == "appos") else None
