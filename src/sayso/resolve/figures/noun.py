"""What a figure counts: the noun it modifies, or that of the "of" phrase behind it."""

from typing import TYPE_CHECKING

from sayso.records.base import Span
from sayso.resolve.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


def noun_of(token: "Token", span: Span, tokens: Tokens) -> Span | None:
    """The words counted: the noun that the number modifies, or the "of" phrase behind it."""
    head = token
    for _ in range(3):
        if head.dep_ in ("nummod", "quantmod", "compound", "amod", "det", "predet") and head.head.i > head.i:
            head = head.head
    if head.idx >= span.end and head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return Span(_after(tokens, span.end), head.idx + len(head))
    for child in head.children:
        if child.lower_ == "of" and child.idx >= span.start:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.idx >= span.end:
                    return Span(max(span.end, inner.left_edge.idx), inner.idx + len(inner))
    return None


def _after(tokens: Tokens, offset: int) -> int:
    """The first offset from `offset` on that is neither space nor a hyphen."""
    while offset < len(tokens.text) and (tokens.text[offset].isspace() or tokens.text[offset] in "-–"):
        offset += 1
    return offset
