"""Time stamps: paragraphs that hold a date and nothing else ("Published on 30 Nov 2024")."""

import re
from datetime import date
from typing import NamedTuple

from sayso.read.calendar_dates import read_date

LONGEST = 80

_LABEL = re.compile(
    r"(?:(?P<first>first published|published|posted|issued|date)|(?P<later>last updated|updated|modified|"
    r"last modified))?(?:\s+(?:on|at))?\s*:?\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:[\s,.|()+–:-]|\d|[ap]\.m\.|[A-Z]{2,4}\b)*(?:updated.*)?", re.IGNORECASE)
_BEFORE = re.compile(r"[^|\n]{2,40}\|\s*")
_DATE = re.compile(r".*?\b\d{4}(?=\b|\d{1,2}:\d{2})|\d{1,2} [A-Za-z]+ \d{4}")


class Stamp(NamedTuple):
    """A date that stands alone; `updates` where it is the date of a later change."""

    date: date
    updates: bool


def read_stamp(paragraph: str) -> Stamp | None:
    """The date of a paragraph that is a time stamp, else None."""
    if len(paragraph) > LONGEST or not any(c.isdigit() for c in paragraph):
        return None
    before = _BEFORE.match(paragraph)
    stamp = paragraph[before.end() if before else 0 :]
    label = _LABEL.match(stamp)
    rest = stamp[label.end() if label else 0 :].strip()
    dated = _DATE.match(rest) if not rest[:4].isdigit() else re.match(r"\S+", rest)
    if dated is None or not _AFTER.fullmatch(rest[dated.end() :]):
        return None
    found = read_date(dated[0])
    return Stamp(found.date, bool(label and label["later"])) if found.date else None
