"""News agencies by the forms in which datelines and credits name them."""

import re
from functools import cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.records.base import Record


class AgencyRow(Record, frozen=True, kw_only=True):
    """A row of credit_agencies.tsv."""

    name: str
    forms: tuple[str, ...] = ()
    country: str
    kind: str


class AgencyFound(NamedTuple):
    """An agency, and where in the searched words its form stands."""

    name: str
    start: int
    end: int


def agencies_in(words: str) -> list[AgencyFound]:
    """Every agency named in `words`, in order; forms are matched as written, whole, the longest first."""
    return [AgencyFound(_by_form()[m[0]], m.start(), m.end()) for m in _any_form().finditer(words)]


def only_agencies(words: str) -> list[AgencyFound]:
    """The agencies in `words` if it names nothing else ("Reuters and AFP", "KCNA/Reuters"); else none."""
    found = agencies_in(words)
    rest = _any_form().sub("", words)
    return found if found and not _BEYOND.search(rest) else []


_BEYOND = re.compile(r"(?!\b(?:and|the|via|news|agency|agencies)\b)\b\w+", re.IGNORECASE)


@cache
def _by_form() -> dict[str, str]:
    rows = table("credit_agencies.tsv", AgencyRow)
    return {form: row.name for row in rows for form in (row.name, *row.forms)}


@cache
def _any_form() -> re.Pattern[str]:
    forms = sorted(_by_form(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
