"""From toponym spans to names: one sense per report, and what the text puts into what."""

import re
from collections.abc import Sequence

from sayso.records.base import Span
from sayso.resolve.places.candidates import candidates
from sayso.resolve.places.features import Name
from sayso.resolve.places.names import key

_INTO = re.compile(r",? in (?:the )?|, ?(?:and )?(?:the )?| \(")
_NEXT = re.compile(r", ?| \(")


def group(text: str, spans: Sequence[Span]) -> tuple[tuple[Name, ...], list[int]]:
    """The names at `spans`, in order of first mention; and for each span the number of its name.

    "Nyala, South Darfur" and "Nyala in South Darfur" put the first name into the second.
    """
    numbers: dict[str, int] = {}
    surfaces: list[str] = []
    positions: list[list[int]] = []
    of = []
    for span in spans:
        surface = span.cut(text)
        number = numbers.setdefault(key(surface), len(numbers))
        if number == len(positions):
            positions.append([])
            surfaces.append(surface)
        positions[number].append(span.start)
        of.append(number)
    within, around = _containment(text, spans, of, len(numbers))
    names = tuple(
        Name(
            key=looked_up,
            candidates=candidates(surfaces[number]),
            positions=tuple(positions[number]),
            within=tuple(sorted(within[number])),
            around=tuple(sorted(around[number])),
        )
        for looked_up, number in numbers.items()
    )
    return names, of


def _containment(
    text: str, spans: Sequence[Span], of: list[int], size: int
) -> tuple[list[set[int]], list[set[int]]]:
    within: list[set[int]] = [set() for _ in range(size)]
    around: list[set[int]] = [set() for _ in range(size)]
    ordered = sorted(zip(spans, of, strict=True))
    for (one, inner), (two, outer) in zip(ordered, ordered[1:], strict=False):
        gap = text[one.end : two.start]
        if inner != outer and len(gap) < 12 and _INTO.fullmatch(gap):
            within[inner].add(outer)
            around[outer].add(inner)
    return within, around
