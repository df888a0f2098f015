"""Migrations: a ledger of an older schema is brought up to date when it is opened for writing."""

from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from sayso.errors import UsageError
from sayso.ledger.notices import notice_rows
from sayso.ledger.summary import refresh
from sayso.ledger.tables import insert, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCHEMA: Final = 3


def _read_notices(db: "DuckDBPyConnection") -> None:
    """Schema 2 has the notices of correction; they are read from the texts that the ledger holds."""
    db.execute("CREATE TABLE notices (report BIGINT, kind VARCHAR, words VARCHAR, starts INTEGER)")
    last = 0
    while some := db.execute(
        "SELECT report, text FROM reports WHERE report > ? ORDER BY report LIMIT 1000", [last]
    ).fetchall():
        insert(db, "notices", [row for report, text in some for row in notice_rows(report, text or "")])
        last = some[-1][0]


def _tell_negated(db: "DuckDBPyConnection") -> None:
    """Schema 3 knows the standing "negated"; what stood as denied is summed up anew."""
    stood = db.execute("SELECT claim FROM claims WHERE standing = 'denied'").fetchall()
    refresh(db, [claim for (claim,) in stood])


STEPS: Final[dict[int, "Callable[[DuckDBPyConnection], None]"]] = {1: _read_notices, 2: _tell_negated}
"""From schema n to n + 1: the step under n."""


def migrate(db: "DuckDBPyConnection") -> None:
    """Make the tables of a new file, or bring an older one to this schema, in one transaction.

    Raises UsageError for a ledger of a later schema and for a DuckDB file that is no ledger.
    """
    found = version(db)
    with transaction(db):
        if found is None:
            db.execute((files("sayso.ledger") / "schema.sql").read_text("utf-8"))
            db.execute("INSERT INTO meta VALUES ('schema', ?), ('reports', '0')", [str(SCHEMA)])
        else:
            for step in range(found, SCHEMA):
                STEPS[step](db)
            db.execute(
                "UPDATE meta SET value = ? WHERE key = 'schema' AND value <> ?", [str(SCHEMA), str(SCHEMA)]
            )


def version(db: "DuckDBPyConnection") -> int | None:
    """The schema of an open ledger; None for an empty file. Raises UsageError as `migrate` does."""
    tables = {name for (name,) in db.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return None
    row = db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() if "meta" in tables else None
    if row is None:
        raise UsageError("the file is a DuckDB database, but no sayso ledger. Name another with --ledger.")
    if int(row[0]) > SCHEMA:
        raise UsageError(
            f"the ledger has schema {row[0]}, this sayso knows {SCHEMA}. Install a newer sayso to read it."
        )
    return int(row[0])
