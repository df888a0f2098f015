"""Heads of state and government in Wikidata, through every-politician-scrapers/world-leaders-2021."""

import re

from sources import facts

from leaders.spells import Spell, spell

OF_STATE = re.compile(r"^(.*?),? of (?:the )?(?:Republic of |State of )?[A-Z].*")


def from_wikidata() -> list[Spell]:
    """Heads of state and government in Wikidata, 2022."""
    codes = facts("country-codes/data/country-codes.csv")
    names = {row["official_name_en"]: row["ISO3166-1-Alpha-3"] for row in codes}
    by_id = {row["wikidata_id"].rsplit("/", 1)[-1]: row["ISO3166-1-Alpha-3"] for row in codes}
    found = []
    for row in facts("world-leaders-2021/data/wikidata.csv"):
        country = by_id.get(row["countryid"]) or names.get(row["country"])
        if country and (not row["end_year"] or row["end_year"] >= "1999"):
            found.append(
                spell(
                    re.sub(r" \(.*", "", row["officeholderLabel"]),
                    country,
                    OF_STATE.sub(r"\1", row["positionLabel"]),
                    "wikidata",
                    start=row["start_year"],
                    end=row["end_year"],
                    wikidata=row["officeholder"],
                    seen="" if row["end_year"] else "2022",
                )
            )
    return found
