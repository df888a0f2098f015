"""Which columns of a table (or fields of a JSON object) hold what."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sayso.errors import InputRefused
from sayso.lexicons.load import table
from sayso.records.base import Record


class Columns(Record, frozen=True, kw_only=True):
    """Names of columns as the user gives them; None means: guess from the usual names."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    id: str | None = None

    def find(self, found: Sequence[str], name: str, *, ragged: bool = False) -> Mapping[str, str]:
        """Field -> the column that holds it, for the columns `found` in the input called `name`.

        Raises InputRefused that names the columns found where a given one, or one for the text, is not there.
        `ragged` rows (JSON objects) may lack any but the text.
        """
        holds = {}
        for row in _guesses():
            given = getattr(self, row.field)
            column = _same(given, found) if given else _first(row.names, found)
            if column is not None:
                holds[row.field] = column
            elif row.field == "text" or (given and not ragged):
                wanted = f"column {given!r}" if given else "column that looks like the text"
                option = f"--{row.field}-column"
                listed = ", ".join(map(repr, list(found)[:30])) or "none"
                raise InputRefused(
                    "read", name, f"it has no {wanted}; its columns are {listed}. Name it with {option}"
                )
        return holds

    def has_text(self, found: Sequence[str]) -> bool:
        """Whether one of the columns `found` holds the text."""
        names = _guesses()[0].names
        return (_same(self.text, found) if self.text else _first(names, found)) is not None


class ColumnGuess(Record, frozen=True, kw_only=True):
    """A row of read_columns.tsv."""

    field: str
    names: tuple[str, ...]


def split_header(text: str) -> list[str]:
    """The cells of a table's first line, parted by whatever parts them."""
    line = re.split(r"[\r\n]", text.lstrip("\ufeff"), maxsplit=1)[0]
    return next(csv.reader([line], delimiter=delimiter_of(line)), [])


def delimiter_of(header: str) -> str:
    """What parts the cells of a header line: tab, comma, semicolon or bar, whichever is most frequent."""
    bare = "".join(header.split('"')[::2])
    return max("\t,;|", key=bare.count)


def _same(given: str, found: Sequence[str]) -> str | None:
    return given if given in found else _first([given.casefold()], found)


def _first(names: Iterable[str], found: Sequence[str]) -> str | None:
    by_name = {column.strip().casefold(): column for column in reversed(found)}
    return next((by_name[name] for name in names if name in by_name), None)


@cache
def _guesses() -> tuple[ColumnGuess, ...]:
    return table("read_columns.tsv", ColumnGuess)
