"""Transcripts: lines that begin with a speaker's name in capitals and a colon ("LO: We shall see.")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading
from sayso.records.base import Span

RULE = "transcript"
_LINE = re.compile(
    r"^[\"“]?(?P<name>(?:[A-Z][A-Z.'’-]+ ){0,2}[A-Z][A-Z.'’-]+)(?: \([^)\n]{1,40}\))?(?P<colon>:)"
    r"[^\S\n]+(?P<said>\S[^\n]*?)[^\S\n]*$",
    re.M,
)
_FEWEST = 3
"""Lines of the shortest transcript, which has two speakers; fewer are datelines or labels ("UPDATE: ...")."""


def transcripts(reading: Reading) -> Iterator[Found]:
    """An attribution for each line of a transcript."""
    lines = list(_LINE.finditer(reading.report.text))
    if len(lines) < _FEWEST or len({line.group("name") for line in lines}) < 2:
        return
    for line in lines:
        yield Found(
            source=(Span(*line.span("name")),),
            cue=(Span(*line.span("colon")),),
            content=(Span(*line.span("said")),),
            rule=RULE,
            detail="a line of a transcript",
        )
