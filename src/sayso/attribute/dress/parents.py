"""Which attribution lies in the content of which."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.found import Found, inside
from sayso.attribute.words.nearby import Nearby


def parents(found: Sequence[Found]) -> list[int | None]:
    """For each attribution the number of the innermost one in whose content it lies, cue and content.

    An attribution that says itself what it lies inside of (`Found.inside`) keeps that.
    """
    numbers = {each: number for number, each in enumerate(found)}
    above: list[int | None] = []
    numbered = Nearby(found)
    for each in found:
        if each.inside is not None and each.inside in numbers:
            above.append(numbers[each.inside])
            continue
        above.append(_innermost(each, numbered, numbers))
    return above


def _innermost(each: Found, nearby: Nearby, numbers: dict[Found, int]) -> int | None:
    best: tuple[int, int] | None = None
    for other in nearby.touching(each.content[0]):
        outer = other.content
        if other is each or outer[0].start > each.content[0].start or outer[-1].end < each.content[-1].end:
            continue
        if inside((*each.cue, *each.content), outer):
            size = sum(end - start for start, end in outer)
            best = min(best or (size, numbers[other]), (size, numbers[other]))
    return None if best is None else best[1]
