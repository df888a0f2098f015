"""Writing rows into tables of the ledger: many at once, typed by the table's own columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def insert(db: "DuckDBPyConnection", table: str, rows: Sequence[Any]) -> None:
    """Append rows (mappings from column to value) to `table`; columns that are left out become NULL.

    The rows go over as one JSON document: DuckDB parses it about a hundred times faster than it takes single rows.
    """
    if rows:
        db.execute(f"INSERT INTO {table} BY NAME {_unnested(db, table)}", [_json(rows)])


def insert_new(db: "DuckDBPyConnection", table: str, rows: Sequence[Any], key: Sequence[str]) -> None:
    """Append those rows whose `key` columns are not in `table` yet, the first of each."""
    firsts: dict[tuple[Any, ...], Any] = {}
    for row in rows:
        firsts.setdefault(tuple(row[column] for column in key), row)
    if firsts:
        on = " AND ".join(f"old.{column} IS NOT DISTINCT FROM new.{column}" for column in key)
        db.execute(
            f"INSERT INTO {table} BY NAME SELECT * FROM ({_unnested(db, table)}) new "
            f"WHERE NOT EXISTS (SELECT 1 FROM {table} old WHERE {on})",
            [_json(list(firsts.values()))],
        )


def numbers(db: "DuckDBPyConnection", name: str, values: Sequence[int]) -> None:
    """Make `name` a temporary table of one column `key` with these numbers, to join on."""
    db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT unnest($1::BIGINT[]) AS key", [list(values)])


def _unnested(db: "DuckDBPyConnection", table: str) -> str:
    columns = db.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? "
        "AND database_name = current_database() ORDER BY column_index",
        [table],
    ).fetchall()
    shape = ", ".join(f'"{name}":"{kind}"' for name, kind in columns)
    return f"SELECT unnest(from_json($1, '[{{{shape}}}]'), max_depth := 2)"


def _json(rows: Sequence[Any]) -> str:
    encoded = msgspec.json.encode(rows, order="deterministic")
    return encoded.replace(b"\\u0000", b"\\ufffd").decode()
