"""The fields of a row or JSON object -> Draft."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sayso.errors import InputRefused
from sayso.read.assemble import check_length
from sayso.read.calendar_dates import DateFound, read_date
from sayso.read.characters import keep_characters
from sayso.read.columns import Columns
from sayso.read.draft import Draft
from sayso.read.identity import digest, domain
from sayso.read.markup import paragraphs_in
from sayso.read.paragraphs import split_paragraphs

_MARKUP = re.compile(r"\s*<(?:!doctype|html|body|article|section|div|p|span|h[1-6])\b[^>]*>", re.IGNORECASE)

Row = Mapping[str, Any]


def draft_row(row: Row, columns: Columns, name: str, max_chars: int, *, ragged: bool = False) -> Draft:
    """A row as a draft; a `ragged` one (a JSON object) may lack columns that others have.

    Raises InputRefused where the text's column is missing or empty, and for a date that cannot be.
    """
    holds = columns.find(list(row), name, ragged=ragged)
    text = _text(row, holds)
    if not text:
        raise InputRefused("read", name, f"its text (column {holds['text']!r}) is empty")
    check_length(len(text), name, max_chars)
    kept, removed = keep_characters(text, name)
    marked = _MARKUP.match(kept)
    dated = _date(row, holds, name)
    nothing = "none given, and no column holds one"
    publisher = _publisher(row, holds)
    return Draft(
        name=name,
        paragraphs=paragraphs_in(kept, name) if marked else split_paragraphs(kept),
        raw_digest=digest(json.dumps(dict(row), ensure_ascii=True, sort_keys=True, default=str)),
        title=_words(row, holds, "title"),
        published=dated.date if dated else None,
        published_from=f"column {holds['date']!r}: {dated.why}" if dated else nothing,
        publisher=publisher,
        publisher_from=f"column {holds['publisher']!r}" if publisher else nothing,
        url=_words(row, holds, "url"),
        id=_words(row, holds, "id"),
        removed=dict(removed),
    )


def _text(row: Row, holds: Mapping[str, str]) -> str | None:
    """The text, also where it is a list of paragraphs."""
    value = row.get(holds["text"])
    if isinstance(value, list) and all(isinstance(paragraph, str) for paragraph in value):
        return "\n\n".join(value).strip() or None
    return _words(row, holds, "text")


def _words(row: Row, holds: Mapping[str, str], field: str) -> str | None:
    value = row.get(holds[field]) if field in holds else None
    if value is None or value != value or isinstance(value, (dict, list)):
        return None
    return str(value).strip() or None


def _publisher(row: Row, holds: Mapping[str, str]) -> str | None:
    """The publisher's name; of a URL, its domain."""
    words = _words(row, holds, "publisher")
    return domain(words) if words and "://" in words else words


def _date(row: Row, holds: Mapping[str, str], name: str) -> DateFound | None:
    value = row.get(holds["date"]) if "date" in holds else None
    if value is None:
        return None
    if isinstance(value, datetime):
        return DateFound(value.date(), f"read from {value.isoformat()!r}")
    if isinstance(value, date):
        return DateFound(value, f"read from {value.isoformat()!r}")
    found = read_date(str(value))
    if found.impossible:
        raise InputRefused("read", name, f"its date (column {holds['date']!r}): {found.why}")
    return found
