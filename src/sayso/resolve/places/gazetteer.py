"""The reader of the shipped gazetteer: an indexed SQLite file, opened read-only on first use.

Source: GeoNames (CC BY 4.0), the World Factbook (CC0) and own rows; built by tables/build_gazetteer.py.
"""

import atexit
import sqlite3
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file

from sayso.errors import DamagedInstall
from sayso.lexicons import load
from sayso.resolve.places.names import key

MAIN, OTHER, SHORT, ABBREVIATION, DEMONYM = range(5)
"""Kinds of names: the place's own; another one; one without its type word ("Rapides"); an abbreviation
("Conn."); the adjective or people of the place ("Georgian")."""

_COLUMNS = "place.id, name, lat, lon, country, admin1, admin2, code, population, approx"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the gazetteer: coordinates in decimal degrees, `country` ISO 3166-1 alpha-3.

    `id` is the GeoNames id, or negative for an own row; `admin1` and `admin2` are ids of the units that hold
    the place. `approx`: 1 where the coordinates are estimated (the middle of a unit's towns, a country's
    middle), 2 where they are those of the first-order unit around it, else 0. `kind` is the kind of the name
    that was looked up. `mine`: the row is of the user's own table; `unit` is then the name that it gives the
    first-order unit.
    """

    id: int
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: int | None
    admin2: int | None
    code: str
    population: int
    approx: int
    kind: int
    mine: bool = False
    unit: str | None = None

    @property
    def level(self) -> str:
        """Country, admin1, admin2, town or other (continent, region, water, mountain)."""
        return _LEVELS.get(self.code, "town" if self.code.startswith("PPL") else "other")


_LEVELS = {"PCLI": "country", "ADM1": "admin1", "ADM2": "admin2"}


def named(name: str) -> tuple[Entry, ...]:
    """All places of this name (by its look-up form), the most populous first; empty for an unknown name."""
    return by_key(key(name))


@lru_cache(maxsize=4096)
def by_key(looked_up: str) -> tuple[Entry, ...]:
    """All places of this look-up form (`names.key`), the most populous first."""
    rows = _connection().execute(
        f"SELECT {_COLUMNS}, kind FROM name JOIN place ON place.id = name.place WHERE key = ?"
        " ORDER BY population DESC, place.id",
        (looked_up,),
    )
    return tuple(_entry(row) for row in rows)


@lru_cache(maxsize=4096)
def entry(id: int) -> Entry | None:
    """The place of this id, or None."""
    rows = _connection().execute(f"SELECT {_COLUMNS}, 0 FROM place WHERE place.id = ?", (id,)).fetchall()
    return _entry(rows[0]) if rows else None


def unit_name(found: Entry) -> str | None:
    """The name of the first-order unit that holds a place (a unit holds itself), or None."""
    unit = entry(found.admin1) if found.unit is None and found.admin1 else None
    return unit.name if unit else found.unit


@cache
def countries() -> frozenset[str]:
    """The ISO 3166-1 alpha-3 codes of the countries in which the gazetteer has places."""
    rows = _connection().execute("SELECT DISTINCT country FROM place WHERE country IS NOT NULL")
    return frozenset(code for (code,) in rows)


def _entry(row: tuple[int, str, int, int, str | None, int | None, int | None, str, int, int, int]) -> Entry:
    id, name, lat, lon, country, admin1, admin2, code, population, approx, kind = row
    return Entry(id, name, lat / 1e4, lon / 1e4, country, admin1, admin2, code, population, approx, kind)


@cache
def _connection() -> sqlite3.Connection:
    opened = ExitStack()
    atexit.register(opened.close)
    path = opened.enter_context(as_file(load.path("places/gazetteer.sqlite")))
    if not path.exists():
        raise DamagedInstall("the gazetteer places/gazetteer.sqlite is missing. Reinstall sayso.")
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)
