"""The texts near a batch of reports: which may be copies of which."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.ledger.copies import Copy, Text, compare_texts
from sayso.ledger.shingles import Shingles
from sayso.ledger.tables import firsts_of_keys, numbers

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CANDIDATES = 5
"""A report is compared with this many earlier ones at most, those that share the most keys first."""
CROWDED = 100
"""A key that this many reports share is a form letter, and says nothing of the later ones."""


class Texts:
    """Finds the copies among reports in order of arrival; `load` brings the earlier ones of the ledger."""

    def __init__(self) -> None:
        self._traces: dict[int, list[int]] = defaultdict(list)
        self._texts: dict[int, Text] = {}
        self._ids: dict[int, str] = {}
        self._copied: set[int] = set()

    def load(self, db: "DuckDBPyConnection", batch: Iterable[list[int]]) -> None:
        """Bring in the reports of the ledger that share keys with a report of the batch."""
        each = list(batch)
        wanted = (key for keys in each for key in keys)
        for key, report in firsts_of_keys(db, "traces", "report", wanted, CROWDED):
            self._traces[key].append(report)
        near = {report for keys in each for report in self._near(keys)}
        numbers(db, "wanted", sorted(near))
        quotes: dict[int, list[str]] = defaultdict(list)
        for report, said in db.execute(
            "SELECT report, quotes FROM statements WHERE report IN (SELECT key FROM wanted) ORDER BY report, starts"
        ).fetchall():
            quotes[report] += said or ()
        for report, id, publisher, agency, published, text in db.execute(
            "SELECT report, report_id, publisher_key, agency_key, published, text FROM reports "
            "WHERE report IN (SELECT key FROM wanted)"
        ).fetchall():
            day = published.toordinal() if published else None
            self._ids[report] = id
            self._texts[report] = Text(report, publisher, agency, day, Shingles(text), tuple(quotes[report]))
        copied = db.execute("SELECT report FROM copies WHERE report IN (SELECT key FROM wanted)").fetchall()
        self._copied.update(report for (report,) in copied)

    def find(self, text: Text, id: str, keys: list[int]) -> list[Copy]:
        """The copies that this report brings to light: of itself, or of earlier reports that turn out to copy it.

        A report is a copy of one other at most. `id` is its report id: versions are no copies of one another.
        """
        found = [
            copy
            for report in self._near(keys)
            if report in self._texts and self._ids[report] != id
            if (copy := compare_texts(text, self._texts[report])) is not None
        ]
        mine = [copy for copy in found if copy.report == text.report]
        best = max(
            mine, key=lambda c: (c.original not in self._copied, c.containment, c.jaccard), default=None
        )
        others = [c for c in found if c.report != text.report and c.report not in self._copied]
        kept = ([best] if best else []) + others
        self._copied.update(copy.report for copy in kept)
        self._texts[text.report], self._ids[text.report] = text, id
        for key in keys:
            if len(self._traces[key]) < CROWDED:
                self._traces[key].append(text.report)
        return kept

    def _near(self, keys: list[int]) -> list[int]:
        shared = Counter(report for key in keys for report in self._traces.get(key, ()))
        return sorted(shared, key=lambda report: (-shared[report], report))[:CANDIDATES]
