"""The shipped tables of actors as entities, and the names under which each is known."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import sectors_of_role
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
    for outlet in table("media.tsv", OutletRow):
        entity = _outlet(outlet)
        yield from ((name, Known(entity, NAME)) for name in (outlet.name, *outlet.names))


@cache
def people() -> tuple[tuple[Entity, tuple[str, ...], str], ...]:
    """Holders of high office: each with all its spellings and the name used alone."""
    return tuple((_person(rows), (rows[0].name, *rows[0].names), rows[0].family) for rows in _spells())


@cache
def _spells() -> tuple[list[LeaderRow], ...]:
    spells: dict[tuple[str, str], list[LeaderRow]] = defaultdict(list)
    for row in table("leaders.tsv", LeaderRow):
        spells[row.name, row.country].append(row)
    return tuple(spells.values())


def _by_country() -> Iterator[tuple[str, Entity]]:
    """People with the country of their office, territories not folded into their states."""
    for rows, (person, _, _) in zip(_spells(), people(), strict=True):
        yield rows[0].country, person


@cache
def _countries() -> tuple[CountryRow, ...]:
    return table("countries.tsv", CountryRow)


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


def role_on(person: Entity, day: str | None) -> Office | None:
    """The highest office that `person` held on `day`; None where the table knows of none."""
    held = [office for office in person.offices if office.held(day)]
    return min(held, key=lambda office: (rank(office.role), not office.period.start), default=None)


def sectors_of(entity: Entity, day: str | None) -> tuple[str, ...]:
    """An entity's sectors on `day`: a person's by office, ELI once every office is over."""
    if not entity.offices:
        return entity.sectors_on(day)
    office = role_on(entity, day)
    if office is not None:
        return sectors_of_role(office.role)
    over = day is not None and all(o.period.end and o.period.end < day for o in entity.offices)
    return ("ELI",) if over else ()


_RANKS = (
    ("leader", ("supreme leader", "state affairs commission", "taliban leader")),
    ("monarch", ("king", "queen", "emir", "amir", "sultan", "emperor", "grand duke", "pope")),
    (
        "government",
        ("prime minister", "premier", "chancellor", "taoiseach", "chief executive", "head of government"),
    ),
    ("head", ("president", "leader", "head of state", "chairman of the s", "ruler", "strongman", "dictator")),
    (
        "foreign",
        (
            "foreign minister",
            "foreign affairs",
            "foreign secretary",
            "secretary of state",
            "external affairs",
            "top diplomat",
            "chief diplomat",
        ),
    ),
    ("defence", ("defence", "defense")),
)
_LESSER = (
    "vice", "deputy", "assembly", "honorary", "spokes", "bank", "university", "of the european", "court", "ministry official",
    "opposition", "office", "territorial", "pontifical", "polynesia", "exchequer", "former", "official", "presidium", "party",
    "adviser", "advisor", "aide", "hamas", "al-qaeda", "islamic state", "ambassador", "majority", "minority", "of state for f",
)  # fmt: skip


@cache
def office_kind(role: str) -> str:
    """The kind of office: leader (above all others), monarch, head (of state), government (its head), foreign, defence.

    Any other role is its own kind.
    """
    low = role.lower()
    if any(word in low for word in _LESSER):
        return low
    for kind, words in _RANKS:
        if any(word in low for word in words):
            return kind
    return low


def rank(role: str) -> int:
    """Which of several offices names its holder best: the lower the better."""
    order = {"leader": 0, "monarch": 0, "head": 0, "government": 1, "foreign": 2, "defence": 2}
    return order.get(office_kind(role), 3)


@cache
def _holders() -> dict[tuple[str, str], list[tuple[Entity, Office]]]:
    found: dict[tuple[str, str], list[tuple[Entity, Office]]] = defaultdict(list)
    for country, person in _by_country():
        for office in person.offices:
            found[country, office_kind(office.role)].append((person, office))
    return found


def holder(country: str, kind: str, day: str | None) -> Entity | None:
    """Who held an office of this kind in `country` on `day`; None where the table knows none or several.

    "leader" without a supreme one is the monarch's prime minister, or a president with no prime minister beside.
    """
    if kind == "leader" or kind == "head":
        supreme = _only(country, "leader", day)
        if supreme and (kind == "leader" or not _only(country, "head", day)):
            return supreme
        if kind == "leader":
            first, second = _only(country, "head", day), _only(country, "government", day)
            return None if first and second else first or second
    return _only(country, kind, day)


def _only(country: str, kind: str, day: str | None) -> Entity | None:
    known = _holders().get((country, kind), ())
    held = {person for person, office in known if office.held(day) and office.period.start}
    return next(iter(held)) if len(held) == 1 else None
