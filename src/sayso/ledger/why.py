"""Why a claim stands as it does: its origins, chains, copies, words and proofs, as one frozen record."""

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.ledger.ask import Row, claim_number, rows
from sayso.ledger.relation import Relation

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One voice in one report: who, with what stance, by which chain, in which words."""

    origin: str
    stance: str
    chain: str
    words: str
    statement_id: str | None


class Sighted(msgspec.Struct, frozen=True, kw_only=True):
    """The claim in one report. `copy_of`: the publisher whose text it repeats, and why."""

    event_id: str
    number: int
    report_id: str
    publisher: str
    published: date | None
    url: str | None
    title: str | None
    current: bool
    relation: Relation
    score: float
    proof: str
    sentence: str
    status: str
    original: int | None
    copy_of: str | None
    copy_kind: str | None
    copy_why: str | None
    agency: str | None
    notices: list[str]
    voices: list[Said]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The whole answer."""

    claim: Row
    origins: list[Row]
    sightings: list[Sighted]
    figures: list[Row]
    kept_apart: list[Row]
    decisions: list[Row]
    read: list[str]
    silent: list[str]


_SIGHTINGS = """
SELECT s.event, e.event_id, s.report AS number, r.report_id, r.publisher, r.published, r.url, r.title, r.current,
  s.relation, s.score,
  s.proof, e.sentence, e.status, k.original,
  o.publisher AS copy_of, k.kind AS copy_kind, k.why AS copy_why, r.agency,
  coalesce((SELECT list(n.words ORDER BY n.starts) FROM notices n WHERE n.report = s.report), []) AS notices
FROM sightings s JOIN events e ON e.event = s.event JOIN reports r ON r.report = s.report
  LEFT JOIN copies k ON k.report = s.report LEFT JOIN reports o ON o.report = k.original
WHERE s.claim = $claim ORDER BY r.published, s.event
"""
_FIGURES = """
SELECT g.what, g.low, g.best, g.high, g.speaker, g.words, r.published, r.publisher, s.relation,
  k.original IS NOT NULL AS copy
FROM figures g JOIN sightings s USING (event) JOIN reports r ON r.report = s.report
  LEFT JOIN copies k ON k.report = r.report WHERE s.claim = $claim ORDER BY g.what, r.published, s.event
"""
_APART = """
SELECT 'c' || s.claim // 10000 || '.' || s.claim % 10000 AS claim_id, m.merge, m.score, m.proof, e.sentence
FROM merges m JOIN sightings s ON s.event = CASE WHEN m.into_claim = $claim THEN m.event ELSE m.into_claim END
  JOIN events e ON e.event = s.event
WHERE m.kind = 'refusal' AND m.withdrawn_at IS NULL AND s.claim <> $claim AND (m.into_claim = $claim OR m.event IN
  (SELECT event FROM sightings WHERE claim = $claim))
QUALIFY row_number() OVER (PARTITION BY s.claim ORDER BY m.score DESC, m.merge) = 1 ORDER BY m.score DESC LIMIT 5
"""
_STORY = """
WITH told AS (SELECT DISTINCT report FROM sightings WHERE claim = $claim)
SELECT c.claim_id FROM sightings s JOIN told USING (report) JOIN claims c ON c.claim = s.claim
GROUP BY c.claim, c.claim_id, c.n_reports
HAVING count(DISTINCT s.report) >= least(2, (SELECT count(*) FROM told))
ORDER BY c.claim <> $claim, count(DISTINCT s.report) DESC, c.claim LIMIT 20
"""
_READ = """
SELECT publisher, bool_or(report IN (SELECT report FROM sightings WHERE claim = $claim)) AS told FROM reports
WHERE published BETWEEN $first AND $last GROUP BY publisher ORDER BY publisher
"""


def why(db: "DuckDBPyConnection", claim_id: str) -> Answer:
    """All that the ledger knows of a claim. Raises UsageError for an unknown one."""
    number = claim_number(db, claim_id)
    given = {"claim": number}
    claim = rows(db, "SELECT * FROM claims WHERE claim = $claim", given)[0]
    voices, figures = _voices(db, number), rows(db, _FIGURES, given)
    sightings = [
        msgspec.convert({**row, "voices": voices.get(row.pop("event"), [])}, Sighted)
        for row in rows(db, _SIGHTINGS, given)
    ]
    spread = {"claim": number, "first": claim["first_published"], "last": claim["last_published"]}
    read = rows(db, _READ, spread) if claim["first_published"] else []
    return Answer(
        claim=claim,
        origins=rows(
            db,
            "SELECT * FROM claim_origins WHERE claim = $claim ORDER BY independent DESC, first_published, origin",
            given,
        ),
        sightings=sightings,
        figures=figures,
        kept_apart=rows(db, _APART, given),
        decisions=rows(
            db,
            "SELECT merge, kind, proof, decided_by, decided_at, withdrawn_by, withdrawn_at FROM merges WHERE "
            "(kind IN ('merge', 'split') OR withdrawn_at IS NOT NULL) AND $claim IN (claim, into_claim) "
            "ORDER BY merge",
            given,
        ),
        read=[row["publisher"] for row in read],
        silent=[row["publisher"] for row in read if not row["told"]],
    )


def _voices(db: "DuckDBPyConnection", claim: int) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows(
        db,
        "SELECT v.event, v.origin, v.stance, v.chain, v.words, v.statement_id FROM voices v JOIN sightings s USING "
        "(event) WHERE s.claim = $claim ORDER BY v.event, v.stance, v.origin",
        {"claim": claim},
    ):
        found.setdefault(row.pop("event"), []).append(row)
    return found


def story(db: "DuckDBPyConnection", claim_id: str) -> list[str]:
    """The claims of the story that a claim belongs to: itself, and those that at least two of its reports share."""
    return [row["claim_id"] for row in rows(db, _STORY, {"claim": claim_number(db, claim_id)})]
