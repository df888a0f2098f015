"""CSV and TSV, row by row: memory does not grow with the file."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from sayso.errors import InputRefused
from sayso.read.columns import delimiter_of
from sayso.read.decode import UNDECODABLE, decode, encoding_of
from sayso.read.fields import Row
from sayso.read.source import head_of, page_limit


class Rows:
    """The rows of a table with a header line.

    Iterating gives (row number, row); a row that cannot be read gives (row number, the InputRefused). Quotes
    follow RFC 4180; comma, tab, semicolon or bar part the cells, as the header shows.
    """

    def __init__(self, stream: IO[bytes], name: str, max_chars: int) -> None:
        head = head_of(stream)
        encoding, skip = encoding_of(head)
        if encoding is None:
            raise InputRefused("read", name, UNDECODABLE)
        stream.seek(skip)
        csv.field_size_limit(page_limit(max_chars))
        lines = io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")
        first = head[skip:].decode(encoding, "replace").split("\n", 1)[0]
        self._name, self._encoding, self._lines = name, encoding, lines
        self._reader = csv.reader(lines, delimiter=delimiter_of(first), strict=True)
        try:
            self.columns = [cell.strip() for cell in next(self._reader, [])]
        except csv.Error as error:
            raise InputRefused("read", name, f"its header line cannot be read: {error}") from error

    def __iter__(self) -> Iterator[tuple[int, Row | InputRefused]]:
        number = 0
        while True:
            number += 1
            try:
                cells = next(self._reader, None)
            except csv.Error as error:
                yield number, self._refused(number, f"it cannot be read as CSV: {error}")
                continue
            if cells is None:
                self._lines.detach()
                return
            if cells:
                yield number, self._row(number, cells)

    def _row(self, number: int, cells: list[str]) -> Row | InputRefused:
        if len(cells) > len(self.columns):
            return self._refused(
                number,
                f"it has {len(cells)} cells for {len(self.columns)} columns: put texts that contain the "
                "separator in double quotes",
            )
        try:
            padded = cells + [""] * (len(self.columns) - len(cells))
            return dict(zip(self.columns, map(self._mended, padded), strict=True))
        except InputRefused as error:
            return self._refused(number, error.why)

    def _mended(self, cell: str) -> str:
        """A cell with bytes that are not in the file's encoding, read by itself."""
        try:
            cell.encode("utf-8")
        except UnicodeEncodeError:
            return decode(cell.encode(self._encoding, "surrogateescape"), self._name).text
        return cell

    def _refused(self, number: int, why: str) -> InputRefused:
        return InputRefused("read", f"{self._name}, row {number}", why)
