"""Tokens by their place in the text. spaCy's own `Doc.char_span` walks the whole report at each call."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Tokens:
    """The tokens of one Doc of this text, found by character offset."""

    def __init__(self, doc: "Doc", text: str) -> None:
        self.doc = doc
        self.text = text
        self._starts: list[int] = doc.to_array("IDX").tolist()

    def at(self, offset: int) -> "Token":
        """The token that covers `offset`, or the last one that begins before it."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def root(self, span: Span) -> "Token":
        """The token of `span` that the others hang from: the first whose head lies outside."""
        first, last = self.at(span.start).i, self.at(span.end - 1).i
        inside = range(first, last + 1)
        heads = (self.doc[i] for i in inside if self.doc[i].head.i not in inside or self.doc[i].head.i == i)
        return next(heads, self.doc[first])
