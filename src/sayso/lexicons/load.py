"""The only reader of the shipped word lists and tables.

A table is a UTF-8 file of tab-separated values under `lexicons/data/`. Its first lines begin with "#" and say
`# source:`, `# licence:` and what the columns mean; the first other line names the columns. A row type is a
`sayso.records.base.Record` whose fields are the columns; a cell is converted to the field's type, an empty cell
takes the field's default, and a field of type `tuple[str, ...]` splits its cell at "|".
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar, get_origin, get_type_hints

import msgspec

from sayso.errors import BadTable
from sayso.records.base import Record

Row = TypeVar("Row", bound=Record)

_DATA = files("sayso.lexicons") / "data"


@cache
def table(name: str, row: type[Row]) -> tuple[Row, ...]:
    """All rows of the shipped table `name` ("cues.tsv"), in file order, read once a process.

    Raises BadTable with file and line for a row that does not fit `row`.
    """
    return tuple(parse(_DATA.joinpath(*name.split("/")).read_text("utf-8"), name, row))


def user_table(path: Path, row: type[Row]) -> tuple[Row, ...]:
    """All rows of a table of the user's own, in the same form. Raises BadTable as `table` does."""
    return tuple(parse(path.read_text("utf-8-sig"), str(path), row))


def parse(text: str, name: str, row: type[Row]) -> Iterator[Row]:
    """Rows of the table `text`; `name` is used in errors."""
    columns: list[str] | None = None
    lists = {field for field, kind in get_type_hints(row).items() if get_origin(kind) is tuple}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            unknown = set(columns) - set(row.__struct_encode_fields__)
            if unknown:
                raise BadTable(
                    name, number, f"unknown columns {sorted(unknown)}; known: {row.__struct_encode_fields__}"
                )
            continue
        if len(cells) > len(columns):
            raise BadTable(name, number, f"{len(cells)} cells for {len(columns)} columns {columns}")
        given = {column: cell for column, cell in zip(columns, cells, strict=False) if cell != ""}
        values = {c: (v.split("|") if c in lists else v) for c, v in given.items()}
        try:
            yield msgspec.convert(values, row, strict=False)
        except (msgspec.ValidationError, ValueError) as error:
            raise BadTable(name, number, str(error)) from error


@cache
def digests() -> dict[str, str]:
    """The SHA-256 of every shipped table, by its path below `data/`."""
    return {
        name: hashlib.sha256(file.read_bytes()).hexdigest()[:16] for name, file in sorted(_walk(_DATA, ""))
    }


def path(name: str) -> Traversable:
    """Where the shipped file `name` lies, for tables with a reader of their own (an indexed gazetteer)."""
    return _DATA.joinpath(*name.split("/"))


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith((".", "__")):
            yield prefix + entry.name, entry
