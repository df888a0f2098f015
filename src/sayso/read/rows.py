"""A file of many reports -> drafts, one at a time, with a refusal for each row that cannot be read."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from sayso.errors import InputRefused
from sayso.read.columns import Columns
from sayso.read.csv_rows import Rows
from sayso.read.draft import Draft
from sayso.read.fields import Row, draft_row
from sayso.read.forms import Form
from sayso.read.json_rows import json_items, json_lines
from sayso.read.ninjs import draft_ninjs, is_ninjs
from sayso.read.parquet_rows import parquet_rows, parquet_stream_rows

Drafts = Iterator[Draft | InputRefused]


def drafts_of_rows(
    form: Form, stream: IO[bytes], path: Path | None, name: str, columns: Columns, max_chars: int
) -> Drafts:
    """The drafts in a CSV, JSON, JSONL or Parquet file, in order; a refusal where there are none.

    Raises InputRefused for the whole file where its columns do not hold a text, or it cannot be read at all.
    """
    empty = True
    for draft in _drafts(form, stream, path, name, columns, max_chars):
        empty = False
        yield draft
    if empty:
        yield InputRefused(
            "read", name, "it holds no reports: it is an empty list, or has a header and no rows"
        )


def _drafts(
    form: Form, stream: IO[bytes], path: Path | None, name: str, columns: Columns, max_chars: int
) -> Drafts:
    if form is Form.CSV:
        yield from _of_csv(stream, name, columns, max_chars)
    elif form is Form.PARQUET:
        rows = parquet_rows(path, name) if path and path.is_file() else parquet_stream_rows(stream, name)
        for number, row in rows:
            if number == 1:
                columns.find(list(row), name)
            yield _row(row, columns, f"{name}, row {number}", max_chars)
    else:
        read = json_lines if form is Form.JSONL else json_items
        for where, item in read(stream, name, max_chars):
            yield _item(item, columns, f"{name}, {where}" if where else name, max_chars)


def _of_csv(stream: IO[bytes], name: str, columns: Columns, max_chars: int) -> Drafts:
    rows = Rows(stream, name, max_chars)
    columns.find(rows.columns, name)
    for number, row in rows:
        if isinstance(row, InputRefused):
            yield row
        else:
            yield _row(row, columns, f"{name}, row {number}", max_chars)


def _row(
    row: Row, columns: Columns, name: str, max_chars: int, *, ragged: bool = False
) -> Draft | InputRefused:
    try:
        return draft_row(row, columns, name, max_chars, ragged=ragged)
    except InputRefused as error:
        return error


def _item(
    item: dict[str, Any] | InputRefused, columns: Columns, name: str, max_chars: int
) -> Draft | InputRefused:
    if isinstance(item, InputRefused):
        return item
    if not is_ninjs(item):
        return _row(item, columns, name, max_chars, ragged=True)
    try:
        raw = json.dumps(item, ensure_ascii=True, sort_keys=True).encode()
        return draft_ninjs(item, name, max_chars, raw)
    except InputRefused as error:
        return error
