"""A person's judgement: claims merged, sightings split off, and decisions withdrawn. Nothing is erased."""

from typing import TYPE_CHECKING

import msgspec

from sayso.errors import UsageError
from sayso.ledger.ask import claim_number
from sayso.ledger.compare import relation
from sayso.ledger.frame import EVENTS, Frame
from sayso.ledger.relation import Relation
from sayso.ledger.store import now
from sayso.ledger.summary import refresh
from sayso.ledger.tables import insert, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

APART = EVENTS // 2
"""A claim's first sighting that is split off becomes the claim of its own number plus this."""


def merge(db: "DuckDBPyConnection", claim_id: str, into: str, *, by: str, why: str) -> list[int]:
    """Move all sightings of a claim into another; the numbers of the decisions.

    Raises UsageError for claims that are not there, or are one already.
    """
    claim, target = claim_number(db, claim_id), claim_number(db, into)
    if claim == target:
        raise UsageError(f"{claim_id} and {into} are one claim already")
    events = _events(db, "SELECT event FROM sightings WHERE claim = ? ORDER BY event", claim)
    return _decide(db, "merge", [(event, claim, target) for event in events], by, why)


def split(db: "DuckDBPyConnection", claim_id: str, report_id: str, *, by: str, why: str) -> list[int]:
    """Take the sightings of one report (all its versions) out of a claim, into a claim of their own.

    Raises UsageError where the claim has no sighting in that report, or none in any other.
    """
    claim = claim_number(db, claim_id)
    rows = db.execute(
        "SELECT s.event, r.report_id FROM sightings s JOIN reports r USING (report) WHERE s.claim = ? "
        "ORDER BY s.event",
        [claim],
    ).fetchall()
    events = [event for event, id in rows if id == report_id]
    if not events or len(events) == len(rows):
        missing = "is not in it" if not events else "is the only one in it"
        raise UsageError(f"split {claim_id}: report {report_id!r} {missing}")
    own = events[0] + APART if events[0] == claim else events[0]
    return _decide(db, "split", [(event, claim, own) for event in events], by, why)


def withdraw(db: "DuckDBPyConnection", number: int, *, by: str) -> None:
    """Undo a decision, a person's or sayso's own; it stays in the ledger, with who withdrew it and when.

    Raises UsageError for an unknown decision, and for one that was withdrawn before.
    """
    row = db.execute(
        "SELECT kind, event, claim, into_claim, withdrawn_at FROM merges WHERE merge = ?", [number]
    ).fetchone()
    if row is None or row[4] is not None:
        raise UsageError(f"decision {number} {'does not exist' if row is None else 'was withdrawn before'}")
    kind, event, claim, into = row[:4]
    here = _events(db, "SELECT claim FROM sightings WHERE event = ?", event)[0]
    there = into if kind == "refusal" else claim
    with transaction(db):
        db.execute(
            "UPDATE merges SET withdrawn_by = ?, withdrawn_at = ? WHERE merge = ?", [by, now(), number]
        )
        _move(db, event, there)
        insert(db, "history", [_told(number, "withdrawn decision", event, there, by)])
        refresh(db, {here, there})


def _decide(
    db: "DuckDBPyConnection", kind: str, moves: list[tuple[int, int, int]], by: str, why: str
) -> list[int]:
    row = db.execute("SELECT coalesce(max(merge), 0) FROM merges").fetchone()
    first = (int(row[0]) if row else 0) + 1
    moment = now()
    made = [
        {"merge": first + n, "kind": kind, "claim": claim, "event": event, "into_claim": into, "proof": why,
         "decided_by": by, "decided_at": moment}
        for n, (event, claim, into) in enumerate(moves)
    ]  # fmt: skip
    told = [_told(first + n, kind, event, into, by) for n, (event, _, into) in enumerate(moves)]
    with transaction(db):
        insert(db, "merges", made)
        insert(db, "history", told)
        for event, _, into in moves:
            _move(db, event, into)
        refresh(db, {claim for _, *both in moves for claim in both})
    return [first + n for n in range(len(moves))]


def _told(number: int, kind: str, event: int, claim: int, by: str) -> dict[str, object]:
    """A row of `history`: the event is in this claim now."""
    return {
        "report": event // EVENTS, "step": number, "kind": kind, "claim": claim,
        "detail": f"decision {number} by {by}", "told_at": now(),
    }  # fmt: skip


def _move(db: "DuckDBPyConnection", event: int, claim: int) -> None:
    """Put an event into a claim; its relation is to the claim's first sighting."""
    founder = db.execute(
        "SELECT f.frame FROM sightings s JOIN frames f USING (event) WHERE s.claim = ? AND s.event <> ? "
        "ORDER BY s.event LIMIT 1",
        [claim, event],
    ).fetchone()
    own = db.execute("SELECT frame FROM frames WHERE event = ?", [event]).fetchone()
    if own is None:
        raise UsageError(f"no event {event} in this ledger")
    told = (
        relation(msgspec.json.decode(own[0], type=Frame), msgspec.json.decode(founder[0], type=Frame))
        if founder
        else Relation.FIRST
    )
    db.execute(
        "UPDATE sightings SET claim = ?, relation = CASE relation WHEN ? THEN relation ELSE ? END WHERE event = ?",
        [claim, Relation.TAKEN_BACK.value, told.value, event],
    )


def _events(db: "DuckDBPyConnection", query: str, given: int) -> list[int]:
    return [int(number) for (number,) in db.execute(query, [given]).fetchall()]
