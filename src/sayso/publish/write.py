"""Tables to files and frames, through DuckDB."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from sayso.errors import UsageError
from sayso.publish.cells import Row
from sayso.publish.no_text import without_text
from sayso.publish.tables import Outcome, rows
from sayso.records.coded import CodedReport
from sayso.records.tables import TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMS: Final = ("parquet", "csv")


def write_tables(outcomes: Iterable[Outcome], folder: Path, *, form: str, text: bool) -> None:
    """Write every table to `folder` as "<table>.<form>", a table without rows too.

    With `text` false the report's text and all words cut from it are left out. Each file is replaced whole.
    """
    given = [_stripped(outcome) if not text else outcome for outcome in outcomes]
    with connection() as db:
        for table in TABLES:
            load(db, table, rows(given, table))
            _copy(db, table, folder, form)


def join_tables(folders: Sequence[Path], folder: Path, *, form: str) -> None:
    """Join the Parquet tables of `folders`, in this order, into one file a table in `folder`.

    Rows stream from the parts to the file: memory does not grow with their number.
    """
    with connection() as db:
        for table in TABLES:
            _create(db, table)
            if folders:
                db.execute(f'DROP TABLE "{table}"')
                parts = ", ".join(_quoted(str(part / f"{table}.parquet")) for part in folders)
                db.execute(f'CREATE VIEW "{table}" AS SELECT * FROM read_parquet([{parts}])')
            _copy(db, table, folder, form)


@contextmanager
def connection() -> Iterator[DuckDBPyConnection]:
    """An empty database in memory, on one thread (the order of rows is kept), with nothing fetched."""
    import duckdb  # here, as its 68 MB are not needed by commands that write no tables

    db = duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": "false"})
    try:
        yield db
    finally:
        db.close()


def load(db: DuckDBPyConnection, table: str, given: Iterable[Row]) -> None:
    """Make the table `table` and fill it. Rows go by a file of JSON lines: DuckDB reads those fastest."""
    _create(db, table)
    with TemporaryDirectory() as temporary:
        file = Path(temporary, "rows.jsonl")
        with file.open("w", encoding="utf-8") as lines:
            for row in given:
                lines.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
        if file.stat().st_size:
            types = ", ".join(f"'{column.name}': '{column.type}'" for column in TABLES[table])
            read = f"read_json(?, format='newline_delimited', maximum_object_size=1000000000, columns={{{types}}})"
            db.execute(f'INSERT INTO "{table}" SELECT * FROM {read}', [str(file)])


def _create(db: DuckDBPyConnection, table: str) -> None:
    columns = ", ".join(f'"{column.name}" {column.type}' for column in TABLES[table])
    db.execute(f'CREATE OR REPLACE TABLE "{table}" ({columns})')


def _copy(db: DuckDBPyConnection, table: str, folder: Path, form: str) -> None:
    if form not in FORMS:
        raise UsageError(f"tables cannot be written as {form!r}; the forms are {', '.join(FORMS)}")
    waiting = folder / f".{table}.{form}.tmp"
    options = "FORMAT parquet, COMPRESSION zstd" if form == "parquet" else "FORMAT csv, HEADER"
    cells = ", ".join(_cell(column.name, column.type, form) for column in TABLES[table])
    db.execute(f'COPY (SELECT {cells} FROM "{table}") TO {_quoted(str(waiting))} ({options})')
    with waiting.open("rb") as file:
        os.fsync(file.fileno())
    waiting.replace(folder / f"{table}.{form}")


def _cell(name: str, type: str, form: str) -> str:
    """A column as it is written: in CSV, a text that a spreadsheet would run gets an apostrophe in front.

    A "-" alone, our sign for no value in a list, is left as it is.
    """
    if form == "csv" and type == "VARCHAR":
        return f"""regexp_replace("{name}", '^([=+@\\t\\r]|-[^;])', '''\\1') AS "{name}\""""
    return f'"{name}"'


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _stripped(outcome: Outcome) -> Outcome:
    return without_text(outcome) if isinstance(outcome, CodedReport) else outcome
