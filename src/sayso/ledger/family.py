"""Families: actors that count as one voice (a state, its ministries and its agency; a publisher's group)."""

from functools import cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.records.actor import Actor
from sayso.records.base import Record
from sayso.records.vocabulary import ActorKind

EXECUTIVE = {"GOV", "MIL", "SPY", "COP"}
"""PLOVER sectors that speak for a state; parliaments, courts and oppositions speak for themselves."""


class OutletRow(Record, frozen=True, kw_only=True):
    """A row of media.tsv."""

    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    family: str = ""
    state: str = "n"
    form: str = ""
    wikidata: str | None = None
    domains: tuple[str, ...] = ()


class AgencyRow(Record, frozen=True, kw_only=True):
    """A row of credit_agencies.tsv."""

    name: str
    forms: tuple[str, ...] = ()
    country: str
    kind: str


class Outlet(NamedTuple):
    """An outlet: the key that actors of this name bear, its name, and its family."""

    key: str
    name: str
    family: str


def family(actor: Actor) -> str:
    """The family of an actor: "state:PRK" for all that speak for a state, the owner's name for an outlet.

    An actor of no known family is a family of its own: its key.
    """
    if actor.kind == ActorKind.MEDIA:
        known = outlet(actor.name)
        if known is not None:
            return known.family
        return f"state:{actor.country}" if "GOV" in actor.sectors and actor.country else actor.key
    if actor.kind == ActorKind.STATE and actor.country:
        return f"state:{actor.country}"
    if actor.country and EXECUTIVE.intersection(actor.sectors) and "IGO" not in actor.sectors:
        return f"state:{actor.country}"
    return actor.key


def outlet(name: str) -> Outlet | None:
    """The outlet or agency that goes by this name in the tables, or None."""
    return _outlets().get(name.casefold())


@cache
def _outlets() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in table("media.tsv", OutletRow):
        key = f"wd:{row.wikidata}" if row.wikidata else f"media:{row.country or '-'}:{row.name.casefold()}"
        steered = (
            f"state:{row.country}" if row.state == "y" and row.country else f"media:{row.family or row.name}"
        )
        for name in (row.name, *row.names, *row.domains):
            found.setdefault(name.casefold(), Outlet(key, row.name, steered))
    for agency in table("credit_agencies.tsv", AgencyRow):
        names = [name.casefold() for name in (agency.name, *agency.forms)]
        steered = f"state:{agency.country}" if agency.kind == "state" else f"media:{agency.name}"
        unlisted = Outlet(f"media:-:{agency.name.casefold()}", agency.name, steered)
        known = next((found[name] for name in names if name in found), unlisted)
        for name in names:
            found.setdefault(name, known)
    return found
