"""Transcripts: lines that begin with a speaker, as "LO: We shall see." or "((Ada Lo)) We shall see."."""

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
_TURN = re.compile(r"^\(\((?P<name>[^()\n]{2,60})\)\)", re.M)
"""How Wikinews marks who speaks in an interview; an answer may go on over paragraphs."""
_PARAGRAPH = re.compile(r"\S[^\n]*?(?=[^\S\n]*$)", re.M)
_FEWEST = 3
"""Lines of the shortest transcript, which has two speakers; fewer are datelines or labels ("UPDATE: ...")."""


def transcripts(reading: Reading) -> Iterator[Found]:
    """An attribution for each line of a transcript, each turn of an interview."""
    yield from _turns(reading)
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


def _turns(reading: Reading) -> Iterator[Found]:
    text = reading.report.text
    turns = list(_TURN.finditer(text))
    if len(turns) < _FEWEST or len({turn.group("name") for turn in turns}) < 2:
        return
    ends = [*(turn.start() for turn in turns[1:]), None]
    for turn, end in zip(turns, ends, strict=True):
        said = _PARAGRAPH.finditer(text, turn.end(), len(text) if end is None else end)
        paragraphs = [Span(*part.span()) for part in said]
        if paragraphs:
            yield Found(
                source=(Span(*turn.span("name")),),
                cue=(Span(turn.start(), turn.start("name")),),
                content=tuple(paragraphs if end is not None else paragraphs[:1]),
                rule=RULE,
                detail="a turn of an interview",
            )
