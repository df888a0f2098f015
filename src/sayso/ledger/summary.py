"""Summaries: the row of each claim and its origins, made anew from its sightings whenever one is added."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from sayso.ledger.family import Outlet, outlet
from sayso.ledger.frame import EVENTS, Frame
from sayso.ledger.independence import Origin, Voice, origins
from sayso.ledger.notices import NoticeKind
from sayso.ledger.relation import CONFLICTS, Relation
from sayso.ledger.rows import Row
from sayso.ledger.standing import Denial, Standing, Stood, standing
from sayso.ledger.tables import insert, numbers
from sayso.records.vocabulary import Status

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Seen(NamedTuple):
    """A sighting with what the summary needs of its report and event."""

    claim: int
    event: int
    relation: str
    report: int
    current: bool
    published: date | None
    publisher: str
    agency_key: str | None
    agency: str | None
    original: int | None
    copy_kind: str | None
    carried_key: str | None
    carried: str | None
    carried_family: str | None
    notice: str | None
    notice_words: str | None
    source_notice: str | None
    source_words: str | None
    frame: str
    actors: list[str]
    recipients: list[str]
    place: str | None
    sentence: str
    status: str


_SEEN = """
WITH told AS (SELECT r.report_id, max(n.kind) AS kind, arg_max(n.words, n.kind) AS words
  FROM notices n JOIN reports r ON r.report = n.report AND r.current GROUP BY r.report_id)
SELECT s.claim, s.event, s.relation, s.report, r.current, r.published, r.publisher_key, r.agency_key, r.agency,
  k.original, k.kind, coalesce(o.agency_key, o.publisher_key), coalesce(o.agency, o.publisher),
  CASE WHEN o.agency_key IS NULL THEN o.publisher_family END, n.kind, n.words, p.kind, p.words,
  f.frame, e.actors, e.recipients, e.place, e.sentence, e.status
FROM sightings s JOIN touched t ON t.key = s.claim JOIN reports r ON r.report = s.report
  JOIN frames f ON f.event = s.event JOIN events e ON e.event = s.event
  LEFT JOIN copies k ON k.report = s.report
  LEFT JOIN roots q ON q.report = s.report LEFT JOIN reports o ON o.report = q.root
  LEFT JOIN told n ON n.report_id = r.report_id LEFT JOIN told p ON p.report_id = o.report_id
ORDER BY s.claim, s.event
"""
_ROOTS = """
CREATE OR REPLACE TEMP TABLE roots AS
WITH RECURSIVE up(report, root, depth) AS (
  SELECT k.report, k.original, 1 FROM copies k
    WHERE k.report IN (SELECT s.report FROM sightings s JOIN touched t ON t.key = s.claim)
  UNION ALL SELECT up.report, k.original, depth + 1 FROM up JOIN copies k ON k.report = up.root WHERE depth < 8)
