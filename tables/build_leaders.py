"""Build src/sayso/lexicons/data/leaders.tsv: holders of high office with their dates, from several open sources.

Run with SAYSO_DATA naming the folder that holds `facts/`:  python tables/build_leaders.py
One row is one spell in office. `seen` is the year in which a source without dates shows the holder in office. Each
source has its reader in `leaders/`.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from leaders.cabinets import from_cia
from leaders.chiefs import from_factbook
from leaders.own_rows import from_own
from leaders.people import merged, people
from leaders.spells import COLUMNS, Spell
from leaders.us import from_us
from leaders.wikidata import from_wikidata
from sources import head, write


def main() -> None:
    """Write the table."""
    spells = [*from_own(), *from_us(), *from_wikidata(), *from_factbook(), *from_cia()]
    spells = [
        one
        for one in spells
        if not (one["country"] == "AND" and re.search("co-prince|head of state", one["role"], re.I))
    ]
    rows: list[Spell] = []
    for country in sorted({spell["country"] for spell in spells}):
        for person in people([spell for spell in spells if spell["country"] == country]):
            rows += merged(person)
    rows.sort(key=lambda r: (r["country"], r["family"], r["name"], r["start"], r["seen"], r["role"]))
    write(
        "leaders.tsv",
        COLUMNS,
        rows,
        head(
            "own rows (tables/own/leaders.tsv); congress-legislators executive.yaml (github.com/unitedstates/congress-legislators, "
            "dfa96222, 2026-06-15); Wikidata through every-politician-scrapers/world-leaders-2021 (be7039cf, 2022-10-10); World Factbook "
            "(factbook.json 8662a8b1, 2026-05-17); CIA World Leaders (cia-world-leaders d52b3b8f, 2019-10-06)",
            "own rows Apache-2.0; the others CC0 1.0 or public domain",
            "Spells in high office: name, other spellings, the name used alone, country (ISO 3166-1, or UNO, EUR, IGO), role, start and "
            "end (YYYY[-MM[-DD]], empty end: still in office at the source's date), seen: the year of a source without dates",
        ),
    )


if __name__ == "__main__":
    main()
