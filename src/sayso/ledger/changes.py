"""What changed since a moment: new claims, origins, denials, figures; withdrawn lines, corrections, edits."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from sayso.ledger.ask import Row, rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NEW_VOICES = """
WITH first AS (
  SELECT s.claim, v.origin_key, any_value(v.origin) AS origin, min(r.added) AS since, min_by(r.publisher, r.report) AS
    publisher, min_by(r.report_id, r.report) AS report_id, min_by(v.words, r.report) AS words
  FROM voices v JOIN sightings s USING (event) JOIN reports r ON r.report = s.report
  LEFT JOIN copies k ON k.report = r.report
  WHERE v.stance = '{stance}' AND k.report IS NULL AND s.relation NOT IN ('number', 'actor')
  GROUP BY s.claim, v.origin_key)
SELECT '{kind}' AS change, c.claim_id, c.standing, first.origin AS who, first.publisher, first.report_id,
  first.words AS detail, first.since AS moment
FROM first JOIN claims c USING (claim) WHERE first.since >= $since AND {old} (SELECT min(r.added) FROM sightings s
  JOIN reports r ON r.report = s.report WHERE s.claim = c.claim) < $since"""

_QUERIES: Final = (
    """SELECT 'new claim' AS change, c.claim_id, c.standing, array_to_string(c.actors, ', ') AS who, r.publisher,
      r.report_id, c.words AS detail, r.added AS moment
    FROM claims c JOIN sightings s ON s.claim = c.claim JOIN reports r ON r.report = s.report
    WHERE r.added >= $since QUALIFY row_number() OVER (PARTITION BY c.claim ORDER BY r.report) = 1
      AND (SELECT min(o.added) FROM sightings t JOIN reports o ON o.report = t.report
        WHERE t.claim = c.claim) >= $since""",
    _NEW_VOICES.format(stance="asserts", kind="new origin", old=""),
    _NEW_VOICES.format(stance="denies", kind="new denial", old="true OR"),
    """SELECT 'revised number' AS change, c.claim_id, c.standing, g.speaker AS who, r.publisher, r.report_id,
      g.what || ' ' || g.best || ', before ' ||
        array_to_string(list_sort(list_distinct(list(p.best))), ', ') AS detail,
      r.added AS moment
    FROM figures g JOIN sightings s USING (event) JOIN reports r ON r.report = s.report
      JOIN claims c ON c.claim = s.claim JOIN sightings t ON t.claim = s.claim
      JOIN figures p ON p.event = t.event AND p.what = g.what JOIN reports o ON o.report = t.report
    WHERE r.added >= $since AND o.added < $since AND g.best IS NOT NULL
    GROUP BY c.claim_id, c.standing, g.speaker, r.publisher, r.report_id, g.what, g.best, r.added
    HAVING NOT bool_or(p.best = g.best)""",
    """SELECT 'withdrawn line' AS change, c.claim_id, c.standing, r.publisher AS who, r.publisher, r.report_id,
      e.sentence AS detail, n.added AS moment
    FROM sightings s JOIN reports r ON r.report = s.report JOIN events e USING (event)
      JOIN claims c ON c.claim = s.claim JOIN reports n ON n.report_id = r.report_id AND n.current
    WHERE NOT r.current AND n.added >= $since
      AND NOT EXISTS (SELECT 1 FROM sightings t WHERE t.report = n.report AND t.claim = s.claim)""",
    """SELECT 'notice of correction' AS change, NULL AS claim_id, NULL AS standing, r.publisher AS who, r.publisher,
      r.report_id, n.words AS detail, r.added AS moment
    FROM notices n JOIN reports r USING (report) WHERE r.added >= $since""",
    """SELECT 'edited article' AS change, NULL AS claim_id, NULL AS standing, r.publisher AS who, r.publisher,
      r.report_id, h.detail, h.told_at AS moment
    FROM history h JOIN reports r USING (report) WHERE h.kind = 'edited' AND h.told_at >= $since""",
)

_NUMBERS: Final = "list_transform(string_split(substr(claim_id, 2), '.'), lambda part: part::BIGINT)"


def changes(db: "DuckDBPyConnection", since: datetime) -> list[Row]:
    """Everything that came into the ledger since a moment (UTC), by kind and claim."""
    given = {"since": since}
    asked = (f"SELECT * FROM ({query}) ORDER BY moment, {_NUMBERS}, who" for query in _QUERIES)
    return [row for query in asked for row in rows(db, query, given)]
