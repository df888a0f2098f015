"""Words that report nothing, though they look so: a supposition, and the words that introduce a transcript."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribute import transcripts
from sayso.attribute.found import Found, meet
from sayso.attribute.reading import Reading

_LET_US = ("'s", "’s", "us")


def is_unsaid(reading: Reading, each: Found, found: Iterable[Found]) -> bool:
    """Whether the words suppose only ("let's say you win"), or announce the lines of a transcript ("as follows:")."""
    cue = reading.within(each.cue)
    if not cue:
        return False
    opens = cue[0].i if cue[0].lower_ == "let" else max(cue[0].i - 2, 0)
    let, us = reading.doc[opens : opens + 2] if len(reading.doc) > opens + 1 else (cue[0], cue[0])
    if let.lower_ == "let" and us.lower_ in _LET_US:
        return True
    lines = (other for other in found if other.rule == transcripts.RULE)
    return (
        each.score is not None
        and cue[-1].text == ":"
        and any(meet(each.content, line.source) for line in lines)
    )
