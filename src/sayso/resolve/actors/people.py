"""People known by their family name alone: "Putin" in a report that never gives the whole name."""

from collections import defaultdict
from functools import cache

from sayso.resolve.actors.entity import Entity
from sayso.resolve.actors.fold import fold
from sayso.resolve.actors.tables import office_kind, people, role_on

_TOP = frozenset({"leader", "monarch", "head", "government"})
_KNOWN = frozenset({*_TOP, "foreign", "defence"})


@cache
def _families() -> dict[tuple[str, ...], list[Entity]]:
    found: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for person, _, family in people():
        found[fold(family)].append(person)
    return found


def by_family(pieces: tuple[str, ...], country: str | None, day: str | None, seen: set[str | None]) -> Entity | None:
    """The one office holder whom a family name means on `day`.

    `country` is what the words beside the name say; without it, the person must hold a top office of a country
    in `seen` (the report's own), or have held the highest.
    """
    bearers = _families().get(pieces, [])
    if country is not None:
        return _one([p for p in bearers if p.place == country], day)
    return _one([p for p in bearers if p.place in seen], day)


def _one(bearers: list[Entity], day: str | None) -> Entity | None:
    for kinds in (_TOP, _KNOWN):
        found = [p for p in bearers if (office := role_on(p, day)) and office_kind(office.role) in kinds]
        if found:
            return found[0] if len(found) == 1 else None
    past = [p for p in bearers if any(office_kind(o.role) in _TOP and o.period.start for o in p.offices)]
    return past[0] if len(past) == 1 else None
