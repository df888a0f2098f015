"""What a proposer gives: one attribution as literal spans, before the later steps fill in its fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records.base import Span

Spans = tuple[Span, ...]

_STRETCH = 600
"""Characters: more than any two attributions of which one shows something of the other lie apart."""


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


class Nearby:
    """Attributions by where they stand, so that whoever looks for the neighbours of one need not look at all."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = list(found)
        self._at: dict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(self._found):
            first, last = _reach(each)
            for place in range(first - 1, last + 2):
                self._at[place].append(number)

    def of(self, each: Found) -> Sequence[Found]:
        """Those of which no `_STRETCH` characters part it, itself too, in their order."""
        first, last = _reach(each)
        if first == last:
            return [self._found[number] for number in self._at.get(first, ())]
        near = {number for place in range(first, last + 1) for number in self._at.get(place, ())}
        return [self._found[number] for number in sorted(near)]


def _reach(each: Found) -> tuple[int, int]:
    """The first and last stretch of the text that an attribution touches."""
    spans = (*each.source, *each.cue, *each.content)
    if not spans:
        return 0, 0
    return min(s.start for s in spans) // _STRETCH, max(s.end for s in spans) // _STRETCH


def meet(some: Spans, others: Spans) -> bool:
    """Whether any span of one overlaps any of the other."""
    return any(one.overlaps(other) for one in some for other in others)


def inside(spans: Spans, outer: Spans) -> bool:
    """Whether each span of one lies in a span of the other."""
    return all(any(piece.covers(span) for piece in outer) for span in spans)
