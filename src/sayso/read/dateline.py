"""Datelines: "GENEVA, Nov 3 (Reuters) - ", "PYONGYANG (AP) — ", "Beijing, 30 November – "."""

import re
from datetime import date
from functools import cache
from itertools import islice
from typing import NamedTuple

from sayso.read.agencies import AgencyFound, only_agencies
from sayso.read.calendar_dates import months
from sayso.read.labels import is_label

LONGEST = 120
"""A dateline ends within this many characters of its paragraph."""

_BREAKS = re.compile(r"\s*(?:--|[–—―])\s*|\s+-\s*|:\s+|(?<=/)\.\s+|(?<=\))\s*(?=[A-Z“\"‘])")
_AGENCY = re.compile(r"[\s,]*(?:\(([^()\n]{2,60})\)|/([^/\n]{2,30})/)\s*$")
_PLACE = re.compile(
    r"[A-Z][^\W\d]*\.?(?:[ '’./-]{1,2}[^\W\d]+\.?){0,5}(?:, ?[A-Z][^\W\d]*\.?(?:[ -][^\W\d]+\.?){0,3}){0,2}"
)


class DatelineFound(NamedTuple):
    """What the opening of a story says; `end` is where the story itself begins."""

    place: str | None
    day: date | None
    agency: AgencyFound | None
    end: int


def find_dateline(paragraph: str, published: date | None) -> DatelineFound | None:
    """The dateline that opens `paragraph`, or None. A date without a year is put nearest to `published`.

    It names a known agency, or a place and a date, or a place in capitals before a dash ("KYIV - The ...").
    """
    for mark in islice(_BREAKS.finditer(paragraph, 0, LONGEST), 5):
        found = _read(paragraph[: mark.start()], published)
        if found is not None and mark.end() < len(paragraph):
            place, day, agency = found
            dated = place and day and (place.isupper() or "," in paragraph[: len(place) + 1])
            if agency or dated or (place and _stands_alone(place, mark, paragraph)):
                return DatelineFound(place, day if isinstance(day, date) else None, agency, mark.end())
    return None


def _read(opening: str, published: date | None) -> tuple[str | None, date | bool, AgencyFound | None] | None:
    """Place, day and agency of a dateline's words, or None where they are something else.

    The day is True where one is named whose year is unknown, False where none is named.
    """
    agency = None
    if credit := _AGENCY.search(opening):
        group = 1 if credit[1] else 2
        agency = _agency(credit, group, opening[: credit.start()])
        if agency is None:
            return None
        opening = opening[: credit.start()]
    day: date | bool = False
    if when := _when().search(opening):
        day = _day(when, published)
        opening = opening[: when.start()]
    place = opening.strip(" ,.-–—")
    if place and (not _PLACE.fullmatch(place) or place.endswith("day") or place.casefold() in months()):
        return None
    return place or None, day, agency


def _agency(credit: re.Match[str], group: int, place: str) -> AgencyFound | None:
    """The agency in brackets: a known one, or any name behind a place in capitals ("LIMA (Andes Wire)").

    Words whose initials are the capitals before them spell those out and are no agency.
    """
    words, at = credit[group], credit.start(group)
    if named := only_agencies(words):
        return AgencyFound(named[0].name, at + named[0].start, at + named[0].end)
    city = place.split(",")[0].strip()
    initials = "".join(word[0] for word in words.split())
    if group == 1 and len(city) > 2 and city.isupper() and words.istitle() and initials != city:
        return AgencyFound(words, at, at + len(words))
    return None


def _stands_alone(place: str, mark: re.Match[str], paragraph: str) -> bool:
    """Whether capitals before a dash or colon are a place, not initials ("NATO - the alliance - said")."""
    if not place.split(",")[0].isupper() or len(place) < 3 or is_label(place) or not mark[0].strip():
        return False
    after = paragraph[mark.end() : mark.end() + 160]
    return mark[0].strip() == ":" or mark[0].strip() not in after.split(". ", 1)[0]


@cache
def _when() -> re.Pattern[str]:
    names = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(
        rf"(?:^|[\s,]+)(?:(?P<m>{names})\.? (?P<d>\d{{1,2}})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{names})\.?)(?:,? (?P<y>\d{{4}}))?[\s.,]*$",
        re.IGNORECASE,
    )


def _day(when: re.Match[str], published: date | None) -> date | bool:
    month, number = months()[(when["m"] or when["m2"]).casefold()], int(when["d"] or when["d2"])
    if when["y"]:
        years = [int(when["y"])]
    elif published is not None:
        years = [published.year, published.year - 1, published.year + 1]
    else:
        return True
    possible = [day for year in years if (day := _date(year, month, number))]
    return min(possible, key=lambda day: _distance(day, published), default=True)


def _distance(day: date, published: date | None) -> int:
    """Days between; a day more than a week ahead of publication is taken for last year's."""
    ahead = (day - published).days if published else 0
    return ahead + 365 if ahead > 7 else abs(ahead)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
