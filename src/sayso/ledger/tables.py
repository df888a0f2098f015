"""Writing rows into tables of the ledger: many at once, typed by the table's own columns."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DOCUMENT = 1 << 18
"""Bytes of JSON that go to DuckDB at once: it takes about thirty times as much to make rows of a document."""


@contextmanager
def transaction(db: "DuckDBPyConnection") -> Iterator[None]:
    """What is written inside is on disk afterwards, or, where an error is raised, not there at all."""
    import duckdb

    db.begin()
    try:
        yield
        db.commit()
    except BaseException:
        with suppress(duckdb.Error):  # a commit that failed has ended it
            db.rollback()
        raise


def insert(db: "DuckDBPyConnection", table: str, rows: Sequence[Any]) -> None:
    """Append rows (mappings from column to value) to `table`; columns that are left out become NULL.

    The rows go over as JSON documents: DuckDB parses them about a hundred times faster than it takes single rows.
    """
    if rows:
        query = f"INSERT INTO {table} BY NAME {_unnested(db, table)}"
        for document in _documents(rows):
            db.execute(query, [document])


def insert_new(db: "DuckDBPyConnection", table: str, rows: Sequence[Any], key: Sequence[str]) -> None:
    """Append those rows whose `key` columns are not in `table` yet, the first of each."""
    firsts: dict[tuple[Any, ...], Any] = {}
    for row in rows:
        firsts.setdefault(tuple(row[column] for column in key), row)
    if firsts:
        on = " AND ".join(f"old.{column} IS NOT DISTINCT FROM new.{column}" for column in key)
        query = (
            f"INSERT INTO {table} BY NAME SELECT * FROM ({_unnested(db, table)}) new "
            f"WHERE NOT EXISTS (SELECT 1 FROM {table} old WHERE {on})"
        )
        for document in _documents(list(firsts.values())):
            db.execute(query, [document])


def numbers(db: "DuckDBPyConnection", name: str, values: Sequence[int]) -> None:
    """Make `name` a temporary table of one column `key` with these numbers, to join on."""
    db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT unnest($1::BIGINT[]) AS key", [list(values)])


def firsts_of_keys(
    db: "DuckDBPyConnection", table: str, column: str, keys: Iterable[int], most: int
) -> list[tuple[int, int]]:
    """(key, `column`) of the rows of `table` that have one of these keys, the first `most` of each, in order."""
    numbers(db, "wanted", sorted(set(keys)))
    return db.execute(
        f"SELECT t.key, t.{column} FROM {table} t JOIN wanted USING (key) "
        f"QUALIFY row_number() OVER (PARTITION BY t.key ORDER BY t.{column}) <= ? ORDER BY t.{column}",
        [most],
    ).fetchall()


def _unnested(db: "DuckDBPyConnection", table: str) -> str:
    columns = db.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? "
        "AND database_name = current_database() ORDER BY column_index",
        [table],
    ).fetchall()
    shape = ", ".join(f'"{name}":"{kind}"' for name, kind in columns)
    return f"SELECT unnest(from_json($1, '[{{{shape}}}]'), max_depth := 2)"


def _documents(rows: Sequence[Any]) -> Iterator[str]:
    """The rows as JSON arrays of about `DOCUMENT` bytes, a long row by itself."""
    some: list[bytes] = []
    size = 0
    for row in rows:
        encoded = msgspec.json.encode(row, order="deterministic").replace(b"\\u0000", b"\\ufffd")
        if some and size + len(encoded) > DOCUMENT:
            yield _array(some)
            some, size = [], 0
        some.append(encoded)
        size += len(encoded)
    yield _array(some)


def _array(encoded: Sequence[bytes]) -> str:
    return f"[{b','.join(encoded).decode()}]"
