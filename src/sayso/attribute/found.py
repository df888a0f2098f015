"""What a proposer gives: one attribution as literal spans, before the later steps fill in its fields."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.base import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Source, cue and content of one attribution; an empty `source` or `cue` is one that the text leaves out.

    `rule` and `detail` say what found it, `score` how sure a model was; `no_source` why there is no source.
    `inside` is the attribution in whose content this one lies where the spans alone do not show it ("the agency
    reported, quoting an official": one content, two sources, the official inside the agency).
    """

    source: Spans
    cue: Spans
    content: Spans
    rule: str
    detail: str = ""
    score: float | None = None
    no_source: str = ""
    inside: Found | None = None


def meet(some: Spans, others: Spans) -> bool:
    """Whether any span of one overlaps any of the other."""
    return any(one.overlaps(other) for one in some for other in others)


def inside(spans: Spans, outer: Spans) -> bool:
    """Whether each span of one lies in a span of the other."""
    return all(any(piece.covers(span) for piece in outer) for span in spans)
