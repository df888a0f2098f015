"""What opens a line before its story: where and when it was filed ("BAMAKO, Mali -", "18:20 -"); no one's words."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.attribute.found import Found, Spans
from sayso.attribute.reading import Reading
from sayso.records.base import Span

_OPENINGS = tuple(
    re.compile(form)
    for form in (
        r"[A-Z][A-Z .,'’/]+(?:\d{1,2} [A-Z]\w+\.? ?|[A-Z]\w+\.? \d{1,2} ?)?(?:\([^()\n]{1,40}\) ?)?"
        r"(?:[—–―] ?|(?<= )- )(?=\S)",
        r"[A-Z][A-Z .'’-]+(?:, [A-Z\d][\w .]{1,30}?)? ?(?:\([^()\n]{1,40}\) ?)?[-—–―] ?(?=\S)",
        r"(?:\d{1,2} [A-Z]\w+\.?|[A-Z]\w+\.? \d{1,2}) ?[-—–―] (?=\S)",
        r"\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?| [A-Z]{3,4})?(?: ?[-—–:|] ?| )(?=\S)",
    )
)
"""A place in capitals, with its day and agency; a place with its country; a day; an hour."""


def without_dateline(reading: Reading, each: Found) -> Found:
    """ "NEW YORK — Actress Ina Brandt said", "18:20 - Gunmen attacked": neither source nor content begins there."""
    source, content = _behind(reading, each.source), _behind(reading, each.content)
    if (source, content) == (each.source, each.content):
        return each
    return replace(each, source=source, content=content, detail=f"{each.detail}; without the dateline")


def _behind(reading: Reading, spans: Spans) -> Spans:
    return tuple(_cut(reading.report.text, span) for span in spans)


def _cut(text: str, span: Span) -> Span:
    """The span less the opening of its line that it begins in."""
    line = text.rfind("\n", 0, span.start) + 1
    ends = (found.end() for form in _OPENINGS if (found := form.match(text, line)) is not None)
    end = max((end for end in ends if span.start < end < span.end), default=span.start)
    return Span(end, span.end)
