"""Parquet through DuckDB, in batches: memory does not grow with the file."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from sayso.errors import InputRefused
from sayso.read.fields import Row

_BATCH = 64


def parquet_rows(path: Path, name: str) -> Iterator[tuple[int, Row]]:
    """Rows with their numbers, from 1. Raises InputRefused for a file that DuckDB cannot read."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        plain = Path(folder) / "rows.parquet"  # the user's own name could hold wildcards
        plain.symlink_to(path.resolve())
        connection = duckdb.connect(config={"threads": 1, "memory_limit": "1GB", "temp_directory": folder})
        try:
            connection.execute("SET autoinstall_known_extensions = false")
            cursor = connection.execute(_query(connection, str(plain)), [str(plain)])
            columns = [column[0] for column in cursor.description]
            number = 0
            while batch := cursor.fetchmany(_BATCH):
                for cells in batch:
                    number += 1
                    yield number, dict(zip(columns, cells, strict=True))
        except duckdb.Error as error:
            reason = str(error).splitlines()[0].replace(str(plain), name)
            raise InputRefused("read", name, f"it cannot be read as Parquet: {reason}") from error
        finally:
            connection.close()


def _query(connection: Any, file: str) -> str:
    """All columns; times with a zone as text, since DuckDB gives them to Python only where pytz is installed."""
    described = connection.execute("DESCRIBE SELECT * FROM read_parquet(?)", [file]).fetchall()
    zoned = ['"' + column.replace('"', '""') + '"' for column, kind, *_ in described if "TIME ZONE" in kind]
    replaced = ", ".join(f"CAST({column} AS VARCHAR) AS {column}" for column in zoned)
    return f"SELECT * {f'REPLACE ({replaced}) ' if zoned else ''}FROM read_parquet(?)"


def parquet_stream_rows(stream: IO[bytes], name: str) -> Iterator[tuple[int, Row]]:
    """The same for a stream, copied to disk first: Parquet is read from its end."""
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        while chunk := stream.read(1 << 20):
            file.write(chunk)
        file.flush()
        yield from parquet_rows(Path(file.name), name)
