"""A mend of contents that run over a colon: "Few seemed to mind: “Let them have it,” said a pensioner"."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribute.found import Found
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.reading import Reading
from sayso.records.base import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def behind_colon(reading: Reading, each: Found) -> Found:
    """Where a quotation follows a colon and who said it follows that, the sentence before is the reporter's own."""
    if not each.content or not each.cue or cue_verb(reading, each) is None:
        return each
    first, last = reading.tokens(each.content[0])
    colon = next((i for i in range(first + 1, last - 1) if reading.doc[i].text == ":"), None)
    quotation = reading.quotation_at(colon + 1) if colon is not None else None
    if colon is None or quotation is None or any(reading.quotation_at(i) for i in range(first, colon + 1)):
        return each
    told = any(token.tag_ in _FINITE for token in reading.doc[first:colon])
    if not told or each.cue[0].start < quotation.span.end:
        return each
    kept = Span(quotation.span.start, each.content[0].end)
    if kept.start >= kept.end:
        return each
    return replace(each, content=(kept, *each.content[1:]), detail=f"{each.detail}; behind the colon")
