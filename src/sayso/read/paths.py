"""Files, folders, globs and standard input -> articles and refusals, one at a time."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from sayso.errors import InputRefused
from sayso.read.assemble import assemble
from sayso.read.columns import Columns
from sayso.read.documents import draft_document
from sayso.read.draft import Draft
from sayso.read.forms import BY_SUFFIX, ROWS, form_of, refuse_other
from sayso.read.options import Options
from sayso.read.rows import drafts_of_rows
from sayso.read.source import STDIN, head_of, opened
from sayso.records.coded import Refusal
from sayso.records.report import Article


def read_paths(
    paths: Iterable[Path | str],
    options: Options,
    columns: Columns,
    *,
    max_chars: int,
    stdin: IO[bytes] | None = None,
) -> Iterator[Article | Refusal]:
    """The reports in files, folders (with all below, sorted, hidden ones left out), globs and "-" (`stdin`).

    What cannot be read becomes a Refusal, and the rest goes on. Tables and JSON are read row by row.
    """
    for place in paths:
        for found in expand(place):
            if isinstance(found, Refusal):
                yield found
            else:
                path = None if found == Path(STDIN) else found
                yield from _read(path, options, columns, max_chars, stdin)


def expand(place: Path | str) -> Iterator[Path | Refusal]:
    """The files that a path, folder or glob names; a Refusal where there are none."""
    path = Path(place)
    if str(place) == STDIN or (path.exists() and not path.is_dir()):
        yield path
        return
    if path.is_dir():
        found, missing = _below(path), "the folder holds no file that can be read"
    elif glob.has_magic(str(place)):
        found, missing = _matching(str(place)), "no file matches"
    else:
        found, missing = iter(()), "there is no such file or folder"
    first = next(found, None)
    if first is None:
        yield Refusal(stage="read", what=str(place), why=missing)
        return
    yield first
    yield from found


def _below(folder: Path) -> Iterator[Path | Refusal]:
    """All files below a folder, sorted, hidden ones left out; links to folders are not followed."""
    shut: list[Refusal] = []

    def refuse(error: OSError) -> None:
        why = f"the folder cannot be opened: {error.strerror}"
        shut.append(Refusal(stage="read", what=str(error.filename), why=why))

    for here, folders, files in os.walk(folder, onerror=refuse):
        yield from shut
        shut.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here) / name
            if name.startswith("."):
                continue
            if path.is_symlink() and not path.exists():
                yield Refusal(stage="read", what=str(path), why="it is a link to a file that is not there")
            elif path.is_file():
                yield _refused_suffix(path) or path
    yield from shut


def _refused_suffix(path: Path) -> Refusal | None:
    """The refusal of a file in a folder whose suffix is none of a report's; digits are no suffix."""
    suffix = path.suffix.lower()
    if suffix in BY_SUFFIX or not suffix.strip(".0123456789"):
        return None
    try:
        with path.open("rb") as stream:
            refuse_other(stream.read(64), path, str(path))
    except InputRefused as error:
        return Refusal.of(error)
    except OSError as error:
        return Refusal(stage="read", what=str(path), why=f"it cannot be opened: {error.strerror}")
    why = f"files named {suffix} are not read from a folder: give the file itself if it holds a report"
    return Refusal(stage="read", what=str(path), why=why)


def _matching(pattern: str) -> Iterator[Path | Refusal]:
    names = glob.glob(pattern, recursive=True)  # noqa: PTH207  a pattern may be absolute
    for name in sorted(names):
        path = Path(name)
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def _read(
    path: Path | None, options: Options, columns: Columns, max_chars: int, stdin: IO[bytes] | None
) -> Iterator[Article | Refusal]:
    name = str(path) if path else "standard input"
    try:
        with opened(path, stdin) as stream:
            for draft in _drafts(stream, path, name, options, columns, max_chars):
                yield _article(draft, options, max_chars)
    except InputRefused as error:
        yield Refusal.of(error)
    except OSError as error:
        yield Refusal(stage="read", what=name, why=f"it cannot be read: {error.strerror or error}")


def _drafts(
    stream: IO[bytes], path: Path | None, name: str, options: Options, columns: Columns, max_chars: int
) -> Iterator[Draft | InputRefused]:
    form = form_of(head_of(stream), path, columns)
    if form in ROWS:
        yield from drafts_of_rows(form, stream, path, name, columns, max_chars)
    else:
        yield draft_document(form, stream, name, max_chars, options.url)


def _article(draft: Draft | InputRefused, options: Options, max_chars: int) -> Article | Refusal:
    if isinstance(draft, InputRefused):
        return Refusal.of(draft)
    try:
        return assemble(draft, options, max_chars=max_chars)
    except InputRefused as error:
        return Refusal.of(error)
