"""Which places a name could stand for."""

from dataclasses import replace
from functools import lru_cache

from sayso.resolve.places.gazetteer import ABBREVIATION, DEMONYM, Entry, by_key
from sayso.resolve.places.names import key
from sayso.resolve.places.user import UserPlaces
from sayso.resolve.places.words import words

_MOST = 40
_SHORT = 4
_CITY = 50_000
_LARGE = 200_000
_STEM = 4


@lru_cache(maxsize=4096)
def candidates(name: str, mine: UserPlaces | None = None) -> tuple[Entry, ...]:
    """The places that `name` could stand for: the user's own first, then the most populous; at most 40.

    Where the whole name is unknown, it is tried without a leading part word ("northern Aleppo") or a trailing
    type word ("Cottonport area"). An abbreviation counts only with its capitals ("Pa.", not "pa").
    """
    looked_up = key(name.removesuffix("'s").removesuffix("’s"))
    parts = looked_up.split()
    found = _known(looked_up, name, mine)
    while not found and len(parts) > 1 and parts[0] in words("part"):
        parts = parts[1:]
        found = tuple(entry for entry in _known(" ".join(parts), name, mine) if _has_parts(entry))
    if not found and len(parts) > 1 and parts[-1] in words("tail"):
        found = _known(" ".join(parts[:-1]), name, mine)
    return found[:_MOST]


@lru_cache(maxsize=4096)
def people_of(name: str) -> tuple[Entry, ...]:
    """The large places whose adjective or people an unknown `name` could be by its ending: "Londoners", "Crimean"."""
    word = key(name)
    for ending in sorted(words("people"), key=lambda ending: (-len(ending), ending)):
        stem = word.removesuffix(ending)
        if word != stem and len(stem) >= _STEM and name[:1].isupper():
            large = [e for e in by_key(stem) if e.level in ("country", "admin1") or e.population >= _LARGE]
            if large:
                return tuple(replace(entry, kind=DEMONYM) for entry in large[:_MOST] if entry.kind != DEMONYM)
    return ()


def _has_parts(entry: Entry) -> bool:
    """Whether news speaks of its north or south: countries, units, cities."""
    return entry.level in ("country", "admin1", "admin2", "other") or entry.population >= _CITY


def whole(name: str, mine: UserPlaces | None = None) -> bool:
    """Whether the gazetteer or the user's table has exactly this name, and not as an adjective."""
    return any(entry.kind != DEMONYM for entry in _known(key(name), name, mine))


def _known(looked_up: str, name: str, mine: UserPlaces | None) -> tuple[Entry, ...]:
    found = by_key(looked_up)
    own = mine.named(looked_up) if mine else ()
    if own:
        ids = {entry.id for entry in own}
        found = (*own, *(entry for entry in found if entry.id not in ids))
    if len(looked_up) < _SHORT and not name.isupper() and "." not in name:
        return tuple(entry for entry in found if entry.kind not in (ABBREVIATION, DEMONYM))
    return found
