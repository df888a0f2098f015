"""A spell in office, as a row of leaders.tsv."""

import re

COLUMNS = ["name", "names", "family", "country", "role", "start", "end", "seen", "wikidata", "source"]
RANK = {"own": 1, "us-congress": 0, "wikidata": 0, "factbook": 0, "cia-2019": 2}

Spell = dict[str, str]


def spell(name: str, country: str, role: str, source: str, **more: str) -> Spell:
    """One spell in office."""
    base = dict.fromkeys(COLUMNS, "")
    name = re.sub(r'"[^"]*" ', "", name)
    return base | {"name": name, "country": country, "role": role, "source": source} | more
