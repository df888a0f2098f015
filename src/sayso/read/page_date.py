"""When a page says that it was published: only where its markup says so, never from loose text."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sayso.lexicons.load import table
from sayso.read.calendar_dates import read_date
from sayso.records.base import Record

_IN_PATH = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DEEPEST = 8


class DateMark(Record, frozen=True, kw_only=True):
    """A row of read_date_marks.tsv."""

    name: str
    kind: str


class PageDate(NamedTuple):
    """A date, and what on the page states it."""

    date: date
    where: str


def page_date(tree: Any, url: str | None) -> PageDate | None:
    """The publication date by JSON-LD, <meta>, <time> or the URL's path, in that order; None where none says.

    A date elsewhere on the page may be today's, another story's or a comment's: it is not taken.
    """
    stated = {**_metas(tree), **_linked_data(tree)}
    for mark in _marks():
        if (written := stated.get((mark.name, mark.kind))) and (found := read_date(written).date):
            return PageDate(found, f"the page's {'JSON-LD' if mark.kind == 'json' else '<meta>'} {mark.name}")
    if found := _time_element(tree):
        return PageDate(found, "the page's <time>")
    path = _IN_PATH.search(url or "")
    found = read_date("-".join(path.groups())).date if path else None
    return PageDate(found, "the path of the page's URL") if found else None


def _metas(tree: Any) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if name := element.get(attribute):
                found.setdefault((name.strip().lower(), "meta"), element.get("content") or "")
    return found


def _linked_data(tree: Any) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "") and element.text:
            try:
                data = json.loads(element.text, strict=False)
            except (ValueError, RecursionError):
                continue
            for name, value in _fields(data, 0):
                found.setdefault((name.lower(), "json"), value)
    return found


def _fields(data: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Fields with text of the outermost objects first, so that the story's own date precedes others'."""
    inner = list(data.values()) if isinstance(data, dict) else data if isinstance(data, list) else []
    if isinstance(data, dict):
        yield from ((name, value) for name, value in data.items() if isinstance(value, str))
    if depth < _DEEPEST:
        for value in inner:
            yield from _fields(value, depth + 1)


def _time_element(tree: Any) -> date | None:
    """The first <time> marked as the publication's, or the only date that the page's <time> elements hold."""
    dates = []
    for element in tree.iter("time"):
        found = read_date(element.get("datetime") or "".join(element.itertext())).date
        if found and ("pubdate" in element.attrib or element.get("itemprop") == "datePublished"):
            return found
        dates += [found] if found else []
    return dates[0] if len(set(dates)) == 1 else None


@cache
def _marks() -> tuple[DateMark, ...]:
    return table("read_date_marks.tsv", DateMark)
