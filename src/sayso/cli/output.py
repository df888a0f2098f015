"""Output that cannot be written: one line that names the place, what is wrong with it, and what to do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import UsageError


@contextmanager
def writing(output: Path | None) -> Iterator[None]:
    """Within, what the system refuses to write is a UsageError that names `output`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except _failures() as error:
        if output is None:
            raise
        raise UsageError(f"-o {output}: {_why(error)}. Name another place with -o.") from error


def _failures() -> tuple[type[Exception], ...]:
    """What fails in writing: the system's errors, and DuckDB's, if it is in use."""
    duckdb = sys.modules.get("duckdb")
    return (OSError, duckdb.IOException) if duckdb else (OSError,)


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"it cannot be written: {error.strerror.lower()} ({error.filename})"
    return f"it cannot be written: {str(error).splitlines()[0]}"
