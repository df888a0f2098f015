"""People known by a family name alone ("Putin"), or in another spelling ("Yevgeniy" for "Yevgeny")."""

import re
from collections import defaultdict
from collections.abc import Set
from functools import cache

from sayso.resolve.actors.entity import Entity
from sayso.resolve.actors.fold import fold
from sayso.resolve.actors.offices import office_kind, role_on
from sayso.resolve.actors.tables import people

_TELLING = 5
_TOP = frozenset({"leader", "monarch", "head", "government"})
_KNOWN = frozenset({*_TOP, "foreign", "defence"})


@cache
def _families() -> dict[tuple[str, ...], list[Entity]]:
    found: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for person, _, family in people():
        found[fold(family)].append(person)
    return found


def by_family(pieces: tuple[str, ...], country: str | None, day: str | None, seen: Set[str]) -> Entity | None:
    """The one office holder whom a family name means on `day`.

    `country` is what the words beside the name say; without it the person must be of a country in `seen`, the
    report's own. A holder of a top office comes first, then foreign and defence ministers, then a former head.
    """
    bearers = _families().get(pieces, [])
    if country is None and not seen:
        return _famous(bearers, pieces)
    return _one([p for p in bearers if (p.place == country if country is not None else p.place in seen)], day)


def _famous(bearers: list[Entity], pieces: tuple[str, ...]) -> Entity | None:
    """The only head of state or government of this family name, where a report names no country at all."""
    heads = [p for p in bearers if any(office_kind(o.role) in _TOP and o.period.start for o in p.offices)]
    return heads[0] if len(heads) == 1 and sum(map(len, pieces)) >= _TELLING else None


def _one(bearers: list[Entity], day: str | None) -> Entity | None:
    for kinds in (_TOP, _KNOWN):
        found = [p for p in bearers if (office := role_on(p, day)) and office_kind(office.role) in kinds]
        if found:
            return found[0] if len(found) == 1 else None
    past = [p for p in bearers if any(office_kind(o.role) in _TOP and o.period.start for o in p.offices)]
    return past[0] if len(past) == 1 else None


def by_spelling(pieces: tuple[str, ...]) -> Entity | None:
    """The one office holder whose name sounds like `pieces`: transliterations differ in a few letters.

    >>> by_spelling(("serguei", "lavroff")) is None
    True
    """
    key = _skeleton(pieces)
    if len(key) < 2:
        return None
    found = _skeletons(key[-1][:1]).get(key, [])
    return found[0] if len(found) == 1 else None


def ever_high(person: Entity) -> bool:
    """Whether someone ever was head of state or government, or foreign or defence minister."""
    return any(office_kind(office.role) in _KNOWN for office in person.offices)


@cache
def _skeletons(initial: str) -> dict[tuple[str, ...], list[Entity]]:
    """The people whose last name sounds as if it began with `initial`, by the sound of their whole name."""
    found: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for person, pieces in _by_initial().get(initial, ()):
        key = _skeleton(pieces)
        for one in {key, (key[0], key[-1])} if len(key) > 1 else ():
            if person not in found[one]:
                found[one].append(person)
    return found


@cache
def _by_initial() -> dict[str, list[tuple[Entity, tuple[str, ...]]]]:
    found: dict[str, list[tuple[Entity, tuple[str, ...]]]] = defaultdict(list)
    for person, names, _ in people():
        for pieces in {fold(name) for name in names if " " in name}:
            found[_sound(pieces[-1][:1])].append((person, pieces))
    return found


_ARTICLES = frozenset({"al", "el", "bin", "ben", "ibn", "ould", "jr", "sr"})
_SAME_SOUND = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"iy|yi|ii|ey|ei|y|j", "i"),
        (r"kh|gh", "h"),
        (r"ou|oo", "u"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"q|c(?!h)", "k"),
        (r"ee|e", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def _skeleton(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """The pieces without what transliterations differ in."""
    return tuple(_sound(piece) for piece in pieces if piece not in _ARTICLES and len(piece) > 1)


@cache
def _sound(piece: str) -> str:
    for pattern, letter in _SAME_SOUND:
        piece = pattern.sub(letter, piece)
    return piece
