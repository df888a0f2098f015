"""The shipped tables of actors as entities, and the names under which each is known."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.entity import Entity, Office, Period
from sayso.resolve.actors.rows import BodyRow, CountryRow, LeaderRow, OutletRow

NAME, ADJECTIVE, METONYM = "name", "adjective", "metonym"
ALWAYS = Period()
NON_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"})


class Known(NamedTuple):
    """An entity under one of its names; `use` is how the name refers: name, adjective or metonym."""

    entity: Entity
    use: str


@cache
def states() -> dict[str, Entity]:
    """Every state and territory by ISO 3166-1 alpha-3 code."""
    return {
        row.iso3: Entity(
            name=row.name,
            kind=ActorKind.STATE,
            country=row.parent or row.iso3,
            place=row.parent or row.iso3,
            sectors=(),
            wikidata=row.wikidata,
            table="countries.tsv",
            family=row.name,
        )
        for row in _countries()
    }


def state_names() -> Iterator[tuple[str, Known]]:
    """Names, demonyms, capitals and buildings of states."""
    for row in _countries():
        entity = states()[row.iso3]
        for use, names in (
            (NAME, (*row.names, *row.former)),
            (ADJECTIVE, row.demonyms),
            (METONYM, (*row.capitals, *row.buildings)),
        ):
            yield from ((name, Known(entity, use)) for name in names)


def body_names() -> Iterator[tuple[str, Known]]:
    """Names of international organisations, armed groups, national bodies and news media."""
    for file in ("igos.tsv", "armed_groups.tsv", "organisations.tsv"):
        by_name: dict[str, Entity] = {}
        for row in table(file, BodyRow):
            sectors = ((Period(row.start, row.end), row.sectors),)
            if row.name in by_name:
                by_name[row.name] = replace(by_name[row.name], sectors=by_name[row.name].sectors + sectors)
            else:
                by_name[row.name] = _body(row, file, sectors)
        for row in table(file, BodyRow):
            yield from ((name, Known(by_name[row.name], NAME)) for name in (row.name, *row.names))
    for outlet, entity in outlets():
        yield from ((name, Known(entity, NAME)) for name in (outlet.name, *outlet.names))


@cache
def outlets() -> tuple[tuple[OutletRow, Entity], ...]:
    """News media, each with its row of the table."""
    return tuple((row, _outlet(row)) for row in table("media.tsv", OutletRow))


@cache
def people() -> tuple[tuple[Entity, tuple[str, ...], str], ...]:
    """Holders of high office: each with all its spellings and the name used alone."""
    return tuple((_person(rows), (rows[0].name, *rows[0].names), rows[0].family) for rows in spells())


@cache
def spells() -> tuple[list[LeaderRow], ...]:
    """The spells in office of leaders.tsv, those of one person together."""
    spells: dict[tuple[str, str], list[LeaderRow]] = defaultdict(list)
    for row in table("leaders.tsv", LeaderRow):
        spells[row.name, row.country].append(row)
    return tuple(spells.values())


def by_country() -> Iterator[tuple[str, Entity]]:
    """People with the country of their office, territories not folded into their states."""
    for rows, (person, _, _) in zip(spells(), people(), strict=True):
        yield rows[0].country, person


@cache
def _countries() -> tuple[CountryRow, ...]:
    return table("countries.tsv", CountryRow)


@cache
def adjectives() -> frozenset[str]:
    """The adjectives and demonyms of all states and territories, in lower case."""
    return frozenset(word.lower() for row in _countries() for word in row.demonyms)


def _body(row: BodyRow, file: str, sectors: tuple[tuple[Period, tuple[str, ...]], ...]) -> Entity:
    country = states()[row.country].country if row.country in states() else None
    return Entity(row.name, ActorKind(row.kind), country, row.code or country, sectors, row.wikidata, file)


def _outlet(row: OutletRow) -> Entity:
    sectors = ("JRN", "GOV") if row.state == "y" else ("JRN",)
    country = states()[row.country].country if row.country in states() else None
    return Entity(
        row.name,
        ActorKind.MEDIA,
        country,
        country,
        ((ALWAYS, sectors),),
        row.wikidata,
        "media.tsv",
        row.family,
    )


def _person(rows: list[LeaderRow]) -> Entity:
    first = rows[0]
    offices = tuple(Office(r.role, Period(r.start, r.end), r.seen, r.source) for r in rows)
    place = first.country if first.country in NON_STATES else states()[first.country].country
    return Entity(
        name=first.name,
        kind=ActorKind.PERSON,
        country=None if place in NON_STATES else place,
        place=place,
        sectors=(),
        wikidata=first.wikidata,
        table="leaders.tsv",
        offices=offices,
    )
