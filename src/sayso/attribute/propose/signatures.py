"""Quotations signed behind a dash: "A lie from start to end." — Ada Lo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading
from sayso.records.base import Span

RULE = "signature"
_SIGNED = re.compile(
    r"(?P<mark>[\"”“])[^\S\n]*(?P<dash>[–—―]|--)[^\S\n]*(?P<name>[A-Z][^\n;:!?\"“”]{1,78}?)[^\S\n.]*$", re.M
)
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SHORTEST = 3
"""Words of the shortest quotation that is signed; a shorter one is a title or a nickname."""


def signatures(reading: Reading) -> Iterator[Found]:
    """An attribution for each line that ends as a quotation, a dash and a name, without a verb of its own."""
    text = reading.report.text
    for found in _SIGNED.finditer(text):
        content = Span(_opening(text, found.start()), found.end("mark"))
        name = Span(*found.span("name"))
        if len(content.cut(text).split()) < _SHORTEST or any(
            token.tag_ in _VERBS for token in reading.within((name,))
        ):
            continue
        yield Found(
            source=(name,),
            cue=(Span(*found.span("dash")),),
            content=(content,),
            rule=RULE,
            detail="signed behind a dash at the line's end",
        )


def _opening(text: str, closing: int) -> int:
    """Where the quotation that ends at `closing` begins: the line's start, or the last opening mark in it."""
    line = text.rfind("\n", 0, closing) + 1
    while line < closing and text[line].isspace():
        line += 1
    if text[line] in '"“”':
        return line
    mark = max(text.rfind("“", line, closing), text.rfind(' "', line, closing) + 1)
    return mark if mark > line else line
