"""Mends of what "and" or "but" joins: to the speaker's own verb, or to the verb of what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.mend.mending import cue_verb, with_content
from sayso.attribute.reading import Reading, children
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE = frozenset({"he", "she"})
_SEVERAL = frozenset({"they", "we", "police"})
_JOINS = frozenset({"and", "but", "or", "nor", ", and", ", but", ", or"})
_NEAR = 3
"""Characters between a quotation and who said it."""


def with_joined(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "Police say he raised a gun and refused to drop it": police refuse nothing, he does, as they say."""
    for other in found:
        if _deed(reading, each, other) is not None:
            content = (Span(each.content[0].start, other.content[-1].end),)
            return replace(each, content=content, detail=f"{each.detail}; with what its subject did too")
        who = _deed(reading, other, each)
        if who is not None:
            detail = f"{each.detail}; its source is the subject of the verb before"
            return replace(each, source=reading.spans((who.left_edge.i, who.right_edge.i + 1)), detail=detail)
    return each


def _deed(reading: Reading, outer: Found, other: Found) -> Token | None:
    """The subject of what the outer one says, if the other's cue is joined to its verb and it is not the speaker."""
    if outer is other or len(outer.content) != 1 or not other.content or not meet(outer.source, other.source):
        return None
    verb, deed = cue_verb(reading, outer), cue_verb(reading, other)
    if verb is None or deed is None or other.content[0].start < other.cue[-1].end:
        return None
    between = reading.report.text[outer.content[0].end : other.cue[0].start].strip().lower()
    said = next((t for t in children(verb, "ccomp") if t.i > verb.i and deed in _joined(t)), None)
    subject = next(iter(children(said, "nsubj")), None) if said is not None else None
    apart = subject is not None and between in _JOINS and not reading.quotation_at(deed.i)
    return subject if subject is not None and apart and _is_another(reading, subject, outer) else None


def _joined(verb: Token) -> Iterator[Token]:
    """The verbs joined to a verb that have no subject of their own."""
    for other in children(verb, "conj"):
        if not children(other, "nsubj", "nsubjpass", "expl"):
            yield other
            yield from _joined(other)


def _is_another(reading: Reading, subject: Token, each: Found) -> bool:
    """Whether a pronoun cannot stand for the source: one person for several, or several for one person."""
    source = reading.within(each.source)
    if not source:
        return False
    head = next((t for t in source if t.head not in source), source[-1])
    several = head.tag_ in ("NNS", "NNPS") or head.lower_ in _SEVERAL or bool(children(head, "conj"))
    if subject.lower_ in _ONE:
        return several
    return subject.lower_ == "they" and (head.lower_ in _ONE or (not several and head.ent_type_ == "PERSON"))


def up_to_own_next(reading: Reading, each: Found) -> Found:
    """ "told the court that A, but he said B": what its speaker said next, with a subject of its own, is apart."""
    verb = cue_verb(reading, each)
    if verb is None or len(each.content) != 1:
        return each
    first, last = reading.tokens(each.content[0])
    for other in children(verb, "conj"):
        subject = next(iter(children(other, "nsubj")), None)
        joint = next((t for t in children(verb, "cc") if t.i < other.i), None)
        if subject is None or joint is None or not verb.i < first < joint.i < subject.i < other.i < last:
            continue
        said = subject.i == joint.i + 1 and subject.pos_ == "PRON" and bool(children(other, "ccomp"))
        if said and other.tag_ == verb.tag_ and reading.quotation_at(joint.i) is None:
            return with_content(reading, each, (first, joint.i), "up to what its speaker said next")
    return each


def without_others_words(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "The head said A.\\n“B,” she said": where a content is a quotation, an attribution before it is no part."""
    if each.score is None or not each.content or not each.cue:
        return each
    begin, speaks = each.content[0].start, min(s.start for s in (*each.source, *each.cue))
    quoted = next((q.span for q in reading.quotations if _stands_at(q.span, each, speaks)), None)
    if quoted is None or quoted.start <= begin:
        return each
    for other in found:
        parts = (*other.source, *other.cue, *other.content)
        if other is each or not other.source or not other.cue or other.inside is each:
            continue
        whole = abs(min(s.start for s in parts) - begin) <= 1 and max(s.end for s in parts) <= quoted.start
        whole = whole and not _dangles(reading, each, max(s.end for s in parts))
        if whole and other.cue[0].start > other.source[0].start and not meet(other.cue, each.cue):
            kept = tuple(
                Span(max(s.start, quoted.start), s.end) for s in each.content if s.end > quoted.start
            )
            return replace(each, content=kept, detail=f"{each.detail}; without what was said before")
    return each


def _dangles(reading: Reading, each: Found, end: int) -> bool:
    """Whether a "was" before the reporting clause waits for the quotation: "The charge was, A said, “B”"."""
    piece = next((span for span in each.content if span.start < end < span.end), None)
    last = reading.within((piece,))[-1] if piece is not None else None
    return last is not None and last.lemma_ == "be"


def _stands_at(quoted: Span, each: Found, speaks: int) -> bool:
    """Whether the quotation is a part of the content that stands next to the words of reporting."""
    next_to = 0 <= speaks - quoted.end <= _NEAR or 0 <= quoted.start - each.cue[-1].end <= _NEAR
    return next_to and any(span.covers(quoted) for span in each.content)
