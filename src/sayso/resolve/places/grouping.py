"""From toponym spans to names: one sense per report, and what the text puts into what."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.records.base import Span
from sayso.resolve.places.candidates import candidates, people_of
from sayso.resolve.places.features import Name
from sayso.resolve.places.names import key
from sayso.resolve.places.user import UserPlaces
from sayso.resolve.places.words import words

_INTO = re.compile(r",? in (?:the )?|, ?(?:and )?(?:the )?| \(")
_WORD_BEFORE = re.compile(r"(\w+) (?:of )?(?:the )?$")
_WORD_AFTER = re.compile(r" (\w+)")
_LOOK_BACK = 24


def group(
    text: str, spans: Sequence[Span], mine: UserPlaces | None = None
) -> tuple[tuple[Name, ...], list[int]]:
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
            candidates=candidates(surfaces[number], mine) or people_of(surfaces[number]),
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
    for (one, inner), (two, outer) in pairwise(ordered):
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
        before = _WORD_BEFORE.search(text, max(0, span.start - _LOOK_BACK), span.start)
        after = _WORD_AFTER.match(text, span.end)
        beside = {match[1].lower() for match in (before, after) if match}
        for kind in ("unit", "town"):
            if not words(kind).isdisjoint(beside):
                return kind
    return ""
