"""Blocks: the report's paragraphs with the part each belongs to, and their place in the text."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.read.byline import read_byline
from sayso.read.credits import read_credit_line
from sayso.read.headline import Headed
from sayso.read.labels import is_caption, is_sign_off
from sayso.read.stamp import read_stamp
from sayso.records.base import Span
from sayso.records.report import Part
from sayso.records.vocabulary import PartKind

TOP, BOTTOM = 4, 6
"""How many paragraphs below the headline may hold byline and time stamp; how many at the end, credits."""


class Block(NamedTuple):
    """One paragraph, and the part it belongs to."""

    kind: PartKind
    text: str


def label_blocks(headed: Headed) -> list[Block]:
    """Each paragraph with its part; a paragraph that shows no other mark is body."""
    blocks = []
    if headed.headline:
        blocks.append(Block(PartKind.HEADLINE, headed.headline))
    if headed.standfirst:
        blocks.append(Block(PartKind.STANDFIRST, headed.standfirst))
    count = len(headed.body)
    body = [Block(_kind(text, n, count), text) for n, text in enumerate(headed.body)]
    if not any(block.kind is PartKind.BODY for block in body):
        body = [Block(PartKind.BODY, block.text) for block in body]
    return blocks + body


def _kind(paragraph: str, number: int, count: int) -> PartKind:
    top, bottom = number < TOP, number >= count - BOTTOM
    if (top or bottom) and read_byline(paragraph):
        return PartKind.BYLINE
    if top and read_stamp(paragraph):
        return PartKind.DATELINE
    if (top or bottom) and (read_credit_line(paragraph) or (bottom and is_sign_off(paragraph))):
        return PartKind.CREDIT
    return PartKind.CAPTION if is_caption(paragraph) else PartKind.BODY


class Laid(NamedTuple):
    """The report's text, and where each block lies in it."""

    text: str
    spans: tuple[Span, ...]


def lay_out(blocks: Sequence[Block]) -> Laid:
    """Join blocks by blank lines."""
    spans, at = [], 0
    for block in blocks:
        spans.append(Span(at, at + len(block.text)))
        at += len(block.text) + 2
    return Laid("\n\n".join(block.text for block in blocks), tuple(spans))


def parts_of(blocks: Sequence[Block], laid: Laid, dateline: Span | None) -> tuple[Part, ...]:
    """The parts in text order: body neighbours make one, a dateline is parted from its paragraph."""
    parts: list[Part] = []
    for block, span in zip(blocks, laid.spans, strict=True):
        if dateline and span.covers(dateline) and block.kind is PartKind.BODY:
            parts.append(Part(kind=PartKind.DATELINE, span=dateline))
            story = laid.text[dateline.end : span.end]
            span = Span(span.end - len(story.lstrip()), span.end)
        if parts and parts[-1].kind is block.kind is PartKind.BODY:
            parts[-1] = Part(kind=block.kind, span=Span(parts[-1].span.start, span.end))
        else:
            parts.append(Part(kind=block.kind, span=span))
    return tuple(parts)
