"""Which attribution lies in the content of which."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.found import Found, Spans


def parents(found: Sequence[Found]) -> list[int | None]:
    """For each attribution the number of the innermost one in whose content it lies, cue and content.

    An attribution that says itself what it lies inside of (`Found.inside`) keeps that.
    """
    numbers = {each: number for number, each in enumerate(found)}
    above: list[int | None] = []
    opened = sorted(range(len(found)), key=lambda n: found[n].content[0].start)
    for number, each in enumerate(found):
        if each.inside is not None and each.inside in numbers:
            above.append(numbers[each.inside])
            continue
        above.append(_innermost(found, number, opened))
    return above


def _innermost(found: Sequence[Found], number: int, opened: list[int]) -> int | None:
    each = found[number]
    best: tuple[int, int] | None = None
    for other in opened:
        outer = found[other].content
        if outer[0].start > each.content[0].start:
            break
        if other == number or outer[-1].end < each.content[-1].end:
            continue
        if _lies_in((*each.cue, *each.content), outer):
            size = sum(end - start for start, end in outer)
            if best is None or size < best[0]:
                best = size, other
    return None if best is None else best[1]


def _lies_in(spans: Spans, outer: Spans) -> bool:
    return all(any(piece.covers(span) for piece in outer) for span in spans)
