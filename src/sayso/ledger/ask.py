"""Questions to a ledger: claims by filter, what changed since a day, and any SQL that only reads."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.errors import UsageError
from sayso.ledger.frame import EVENTS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = dict[str, Any]


class Sort(StrEnum):
    """By what claims are ordered: the most first, or the latest."""

    ORIGINS = "origins"
    REPORTS = "reports"
    DATE = "date"
    DENIALS = "denials"


_ORDER = {
    Sort.ORIGINS: "n_independent DESC, n_origins DESC, n_reports DESC",
    Sort.REPORTS: "n_reports DESC, n_independent DESC",
    Sort.DATE: "date_start DESC NULLS LAST",
    Sort.DENIALS: "n_denials DESC, n_independent DESC",
}


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are asked for; None asks for all. `actor` is a key or a part of a name, on either side."""

    actor: str | None = None
    country: str | None = None
    type: str | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    standing: str | None = None


_WHERE = {
    "actor": "(list_contains(list_concat(actor_keys, recipient_keys), $actor) OR "
    "array_to_string(list_concat(actors, recipients), ';') ILIKE '%' || $actor || '%')",
    "country": "list_contains(countries, upper($country))",
    "type": "type = upper($type)",
    "place": "place ILIKE '%' || $place || '%'",
    "since": "date_end >= $since",
    "until": "date_start <= $until",
    "standing": "standing = $standing",
}


def claims(
    db: "DuckDBPyConnection", asked: Filter, *, sort: Sort = Sort.ORIGINS, limit: int = 50
) -> list[Row]:
    """The claims that the filter lets through, in order."""
    given = {name: value for name, value in msgspec.structs.asdict(asked).items() if value is not None}
    where = " AND ".join(_WHERE[name] for name in given) or "true"
    return rows(
        db, f"SELECT * FROM claims WHERE {where} ORDER BY {_ORDER[sort]}, claim LIMIT {int(limit)}", given
    )


def claim_number(db: "DuckDBPyConnection", claim_id: str) -> int:
    """The number of the claim that people name `claim_id` ("c12.3"). Raises UsageError where there is none."""
    report, _, event = claim_id.removeprefix("c").partition(".")
    if report.isdecimal() and event.isdecimal():
        number = int(report) * EVENTS + int(event)
        if db.execute("SELECT 1 FROM sightings WHERE claim = ? LIMIT 1", [number]).fetchone():
            return number
        merged = db.execute("SELECT claim FROM sightings WHERE event = ?", [number]).fetchone()
        if merged:
            return int(merged[0])
    raise UsageError(f"no claim {claim_id!r} in this ledger. Find one with: sayso claims")


def sql(db: "DuckDBPyConnection", query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows of a query. The ledger is open read-only, and DuckDB reads no other file.

    Raises UsageError with DuckDB's own words where the query cannot be answered.
    """
    import duckdb

    try:
        found = db.execute(query)
    except duckdb.Error as error:
        raise UsageError(f"sql: {error}") from error
    return [column[0] for column in found.description or ()], found.fetchall()


def rows(db: "DuckDBPyConnection", query: str, given: Any = None) -> list[Row]:
    """The rows of our own query, as mappings."""
    found = db.execute(query, given) if given else db.execute(query)
    columns = [column[0] for column in found.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
