"""Rows of the tables of actors."""

import msgspec

from sayso.records.base import Record


class CountryRow(Record, frozen=True, kw_only=True):
    """A row of countries.tsv. `parent` is the state that PLOVER folds a territory into."""

    iso3: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    buildings: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    parent: str | None = None
    wikidata: str | None = None
    source: str


class LeaderRow(Record, frozen=True, kw_only=True):
    """A row of leaders.tsv: one spell in office. Dates are YYYY, YYYY-MM or YYYY-MM-DD."""

    name: str
    names: tuple[str, ...] = ()
    family: str
    country: str
    role: str
    start: str = ""
    end: str = ""
    seen: str = ""
    wikidata: str | None = None
    source: str


class BodyRow(Record, frozen=True, kw_only=True):
    """A row of igos.tsv, armed_groups.tsv or organisations.tsv.

    `code` stands in the country's place in the PLOVER code (UNO, IGO, ...); `start` and `end` bound the time in
    which the row's sectors hold.
    """

    name: str
    names: tuple[str, ...] = ()
    kind: str
    country: str | None = None
    code: str | None = None
    sectors: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    wikidata: str | None = None
    members: tuple[str, ...] = ()


class OutletRow(Record, frozen=True, kw_only=True):
    """A row of media.tsv.

    `family` is who owns or steers the outlet; `state` is "y" where a government does; `domains` are the hosts of its
    pages, without "www.".
    """

    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    family: str | None = None
    state: str = "n"
    form: str = ""
    wikidata: str | None = None
    domains: tuple[str, ...] = ()


class AgentRow(Record, frozen=True, kw_only=True):
    """A row of agents.tsv: a noun that acts."""

    word: str
    sectors: tuple[str, ...]
    kind: str
    source: str


class UserRow(Record, frozen=True, kw_only=True):
    """A row of the user's own table of actors.

    `country` is ISO 3166-1 alpha-3; `code` a PLOVER code such as "MLIREB"; `from` and `to` bound the time in which
    the row holds.
    """

    name: str
    country: str | None = None
    code: str | None = None
    start: str = msgspec.field(name="from", default="")
    end: str = msgspec.field(name="to", default="")
