"""The store: one DuckDB file, one writer, many readers.

While a writer is at work, readers open the snapshot beside the file (`FILE.snapshot`), whose time they are told.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.errors import UsageError
from sayso.ledger.migrate import SCHEMA, migrate, version

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

WRITING: "dict[str, Any]" = {"memory_limit": "96MB", "threads": 2}
READING: "dict[str, Any]" = {"memory_limit": "512MB"}
"""What DuckDB may use, so that memory does not grow with the ledger."""
AMPLE = "512MB"
"""What it may use once a batch needs more: it handles 2,048 texts at once, and all may be long."""
EVERY = 60.0
"""Seconds between snapshots, or twenty times what the last one took, if that is longer."""
_COPY = "import os,shutil,sys;a,b=sys.argv[1:];shutil.copyfile(a,b+'.tmp');os.replace(b+'.tmp',b)"


class Reader(NamedTuple):
    """An open ledger that cannot be changed. `snapshot`: when it was taken, None for the ledger itself."""

    db: "DuckDBPyConnection"
    snapshot: datetime | None


def now() -> str:
    """This moment in UTC, as the ledger's clock columns have it."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="milliseconds")


@contextmanager
def writer(path: Path) -> Iterator["DuckDBPyConnection"]:
    """The ledger at `path`, open for writing; made if there is none.

    Raises UsageError where another process writes to it, or the file is no ledger.
    """
    if not path.absolute().parent.is_dir():
        raise UsageError(f"--ledger {path}: there is no folder {path.absolute().parent}")
    if path.is_dir():
        raise UsageError(f"--ledger {path}: it is a folder. Name the ledger's file.")
    db = _connect(path, read_only=False)
    try:
        migrate(db)
        yield db
        db.execute("CHECKPOINT")
        snapshot_of(path).unlink(missing_ok=True)
    finally:
        db.close()


@contextmanager
def reader(path: Path) -> Iterator[Reader]:
    """The ledger at `path`, read-only and shut off from other files; its snapshot while a writer is at work.

    A ledger of an older schema is brought up to date first. Raises UsageError where there is no ledger, or a writer
    is at work that has made no snapshot yet.
    """
    if path.is_dir():
        raise UsageError(f"--ledger {path}: it is a folder. Name the ledger's file.")
    if not path.is_file():
        raise UsageError(f"--ledger {path}: no such ledger. Make one with: sayso add REPORTS --ledger {path}")
    taken = None
    try:
        db = _connect(path, read_only=True)
    except UsageError:
        kept = snapshot_of(path)
        if not kept.is_file():
            raise
        db = _connect(kept, read_only=True)
        taken = datetime.fromtimestamp(kept.stat().st_mtime, UTC)
    try:
        found = version(db)
        if found is None:
            raise UsageError(f"--ledger {path}: the ledger is empty. Add reports with: sayso add REPORTS")
        if found < SCHEMA:
            db.close()
            with writer(path):
                pass
            db = _connect(path, read_only=True)
        yield Reader(db, taken)
    finally:
        db.close()


def widen(db: "DuckDBPyConnection") -> None:
    """Let the writer use as much memory as batches of long texts need, from now on."""
    db.execute(f"SET memory_limit = '{AMPLE}'")


def snapshot_of(path: Path) -> Path:
    """Where the snapshot of a ledger lies."""
    return path.with_name(path.name + ".snapshot")


class Snapshots:
    """Publishes the ledger to readers while it is written."""

    def __init__(self, path: Path, db: "DuckDBPyConnection") -> None:
        self._path, self._db = path, db
        self._next = 0.0
        self._take()

    def due(self) -> None:
        """Take a snapshot if one is due; to be called between transactions."""
        if time.monotonic() >= self._next:
            self._take()

    def _take(self) -> None:
        """Copy the file in a process of its own: closing it here would give up the writer's lock (POSIX)."""
        began = time.monotonic()
        self._db.execute("CHECKPOINT")
        subprocess.run(
            [sys.executable, "-c", _COPY, str(self._path), str(snapshot_of(self._path))], check=True
        )
        took = time.monotonic() - began
        self._next = time.monotonic() + max(EVERY, 20 * took)


def _connect(path: Path, *, read_only: bool) -> "DuckDBPyConnection":
    import duckdb

    config = {**(READING if read_only else WRITING), "autoinstall_known_extensions": "false"}
    try:
        db = duckdb.connect(str(path), read_only=read_only, config=config)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise UsageError(
                f"--ledger {path}: another process is writing to it. Try again when it is done."
            ) from error
        if "not a valid DuckDB" in str(error):
            raise UsageError(
                f"--ledger {path}: it is no ledger, but another file. Name one that `sayso add` has made."
            ) from error
        raise UsageError(f"--ledger {path}: cannot be opened: {_first_line(error)}") from error
    except duckdb.Error as error:
        raise UsageError(f"--ledger {path}: cannot be opened: {_first_line(error)}") from error
    if read_only:
        db.execute("SET enable_external_access = false")
        db.execute("SET lock_configuration = true")
    return db


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
