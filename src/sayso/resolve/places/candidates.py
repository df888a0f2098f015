"""Which places a name could stand for."""

from functools import lru_cache

from sayso.resolve.places.gazetteer import ABBREVIATION, DEMONYM, Entry, by_key
from sayso.resolve.places.names import key

_MOST = 40
_PARTS = frozenset(
    "north south east west northern southern eastern western central upper lower northeastern northwestern"
    " southeastern southwestern northeast northwest southeast southwest greater downtown mainland rural inner"
    " outer metropolitan suburban mid".split()
)
_TAILS = frozenset(
    "area region province state county district city town township village metro valley".split()
)


@lru_cache(maxsize=4096)
def candidates(name: str) -> tuple[Entry, ...]:
    """The places that `name` could stand for, the most populous first, at most 40.

    Where the whole name is unknown, it is tried without a leading part word ("northern Aleppo") or a trailing
    type word ("Cottonport area"). An abbreviation counts only with its capitals ("Pa.", not "pa").
    """
    looked_up = key(name.removesuffix("'s").removesuffix("’s"))
    words = looked_up.split()
    found = _known(looked_up, name)
    while not found and len(words) > 1 and words[0] in _PARTS:
        words = words[1:]
        found = _known(" ".join(words), name)
    if not found and len(words) > 1 and words[-1] in _TAILS:
        found = _known(" ".join(words[:-1]), name)
    return found[:_MOST]


def _known(looked_up: str, name: str) -> tuple[Entry, ...]:
    short = len(looked_up) < 4 and not name.isupper() and "." not in name
    found = by_key(looked_up)
    if short:
        found = tuple(entry for entry in found if entry.kind not in (ABBREVIATION, DEMONYM))
    return found
