"""From toponym spans to names: one sense per report, and what the text puts into what."""

import re
from collections.abc import Sequence

from sayso.records.base import Span
from sayso.resolve.places.candidates import candidates
from sayso.resolve.places.features import Name
from sayso.resolve.places.names import key

_INTO = re.compile(r",? in (?:the )?|, ?(?:and )?(?:the )?| \(")
_UNIT_AFTER = re.compile(
    r" (?:province|region|oblast|county|district|state|governorate|department|prefecture|parish|canton)\b"
)
_UNIT_BEFORE = re.compile(r"\b(?:province|region|state|governorate|county|district|department) of (?:the )?$")
_TOWN_BEFORE = re.compile(r"\b(?:city|town|village|port|capital|suburb) (?:of )?$")
_TOWN_AFTER = re.compile(r" (?:city|town|residents)\b")


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
            typed=_typed(text, spans, of, number),
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


def _typed(text: str, spans: Sequence[Span], of: list[int], number: int) -> str:
    """Whether a word next to one of a name's mentions says that it is a unit or a town."""
    for span, own in zip(spans, of, strict=True):
        if own != number:
            continue
        before = text[max(0, span.start - 20) : span.start]
        if _UNIT_AFTER.match(text, span.end) or _UNIT_BEFORE.search(before):
            return "unit"
        if _TOWN_AFTER.match(text, span.end) or _TOWN_BEFORE.search(before):
            return "town"
    return ""
