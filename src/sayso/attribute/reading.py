"""A parsed report as the rules read it: tokens, quotations, sentences, and spans from token ranges."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.attribute.found import Spans
from sayso.attribute.words.quotations import Quotation, quotations
from sayso.records.base import Span
from sayso.records.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

Range = tuple[int, int]
"""First token and the one after the last."""

WHEN = frozenset({"DATE", "TIME"})
"""What the name finder calls days, spans and hours."""

_EDGE = frozenset(",;:-–—.…") | {"--", "..", "...", "–"}
_MARKS = frozenset("“”\"‘’'«»„`") | {"``", "''"}


@dataclass(frozen=True)
class Reading:
    """One report with its Doc; offsets of tokens are offsets of the report's text."""

    doc: Doc
    report: Report

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The report's quotations, in order."""
        return quotations(self.report.text, self.report.paragraphs)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences; a parse that ends one inside it, behind a quotation ("Why?" he asked), is mended."""
        starts: list[int] = []
        for sentence in self.doc.sents:
            if not starts or not self._goes_on(sentence.start):
                starts.append(sentence.start)
        ends = [*starts[1:], len(self.doc)]
        return tuple(self.doc[start:end] for start, end in zip(starts, ends, strict=True))

    def _goes_on(self, start: int) -> bool:
        """Whether the token cannot begin a sentence: lower case, in the same line as what goes before."""
        before = self.doc[start - 1]
        first = self.doc[start].text
        return (first[:1].islower() or first in (",", ";")) and not before.is_space

    @cached_property
    def _starts(self) -> list[int]:
        starts: list[int] = self.doc.to_array("IDX").tolist()
        return starts

    @cached_property
    def _quotation_of(self) -> list[int]:
        inside = [-1] * len(self.doc)
        for number, quotation in enumerate(self.quotations):
            for i in range(*self.tokens(quotation.span)):
                inside[i] = number
        return inside

    def tokens(self, span: Span) -> Range:
        """The tokens that begin within `span`."""
        return bisect_right(self._starts, span.start - 1), bisect_right(self._starts, span.end - 1)

    def within(self, spans: Spans) -> Sequence[Token]:
        """The tokens that begin within the spans, in their order; the same spans are cut but once."""
        found = self._cut.get(spans)
        if found is None:
            found = self._cut[spans] = tuple(self.doc[i] for span in spans for i in range(*self.tokens(span)))
        return found

    @cached_property
    def _cut(self) -> dict[Spans, Sequence[Token]]:
        return {}

    def quotation_at(self, i: int) -> Quotation | None:
        """The quotation around token `i`, marks included."""
        number = self._quotation_of[i] if 0 <= i < len(self.doc) else -1
        return self.quotations[number] if number >= 0 else None

    def same_quotation(self, i: int, j: int) -> bool:
        """Whether both tokens lie in one quotation, or both outside all."""
        return self._quotation_of[i] == self._quotation_of[j]

    def is_edge(self, i: int) -> bool:
        """Whether token `i` is a comma, stop or dash, or white space."""
        token = self.doc[i]
        if token.text == "-" and i and not token.whitespace_ and not self.doc[i - 1].whitespace_:
            return False  # "near-identical"
        return token.is_space or token.text in _EDGE

    def is_mark(self, i: int) -> bool:
        """Whether token `i` is a quotation mark."""
        return self.doc[i].text in _MARKS

    def trim(self, start: int, end: int) -> Range:
        """The range without commas, stops, dashes and white space at its ends; it may become empty."""
        while start < end and self.is_edge(start):
            start += 1
        while start < end and self.is_edge(end - 1) and not self._ends_quotation(end - 1):
            end -= 1
        return start, end

    def _ends_quotation(self, i: int) -> bool:
        token, quotation = self.doc[i], self.quotation_at(i)
        return quotation is not None and token.idx + len(token.text) == quotation.span.end

    def spans(self, *ranges: Range) -> Spans:
        """The report's spans for token ranges, trimmed; empty ranges are left out."""
        made = []
        for start, end in sorted(ranges):
            start, end = self.trim(start, end)
            if start < end:
                last = self.doc[end - 1]
                made.append(Span(self.doc[start].idx, last.idx + len(last.text)))
        return tuple(made)

    def whole_quotations(self, start: int, end: int, cue: int) -> Range:
        """The range widened to hold each quotation at its ends wholly, unless the cue itself is quoted there."""
        for i in (start, end - 1):
            quotation = self.quotation_at(i)
            if quotation is not None and not self.same_quotation(i, cue):
                first, last = self.tokens(quotation.span)
                start, end = min(start, first), max(end, last)
        return start, end


def children(token: Token, *deps: str) -> list[Token]:
    """The token's dependents with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in deps]
