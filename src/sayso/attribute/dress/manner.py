"""How a content's words are given: in quotation marks, without, or both."""

from __future__ import annotations

from bisect import bisect_left

from sayso.attribute.found import Spans
from sayso.attribute.reading import Reading
from sayso.records.base import Span
from sayso.records.vocabulary import Manner

_MARKS = 2


def quotes_in(reading: Reading, content: Spans) -> Spans:
    """The words inside quotation marks in the content, marks left out."""
    quotations = reading.quotations
    ends = [quotation.span.end for quotation in quotations]
    found = []
    for span in content:
        for quotation in quotations[bisect_left(ends, span.start + 1) :]:
            if quotation.span.start >= span.end:
                break
            if span.covers(quotation.inner) and quotation.span.start >= span.start:
                found.append(quotation.inner)
            elif quotation.inner.covers(span) and _is_quoted(reading.report.text, span):
                found.append(Span(span.start + 1, span.end - 1))
    return tuple(found)


def _is_quoted(text: str, span: Span) -> bool:
    """Whether a content inside a quotation stands in single marks of its own: "He said: ‘Go.’"."""
    return (text[span.start], text[span.end - 1]) in (
        ("‘", "’"),
        ("'", "'"),
    ) and span.end - span.start > _MARKS


def manner(reading: Reading, content: Spans, quotes: Spans) -> Manner:
    """Direct where only quoted words stand in the content, indirect where none do, else mixed."""
    if not quotes:
        return Manner.INDIRECT
    outside = 0
    for span in content:
        outside += _letters(reading, span) - sum(_letters(reading, q) for q in quotes if span.covers(q))
    return Manner.DIRECT if outside <= 0 else Manner.MIXED


def _letters(reading: Reading, span: Span) -> int:
    return sum(character.isalnum() for character in span.cut(reading.report.text))
