"""From a field of a record to a cell of a table."""

import json
from collections.abc import Iterable
from datetime import date

from sayso.records.base import Span, Why

Cell = str | int | float | bool | date | None
Row = dict[str, Cell]


def joined(parts: Iterable[str | None]) -> str | None:
    """A list as one text: parts joined by ";", a ";" inside a part made ","; None for no parts.

    A part that is None or empty shows as "-", so that parallel lists stay parallel.
    """
    return ";".join((part or "-").replace(";", ",") for part in parts) or None


def spans(given: Iterable[Span]) -> str | None:
    """Spans as "start-end;start-end"."""
    return joined(f"{span.start}-{span.end}" for span in given)


def as_json(value: object) -> str | None:
    """A JSON text with keys in order; None for an empty value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else None


def reason(why: Why) -> str:
    """A reason in one line: stage, rule, version, and what decided it."""
    return f"{why.stage}/{why.rule} {why.version}" + (f": {why.detail}" if why.detail else "")
