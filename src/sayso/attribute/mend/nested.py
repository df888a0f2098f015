"""A quotation in single marks inside another: "He said: ‘It is fine. It is straight.’" is one content."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading
from sayso.records.base import Span

_CLOSING = {"‘": "’", "'": "'"}
_LONGEST = 600
"""Characters of the longest quotation inside another."""


def whole_inner_quotation(reading: Reading, each: Found) -> Found:
    """With the content over all of the quotation that it begins, marks included."""
    if len(each.content) != 1 or not each.cue:
        return each
    text, (start, end) = reading.report.text, each.content[0]
    opens = start if text[start] in _CLOSING else start - 1
    if opens < each.cue[-1].end or text[opens] not in _CLOSING or text[each.cue[-1].end : opens].strip(" ,:"):
        return each
    outer = next((q.span for q in reading.quotations if q.span.start < opens < q.span.end), None)
    closes = _closing(text, opens, outer.end if outer is not None else opens)
    if closes is None or closes + 1 <= end:
        return each
    return replace(
        each, content=(Span(opens, closes + 1),), detail=f"{each.detail}; the whole quotation inside another"
    )


def _closing(text: str, opens: int, limit: int) -> int | None:
    """Where the mark stands that closes the one at `opens`; no apostrophe ("don't", "drivers' pay") does."""
    mark = _CLOSING[text[opens]]
    for at in range(opens + 1, min(limit, opens + _LONGEST)):
        before, after = text[at - 1], text[at + 1 : at + 2]
        owner = before == "s" and after == " " and text[at + 2 : at + 3].islower()
        if text[at] == mark and not after.isalnum() and not before.isspace() and not owner:
            return at
    return None
