"""Offices: who held which on a day, and what sectors that gives."""

from collections import defaultdict
from functools import cache

from sayso.resolve.actors.agents import sectors_of_role
from sayso.resolve.actors.entity import Entity, Office
from sayso.resolve.actors.tables import by_country
from sayso.resolve.actors.words import offices, words


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
    over = day is not None and any(o.period.end and o.period.end.ljust(10, "9") < day for o in entity.offices)
    return ("ELI",) if over else ()


@cache
def office_kind(role: str) -> str:
    """The kind of office: leader (above all others), monarch, head (of state), government, foreign or defence.

    Any other role is its own kind.
    """
    low = role.lower()
    if any(word in low for word in words("lesser")):
        return low
    return next((kind for kind, marks in offices() if any(_shows(mark, low) for mark in marks)), low)


def _shows(mark: str, role: str) -> bool:
    """Whether a role has the mark of an office in it; one of two letters ("PM") must be all of it."""
    return mark in role if len(mark) > 2 else mark == role.removeprefix("the ")


def rank(role: str) -> int:
    """Which of several offices names its holder best: the lower the better."""
    order = {"leader": 0, "monarch": 0, "head": 0, "government": 1, "foreign": 2, "defence": 2}
    return order.get(office_kind(role), 3)


@cache
def _holders() -> dict[tuple[str, str], list[tuple[Entity, Office]]]:
    found: dict[tuple[str, str], list[tuple[Entity, Office]]] = defaultdict(list)
    for country, person in by_country():
        for office in person.offices:
            found[country, office_kind(office.role)].append((person, office))
    return found


def holder(country: str, kind: str, day: str | None) -> Entity | None:
    """Who held an office of this kind in `country` on `day`; None where the table knows none or several.

    "leader" without a supreme one is the monarch's prime minister, or a president with no prime minister beside; of
    two such, the one who governs, where actor_words.tsv says who does.
    """
    if kind == "leader" or kind == "head":
        supreme = _only(country, "leader", day)
        if supreme and (kind == "leader" or not _only(country, "head", day)):
            return supreme
        if kind == "leader":
            first, second = _only(country, "head", day), _only(country, "government", day)
            if first and second:
                return (
                    second
                    if country in words("cabinet")
                    else first
                    if country in words("presidential")
                    else None
                )
            return first or second
    return _only(country, kind, day)


def _only(country: str, kind: str, day: str | None) -> Entity | None:
    known = _holders().get((country, kind), ())
    held = {person for person, office in known if office.held(day) and office.period.start}
    return next(iter(held)) if len(held) == 1 else None
