"""Agency credits: "(Reuters)" at the end, "Some information for this report came from AP", "with AFP"."""

import re
from functools import cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.read.agencies import AgencyFound, agencies_in, only_agencies
from sayso.records.base import Record
from sayso.records.vocabulary import CreditKind

LONGEST = 300
"""No paragraph longer than this is a credit line."""

_AROUND = re.compile(r"^[\s(\[*_—–-]+|[\s)\].*_]+$")
_INITIALS = re.compile(r"[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,3} \(")
_LOWER = re.compile(
    r"\b(?!(?:and|the|of|in|from|for|at|with|by|news|agency|agencies|staff|dpa|epd|"
    r"(?:writer|reporter|correspondent|journalist|photographer|producer)s?|reported|reporting)\b)[a-z]"
)
_AT_END = re.compile(
    r"(?:[.!?”\"’]\s*[([](?P<in>[^()\[\]\n]{2,60})[)\]]|[.!?”\"’]\s*[—–-]{1,2}\s*(?P<after>[^\n.—–]{2,60}))[\s.]*$"
)


class CreditPhrase(Record, frozen=True, kw_only=True):
    """A row of credit_phrases.tsv."""

    phrase: str
    kind: CreditKind


class CreditFound(NamedTuple):
    """A credited agency and where in the paragraph it stands."""

    agency: AgencyFound
    kind: CreditKind


def read_credit_line(paragraph: str) -> list[CreditFound]:
    """The agencies that a whole paragraph credits; none where it is something else."""
    if len(paragraph) > LONGEST:
        return []
    opening = _AROUND.match(paragraph) or _INITIALS.match(paragraph)
    start = opening.end() if opening else 0
    inner = _AROUND.sub("", paragraph[start:])
    for pattern, kind in _phrases():
        found = pattern.fullmatch(inner)
        if found is None:
            continue
        named = only_agencies(found[1]) if kind is CreditKind.WIRE else agencies_in(found[1])
        if named and not _LOWER.search(found[1]):
            return [CreditFound(_moved(agency, start + found.start(1)), kind) for agency in named]
    return []


def read_credit_at_end(paragraph: str) -> list[CreditFound]:
    """The agencies that sign a story's last paragraph: "... he said. (Reuters)", "... he said. - AFP"."""
    at = max(0, len(paragraph) - 80)
    found = _AT_END.search(paragraph, at)
    if found is None:
        return []
    group = "in" if found["in"] else "after"
    named = only_agencies(found[group])
    return [CreditFound(_moved(agency, found.start(group)), CreditKind.WIRE) for agency in named]


def _moved(agency: AgencyFound, by: int) -> AgencyFound:
    return AgencyFound(agency.name, agency.start + by, agency.end + by)


@cache
def _phrases() -> list[tuple[re.Pattern[str], CreditKind]]:
    rows = table("credit_phrases.tsv", CreditPhrase)
    return [(_pattern(row.phrase), row.kind) for row in rows]


def _pattern(phrase: str) -> re.Pattern[str]:
    before, after = phrase.split("{}")
    place = r"(?: (?:from|in) [^.\n]{2,80})?" if after else ""
    return re.compile(re.escape(before) + r"(.{2,200})" + re.escape(after) + place, re.IGNORECASE | re.DOTALL)
