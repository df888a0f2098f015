"""Where a content ends: whole quotations, and no "while hosting ..." behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.reading import Range, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDE_CLAUSE = frozenset({"while", "when", "during", "after", "before"})


def cut_off(reading: Reading, cue: Token, start: int, end: int, limit: int) -> Range | None:
    """The range up to `limit`, with quotations at its ends whole; None if nothing is left."""
    end = min(end, limit)
    if start >= end:
        return None
    start, end = reading.trim(start, end)
    if start >= end:
        return None
    if end - start == 1 and reading.doc[start].pos_ in ("PRON", "DET", "ADV", "PART"):
        return None
    first, last = reading.whole_quotations(start, end, cue.i)
    last = _before_side_clause(reading, first, last)
    if last < limit and reading.is_mark(last) and reading.quotation_at(last) is not None:
        _, last = reading.whole_quotations(first, last + 1, cue.i)
    return max(first, cue.i + 1), last


def _before_side_clause(reading: Reading, start: int, end: int) -> int:
    """The content's end before "while hosting ..." behind its quotation, which belongs to the reporting clause."""
    for i in range(end - 2, start, -1):
        closes = reading.is_mark(i) and reading.quotation_at(i) is not None
        if closes and reading.doc[i + 1].lower_ in _SIDE_CLAUSE and not reading.same_quotation(i, i + 1):
            return i + 1
    return end
