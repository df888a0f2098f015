"""Adding coded reports: a batch is one transaction, so that a report is in the ledger wholly or not at all."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sayso.ledger.blocks import blocks
from sayso.ledger.copies import Copy, Text
from sayso.ledger.frame import EVENTS, Frame, frames
from sayso.ledger.link import CROWDED, Claims, Linked, Refused
from sayso.ledger.notices import NoticeKind, notice_rows, notices
from sayso.ledger.relation import Relation
from sayso.ledger.rows import Row, Rows
from sayso.ledger.shingles import Shingles, quote_keys, sentence_keys
from sayso.ledger.store import now, widen
from sayso.ledger.summary import refresh
from sayso.ledger.tables import firsts_of_keys, insert, insert_new, numbers, transaction
from sayso.ledger.texts import Texts
from sayso.records.coded import CodedReport, Refusal
from sayso.records.event import Event
from sayso.records.report import Report

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH, LARGEST, SHARE = 256, 512, 50
"""Reports in a batch: a fiftieth of the ledger's, between the first number and the second. A batch scans the keys of
the ledger once; as batches grow with it, a report costs no more in a large ledger than in a small one."""
CHARACTERS = 2_000_000
"""A batch ends with the report that brings its texts to this: a transaction is held in memory."""
PATIENCE = 5.0
"""A batch ends so many seconds after its first report, however small: reports wait for their acknowledgement."""


class Added(NamedTuple):
    """What became of a report. outcome: added, new version, known, refused (with the refusal)."""

    report_id: str
    outcome: str
    refusal: Refusal | None = None


def add(
    db: "DuckDBPyConnection", outcomes: Iterable[CodedReport | Refusal], *, batch: int | None = None
) -> Iterator[Added]:
    """Add coded reports and refusals; what is given is on disk, and stays so if the process is killed.

    A report that is there (same id, same text) changes nothing; a changed text under an id that is there becomes
    its new version, and the current one.
    """
    adder = _Adder(db)
    for some in _batches(outcomes, lambda: batch or adder.batch()):
        yield from adder.add(some)


def _batches(
    outcomes: Iterable[CodedReport | Refusal], size: Callable[[], int]
) -> Iterator[list[CodedReport | Refusal]]:
    some: list[CodedReport | Refusal] = []
    began, characters = time.monotonic(), 0
    for outcome in outcomes:
        if not some:
            began, characters = time.monotonic(), 0
        some.append(outcome)
        characters += len(outcome.report.text) if isinstance(outcome, CodedReport) else 0
        if len(some) >= size() or characters >= CHARACTERS or time.monotonic() - began > PATIENCE:
            yield some
            some = []
    if some:
        yield some


def known(db: "DuckDBPyConnection", reports: Iterable[Report]) -> set[tuple[str, str]]:
    """The ids and versions among these reports that the ledger has, so that they need not be coded again."""
    ids = [report.id for report in reports]
    rows = db.execute(
        "SELECT report_id, version FROM reports WHERE report_id IN (SELECT unnest($1::VARCHAR[]))", [ids]
    ).fetchall()
    return {(id, version) for id, version in rows}


class _New(NamedTuple):
    """A report to be added, with all that is made of it before the ledger is asked."""

    record: CodedReport
    rows: Rows
    text: Text
    traces: list[int]
    events: list[tuple[Event, Frame, list[int]]]
    report: Row
    mistaken: frozenset[int]


class _Adder:
    def __init__(self, db: "DuckDBPyConnection") -> None:
        self._db = db
        row = db.execute("SELECT coalesce(max(report), 0) FROM reports").fetchone()
        self._last = int(row[0]) if row else 0

    def batch(self) -> int:
        """How many reports the next batch may hold."""
        return min(max(BATCH, self._last // SHARE), LARGEST)

    def add(self, outcomes: Sequence[CodedReport | Refusal]) -> list[Added]:
        """One batch, one transaction; done again with more memory, kept from then on, where it lacks some."""
        import duckdb

        try:
            return self._add(outcomes)
        except duckdb.OutOfMemoryException:
            widen(self._db)
            return self._add(outcomes)

    def _add(self, outcomes: Sequence[CodedReport | Refusal]) -> list[Added]:
        moment = now()
        added, new, earlier = self._sorted(outcomes, moment)
        texts, claims = Texts(), Claims()
        texts.load(self._db, [one.traces for one in new])
        self._load_claims(claims, new)
        change = _Change(moment)
        for one in new:
            change.take(one, texts, claims, earlier.get(one.text.report))
        refusals = [
            {"stage": no.stage, "what": no.what, "why": no.why, "refused_at": moment}
            for no in (one.refusal for one in added)
            if no is not None
        ]
        with transaction(self._db):
            insert_new(self._db, "refusals", refusals, ("stage", "what", "why"))
            change.write(self._db)
        self._last += len(new)
        return added

    def _sorted(
        self, outcomes: Sequence[CodedReport | Refusal], moment: str
    ) -> tuple[list[Added], list[_New], dict[int, int]]:
        """What becomes of each; the new reports; and for a new version the number of the one before it."""
        ids = list({o.report.id for o in outcomes if isinstance(o, CodedReport)})
        rows = self._db.execute(
            "SELECT report_id, version, report, current FROM reports "
            "WHERE report_id IN (SELECT unnest($1::VARCHAR[]))",
            [ids],
        ).fetchall()
        there = {(id, version) for id, version, _, _ in rows}
        current = {id: report for id, _, report, now in rows if now}
        added: list[Added] = []
        new: list[_New] = []
        earlier: dict[int, int] = {}
        for outcome in outcomes:
            if isinstance(outcome, Refusal):
                added.append(Added(outcome.what, "refused", outcome))
                continue
            report = outcome.report
            if (report.id, report.version) in there:
                added.append(Added(report.id, "known"))
                continue
            number = self._last + len(new) + 1
            try:
                made = _prepared(outcome, number, moment)
            except ValueError as error:
                added.append(
                    Added(report.id, "refused", Refusal(stage="ledger", what=report.id, why=str(error)))
                )
                continue
            if report.id in current:
                earlier[number] = current[report.id]
            added.append(Added(report.id, "new version" if report.id in current else "added"))
            there.add((report.id, report.version))
            current[report.id] = number
            new.append(made)
        return added, new, earlier

    def _load_claims(self, claims: Claims, new: list[_New]) -> None:
        wanted = (key for one in new for _, _, keys in one.events for key in keys)
        near = firsts_of_keys(self._db, "blocks", "event", wanted, CROWDED)
        numbers(self._db, "wanted", sorted({event for _, event in near}))
        rows = self._db.execute(
            "SELECT f.frame, s.claim FROM wanted w JOIN frames f ON f.event = w.key "
            "JOIN sightings s ON s.event = w.key"
        ).fetchall()
        claims.load(near, [(msgspec.json.decode(frame, type=Frame), claim) for frame, claim in rows])


def _prepared(record: CodedReport, number: int, moment: str) -> _New:
    rows = Rows(record, number)
    report = rows.report(moment)
    quotes = [
        quote for s in sorted(record.statements, key=lambda s: s.content.start) for quote in rows.quotes(s)
    ]
    shingles = Shingles(record.report.text)
    published = record.report.published
    text = Text(
        number,
        report["publisher_key"],
        report["agency_key"],
        published.toordinal() if published else None,
        shingles,
        tuple(quotes),
    )
    traces = sorted({*shingles.bands(), *quote_keys(quotes), *sentence_keys(record.report.text)})
    msgspec.json.encode([report, rows.statements()])  # characters that no file can hold are refused here
    told = [(event, frame, blocks(frame)) for event, frame in frames(record, number)]
    wrong = [one for one in notices(record.report.text) if one.kind == NoticeKind.MISTAKEN]
    mistaken = frozenset(
        frame.event
        for event, frame, _ in told
        if any(one.start <= event.mentions[0].trigger.start < one.end for one in wrong)
    )
    return _New(record, rows, text, traces, told, report, mistaken)


class _Change:
    """The rows of one batch, report by report, until they are written together."""

    def __init__(self, moment: str) -> None:
        self._moment = moment
        self._rows: dict[str, list[Row]] = {}
        self._actors: list[Row] = []
        self._touched: set[int] = set()
        self._recounted: set[int] = set()
        self._superseded: list[int] = []

    def take(self, new: _New, texts: Texts, claims: Claims, earlier: int | None) -> None:
        """Find the report's copies and claims, in the order of arrival."""
        copies = texts.find(new.text, new.record.report.id, new.traces)
        linked, refused = claims.link(
            [(frame, keys) for _, frame, keys in new.events],
            any(copy.report == new.text.report for copy in copies),
        )
        linked = [
            one._replace(relation=Relation.TAKEN_BACK) if one.event in new.mistaken else one for one in linked
        ]
        self._put("reports", [new.report])
        self._put("statements", new.rows.statements())
        self._actors += new.rows.actors()
        for event, frame, keys in new.events:
            self._put("events", [new.rows.event(event, frame)])
            self._put("figures", new.rows.figures(event, frame))
            self._put("voices", new.rows.voices(event, frame))
            self._put("frames", [{"event": frame.event, "frame": _text(frame)}])
            self._put("blocks", [{"key": key, "event": frame.event} for key in keys])
        self._put("traces", [{"key": key, "report": new.text.report} for key in new.traces])
        self._put("notices", notice_rows(new.text.report, new.record.report.text))
        self._put("copies", [copy._asdict() for copy in copies])
        self._links(linked, refused)
        self._told(new, copies, earlier)

    def _links(self, linked: list[Linked], refused: list[Refused]) -> None:
        for one in linked:
            self._touched.add(one.claim)
            row = {
                "event": one.event, "claim": one.claim, "report": one.event // EVENTS, "relation": one.relation,
                "score": round(one.score, 3), "proof": one.proof,
            }  # fmt: skip
            self._put("sightings", [row])
            if one.of is not None:
                self._merge("link", one.event, one.claim, one.score, one.proof)
        for no in refused:
            self._merge("refusal", no.event, no.claim, no.score, no.proof)

    def _merge(self, kind: str, event: int, claim: int, score: float, proof: str) -> None:
        row = {
            "merge": len(self._rows.get("merges", ())), "kind": kind, "event": event, "claim": event,
            "into_claim": claim, "score": round(score, 3), "proof": proof, "decided_by": "sayso",
            "decided_at": self._moment,
        }  # fmt: skip
        self._put("merges", [row])

    def _told(self, new: _New, copies: list[Copy], earlier: int | None) -> None:
        number = new.text.report
        told = [("edited", f"a new version of report {earlier}")] if earlier is not None else [("added", "")]
        for copy in copies:
            told.append(
                ("copy", f"report {copy.report} is a {copy.kind} of report {copy.original}: {copy.why}")
            )
            self._recounted.add(copy.report)
        if earlier is not None:
            self._superseded.append(earlier)
        for step, (kind, detail) in enumerate(told):
            row = {"report": number, "step": step, "kind": kind, "detail": detail, "told_at": self._moment}
            self._put("history", [row])

    def _put(self, table: str, rows: list[Row]) -> None:
        self._rows.setdefault(table, []).extend(rows)

    def write(self, db: "DuckDBPyConnection") -> None:
        """Write all rows and bring the claims that they touch up to date."""
        row = db.execute("SELECT coalesce(max(merge), 0) FROM merges").fetchone()
        base = (int(row[0]) if row else 0) + 1
        for merge in self._rows.get("merges", ()):
            merge["merge"] += base
        for table, rows in self._rows.items():
            insert(db, table, rows)
        insert_new(db, "actors", self._actors, ("key",))
        if self._superseded:
            numbers(db, "wanted", self._superseded)
            db.execute("UPDATE reports SET current = false WHERE report IN (SELECT key FROM wanted)")
        numbers(db, "wanted", sorted({*self._recounted, *self._superseded}))
        more = db.execute(
            "SELECT DISTINCT claim FROM sightings WHERE report IN (SELECT key FROM wanted)"
        ).fetchall()
        refresh(db, self._touched | {claim for (claim,) in more})


def _text(frame: Frame) -> str:
    return msgspec.json.encode(frame, order="deterministic").decode()
