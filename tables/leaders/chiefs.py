"""Chiefs of state and heads of government, from the World Factbook."""

import re

from sources import factbook, text_of

from leaders.names import role_and_name
from leaders.spells import Spell, spell
from leaders.words import words

SINCE = re.compile(r"\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})[^)]*\)")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def from_factbook() -> list[Spell]:
    """Chiefs of state and heads of government with "since" dates, 2026."""
    found = []
    for country, page in factbook():
        branch = page["Government"].get("Executive branch", {})
        for key in ("chief of state", "head of government"):
            text = re.split(r";|, represented|represented by", text_of(branch, key))[0]
            match = SINCE.search(text)
            made = role_and_name(text[: match.start()].strip(" ,")) if match else None
            if match and made and not is_anothers(made[0], country):
                role, name, family = made
                found.append(
                    spell(name, country, role, "factbook", family=family, start=day_of(match), seen="2026")
                )
    return found


def day_of(since: re.Match[str]) -> str:
    """The date of "(since 19 December 2019)", as far as it is given."""
    day, month, year = since.groups()
    if month not in MONTHS:
        return year
    return f"{year}-{MONTHS.index(month) + 1:02}" + (f"-{int(day):02}" if day else "")


def is_anothers(role: str, country: str) -> bool:
    """Whether a country's king or president is the one of another country."""
    return (role.startswith("King") and country in words("kings")) or (
        role == "President" and country in words("presidents")
    )
