"""One speaker's words over time, and outlets' versions of one quotation side by side."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from sayso.ledger.ask import rows
from sayso.ledger.shingles import Shingles, normal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SAME = 0.6
"""Share of the shorter quotation's shingles in the longer from which they are versions of one."""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation as one outlet has it. cut: "whole", "cut" (a part of the longest version), "differs"."""

    publisher: str
    published: date | None
    report_id: str
    quote: str
    chain: str
    cut: str


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a speaker said, in the longest version, and all versions of it by date."""

    speaker: str
    quote: str
    versions: list[Version]


_QUOTES = """
SELECT DISTINCT a.name AS speaker, r.publisher, r.published, r.report_id, q.quote, s.chain, s.starts, r.report
FROM statements s JOIN reports r USING (report), unnest(s.quotes) AS q(quote), unnest(s.speaker_keys) AS k(key)
  JOIN actors a ON a.key = k.key
WHERE r.current AND (a.key = $actor OR a.name ILIKE '%' || $actor || '%') ORDER BY r.published, r.report, s.starts
"""


def quotations(db: "DuckDBPyConnection", actor: str) -> list[Quotation]:
    """The quotations of the actors of this key or name, by the day on which they were first printed."""
    groups: list[list[dict[str, object]]] = []
    for row in rows(db, _QUOTES, {"actor": actor}):
        home = next((group for group in groups if _versions(str(group[0]["quote"]), str(row["quote"]))), None)
        if home is None:
            groups.append([row])
        else:
            home.append(row)
    return [_quotation(group) for group in groups]


def _versions(one: str, other: str) -> bool:
    a, b = normal(one), normal(other)
    short, long = sorted((a, b), key=len)
    if short.count(" ") < 3:
        return a == b
    return short in long or Shingles(one).share(Shingles(other))[1] >= SAME


def _quotation(group: list[dict[str, object]]) -> Quotation:
    longest = max((str(row["quote"]) for row in group), key=len)
    whole = normal(longest)
    versions = []
    for row in group:
        words = normal(str(row["quote"]))
        cut = "whole" if words == whole else "cut" if words in whole else "differs"
        kept = {key: row[key] for key in ("publisher", "published", "report_id", "quote", "chain")}
        versions.append(msgspec.convert({**kept, "cut": cut}, Version))
    return Quotation(speaker=str(group[0]["speaker"]), quote=longest, versions=versions)
