"""The user's own table of places: it adds to the gazetteer and outranks its places of the same name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import BadTable
from sayso.lexicons.load import user_table
from sayso.records.base import Record
from sayso.resolve.places.gazetteer import MAIN, OTHER, Entry, countries, named
from sayso.resolve.places.names import key

_FEATURE = re.compile(r"[A-Z][A-Z0-9]{1,4}")
_OWN_IDS = -1_000_000_000


class UserPlace(Record, frozen=True, kw_only=True):
    """A row of the user's table.

    `lat` and `lon` in decimal degrees (WGS 84); `country` ISO 3166-1 alpha-3; `feature` a GeoNames feature code
    (PPL a town, ADM2 a county, HLL a hill); `admin1` the name of the first-order unit; `names` other names.
    Raises ValueError for what no place can have.
    """

    name: str
    lat: float
    lon: float
    country: str
    geonames: int | None = None
    admin1: str | None = None
    feature: str = "PPL"
    population: int = 0
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not key(self.name):
            raise ValueError(f"{self.name!r} is no name")
        if not -90 <= self.lat <= 90:
            raise ValueError(f"{self.name}: lat is {self.lat}; it can be -90 to 90 degrees")
        if not -180 <= self.lon <= 180:
            raise ValueError(f"{self.name}: lon is {self.lon}; it can be -180 to 180 degrees")
        if self.country not in countries():
            raise ValueError(
                f"{self.name}: {self.country!r} is no ISO 3166-1 alpha-3 code. Write for example SDN."
            )
        if self.geonames is not None and self.geonames < 1:
            raise ValueError(
                f"{self.name}: {self.geonames} is no GeoNames id. Leave the cell empty if unknown."
            )
        if not _FEATURE.fullmatch(self.feature):
            raise ValueError(
                f"{self.name}: {self.feature!r} is no GeoNames feature code. Write for example PPL."
            )
        if self.population < 0:
            raise ValueError(f"{self.name}: population is {self.population}; it cannot be below 0")


@dataclass(frozen=True, eq=False)
class UserPlaces:
    """The places of a user's table by look-up form (`names.key`)."""

    by_key: Mapping[str, tuple[Entry, ...]]

    def named(self, looked_up: str) -> tuple[Entry, ...]:
        """The user's places of this look-up form, in file order; empty for none."""
        return self.by_key.get(looked_up, ())


@cache
def user_places(path: str, digest: str | None = None) -> UserPlaces:
    """The table at `path`, for `find_places`; read again when `digest` changes.

    Columns: name, lat, lon, country, and where known geonames, admin1, feature, population, names (separated by
    "|"). Raises BadTable with file and line for a row that cannot be.
    """
    made: dict[str, list[Entry]] = {}
    for number, row in enumerate(_rows(path)):
        for looked_up, kind in _keys(row).items():
            made.setdefault(looked_up, []).append(_entry(row, number, kind))
    return UserPlaces({looked_up: tuple(entries) for looked_up, entries in made.items()})


def _rows(path: str) -> tuple[UserPlace, ...]:
    try:
        rows = user_table(Path(path), UserPlace)
    except OSError as error:
        why = f"cannot be read: {error.strerror}. Name a table of places that exists."
        raise BadTable(path, 1, why) from error
    except UnicodeDecodeError as error:
        raise BadTable(path, 1, "is not UTF-8 text. Save the table as tab-separated UTF-8.") from error
    if not rows:
        raise BadTable(path, 1, "holds no places. Its first line names the columns: name, lat, lon, country.")
    return rows


def _keys(row: UserPlace) -> dict[str, int]:
    """The look-up forms of a row's names, and whether each is its own or another."""
    others = {key(name): OTHER for name in row.names if key(name)}
    return others | {key(row.name): MAIN}


def _entry(row: UserPlace, number: int, kind: int) -> Entry:
    return Entry(
        id=row.geonames or _OWN_IDS - number,
        name=row.name,
        lat=row.lat,
        lon=row.lon,
        country=row.country,
        admin1=_unit(row.admin1, row.country),
        admin2=None,
        code=row.feature,
        population=row.population,
        approx=0,
        kind=kind,
        mine=True,
        unit=row.admin1,
    )


def _unit(name: str | None, country: str) -> int | None:
    """The gazetteer's id of the first-order unit of this name, if it has one."""
    found = named(name) if name else ()
    return next((e.id for e in found if e.level == "admin1" and e.country == country), None)