SELECT report, arg_max(root, depth) AS root FROM up GROUP BY report
"""
_VOICES = """
SELECT s.claim, s.event, v.origin_key, v.origin, v.family, v.stance, v.relays
FROM sightings s JOIN touched t ON t.key = s.claim JOIN voices v ON v.event = s.event ORDER BY s.event, v.origin_key
"""
_FIGURES = """
SELECT s.claim, s.event, g.what, g.low, g.best, g.high
FROM sightings s JOIN touched t ON t.key = s.claim JOIN figures g ON g.event = s.event
WHERE g.what IN ('killed', 'injured') ORDER BY s.event
"""


def refresh(db: "DuckDBPyConnection", claims: Iterable[int]) -> None:
    """Make the rows of these claims in `claims` and `claim_origins` anew; a claim without sightings has none."""
    numbers(db, "touched", sorted(set(claims)))
    db.execute(_ROOTS)
    seen: dict[int, list[Seen]] = defaultdict(list)
    for row in db.execute(_SEEN).fetchall():
        seen[row[0]].append(Seen(*row))
    voices, figures = _by_claim(db, _VOICES), _by_claim(db, _FIGURES)
    rows: list[Row] = []
    behind: list[Row] = []
    for claim, sightings in seen.items():
        summed, found = _Summary(claim, sightings, voices[claim], figures[claim]).rows()
        rows.append(summed)
        behind += [_origin_row(claim, origin) for origin in found]
    for table in ("claims", "claim_origins"):
        db.execute(f"DELETE FROM {table} WHERE claim IN (SELECT key FROM touched)")
    insert(db, "claims", rows)
    insert(db, "claim_origins", behind)


def _by_claim(db: "DuckDBPyConnection", query: str) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for claim, *rest in db.execute(query).fetchall():
        found[claim].append(tuple(rest))
    return found


def _origin_row(claim: int, origin: Origin) -> Row:
    return {
        "claim": claim, "origin_key": origin.key, "origin": origin.name, "family": origin.family,
        "reports": len(origin.reports), "first_published": origin.first, "independent": origin.independent,
        "origin_group": origin.group, "why": origin.why,
    }  # fmt: skip


class _Summary:
    """One claim, summed up from its sightings, their voices and figures."""

    def __init__(
        self, claim: int, sightings: list[Seen], voices: list[tuple[Any, ...]], figures: list[tuple[Any, ...]]
    ) -> None:
        self._claim = claim
        self._all = sightings
        self._now = [seen for seen in sightings if not _gone(seen)]
        self._conflicting = _conflicting(self._now)
        self._by_event = {seen.event: seen for seen in self._now}
        self._reports = {seen.report for seen in self._now}
        self._voices = [voice for voice in voices if voice[0] in self._by_event]
        self._figures = [figure for figure in figures if figure[0] in self._by_event]

    def rows(self) -> tuple[Row, list[Origin]]:
        """The row of `claims`, and the origins."""
        found = origins([v for row in self._voices if row[4] == "asserts" and (v := self._voice(row))])
        denials = [
            Denial(key, name, family, self._by_event[event].status == Status.NEGATED)
            for event, key, name, family, stance, _ in self._voices
            if stance == "denies" and not self._copied(event)
        ]
        silent = [row[2] for row in self._voices if row[4] == "unconfirmed"]
        leading = next((s for s in self._now if s.event not in self._conflicting), self._all[0])
        frame = msgspec.json.decode(leading.frame, type=Frame)
        stood = standing(
            found, denials, silent, gone=None if self._now else why_gone(self._all), type=frame.type,
            actors=frame.actors, recipients=frame.recipients,
        )  # fmt: skip
        row = {
            "claim": self._claim,
            "claim_id": claim_id(self._claim),
            "standing": stood.standing,
            "standing_why": stood.why,
            "disputed_with": stood.disputed_with,
            "n_origins": len(found),
            "n_independent": sum(origin.independent for origin in found),
            "n_denials": 0 if stood.standing == Standing.NEGATED else len({denial.key for denial in denials}),
            "n_conflicts": len({self._by_event[event].report for event in self._conflicting}),
            "n_reports": len(self._reports),
            "n_copies": len({s.report for s in self._now if s.original is not None}),
            "words": leading.sentence,
            **_what(leading, frame),
            **self._days(),
            **self._range("killed"),
            **self._range("injured"),
        }
        return row, found

    def _copied(self, event: int) -> bool:
        seen = self._by_event[event]
        return seen.original in self._reports and seen.copy_kind == "copy"

    def _voice(self, row: tuple[Any, ...]) -> Voice | None:
        event, key, name, family, _, relays = row
        seen = self._by_event[event]
        if event in self._conflicting:
            return None
        carried, why = _carried(seen)
        return Voice(
            key=key, name=name, family=family, report=seen.report, published=seen.published,
            publisher=seen.publisher, relays=tuple(relays or ()), own=key == seen.publisher, carried=carried,
            why=why, repeated=self._copied(event),
        )  # fmt: skip

    def _days(self) -> Row:
        """When it is said to have happened, by the most exact sighting, and when it was first and last told."""
        frames = [msgspec.json.decode(seen.frame, type=Frame) for seen in self._all]
        dated = [f for f in frames if f.first is not None and f.last is not None]
        best = min(dated, key=lambda f: (not f.dated, (f.last or 0) - (f.first or 0), f.event), default=None)
        told = [seen.published for seen in self._all if seen.published]
        return {
            "date_start": date.fromordinal(best.first) if best and best.first else None,
            "date_end": date.fromordinal(best.last) if best and best.last else None,
            "first_published": min(told, default=None),
            "last_published": max(told, default=None),
        }

    def _range(self, what: str) -> Row:
        """The lowest, the latest and the highest figure given; figures of conflicting sightings bound it too."""
        given = [figure for figure in self._figures if figure[1] == what]
        lows = [n for _, _, low, best, _ in given if (n := low if low is not None else best) is not None]
        highs = [n for _, _, _, best, high in given if (n := high if high is not None else best) is not None]
        told = [
            (self._by_event[event].published or date.min, event, best)
            for event, _, _, best, _ in given
            if best is not None and event not in self._conflicting and not self._copied(event)
        ]
        return {
            f"{what}_low": min(lows, default=None),
            f"{what}_best": max(told)[2] if told else None,
            f"{what}_high": max(highs, default=None),
        }


def _gone(seen: Seen) -> bool:
    """Whether a sighting counts no more: its version is an old one, or a notice takes it back."""
    withdrawn = NoticeKind.WITHDRAWN in (seen.notice, seen.source_notice)
    return not seen.current or seen.relation == Relation.TAKEN_BACK or withdrawn


def why_gone(sightings: Sequence[Seen]) -> Stood:
    """The standing of a claim that no sighting tells of any more: by a notice, where there is one."""
    for kind, words in [(s.source_notice, s.source_words) for s in sightings] + [
        (s.notice, s.notice_words) for s in sightings
    ]:
        if kind == NoticeKind.WITHDRAWN:
            return Stood(Standing.WITHDRAWN, f"its report was withdrawn: “{words}”", ())
    for seen in sightings:
        if seen.notice is not None:
            return Stood(Standing.CORRECTED, f"its report was corrected: “{seen.notice_words}”", ())
    return Stood(Standing.WITHDRAWN, "no current version of a report tells of it", ())


def _conflicting(sightings: Sequence[Seen]) -> set[int]:
    """The events that disagree in number or actor; a copy disagrees with its original, whichever came first."""
    odd = {seen.event for seen in sightings if seen.relation in CONFLICTS}
    if not odd:
        return odd
    even = [seen for seen in sightings if seen.event not in odd]
    reports = {seen.report for seen in sightings if seen.event in odd}
    if even and all(seen.original in reports for seen in even):
        return {seen.event for seen in even}
    return odd


def _carried(seen: Seen) -> tuple[Outlet | None, str]:
    """Whose text the report is, where it is not the publisher's own, and why."""
    if seen.original is not None and seen.carried_key is not None and seen.carried is not None:
        known = outlet(seen.carried)
        family = seen.carried_family or (known.family if known else seen.carried_key)
        return Outlet(
            seen.carried_key, seen.carried, family
        ), f"report {seen.report} is a {seen.copy_kind} of its text"
    if seen.agency_key is not None and seen.agency is not None:
        known = outlet(seen.agency)
        return Outlet(
            seen.agency_key, seen.agency, known.family if known else seen.agency_key
        ), "by agency credit"
    return None, ""


def _what(seen: Seen, frame: Frame) -> Row:
    site = frame.site
    parties = (*frame.actors, *frame.recipients)
    countries = {p.country for p in parties if p.country} | (
        {site.country} if site and site.country else set()
    )
    return {
        "type": frame.type, "mode": frame.mode, "planned": frame.planned, "actors": seen.actors,
        "actor_keys": [p.key for p in frame.actors], "recipients": seen.recipients,
        "recipient_keys": [p.key for p in frame.recipients], "countries": sorted(countries), "place": seen.place,
        "country": site.country if site else None, "lat": site.lat if site else None,
        "lon": site.lon if site else None,
    }  # fmt: skip


def claim_id(claim: int) -> str:
    """How people name a claim: the number of its first report and of the event in it.

    >>> claim_id(120003)
    'c12.3'
    """
    return f"c{claim // EVENTS}.{claim % EVENTS}"
