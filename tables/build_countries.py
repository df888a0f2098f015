"""Build src/sayso/lexicons/data/countries.tsv from country-codes (PDDL), the World Factbook (CC0) and own rows.

Run with SAYSO_DATA naming the folder that holds `facts/`:  python tables/build_countries.py
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from sources import factbook, facts, head, own, split, text_of, write

NOT_FOLDED = {"HKG", "PSE", "ATA", "TWN", "XKX", "ESH"}
COLUMNS = [
    "iso3",
    "name",
    "names",
    "demonyms",
    "capitals",
    "buildings",
    "former",
    "parent",
    "wikidata",
    "source",
]


def main() -> None:
    """Write the table."""
    rows: dict[str, dict[str, list[str]]] = {}
    for code in facts("country-codes/data/country-codes.csv"):
        iso = code["ISO3166-1-Alpha-3"]
        if iso:
            rows[iso] = from_codes(code)
    rows["XKX"] = {"name": ["Kosovo"], "names": ["Kosovo"], "wikidata": ["Q1246"], "source": ["own"]}
    for iso, page in factbook():
        if iso in rows:
            add_factbook(rows[iso], page)
    for line in own("countries.tsv"):
        add_own(rows[line["iso3"]], line)
    by_iso2 = {
        c["ISO3166-1-Alpha-2"]: c["ISO3166-1-Alpha-3"] for c in facts("country-codes/data/country-codes.csv")
    }
    for iso, row in rows.items():
        parent = by_iso2.get((row.get("parent") or [""])[0], "")
        row["parent"] = [parent] if parent and iso not in NOT_FOLDED else []
    lines = [
        {"iso3": iso} | {c: "|".join(dict.fromkeys(row.get(c, []))) for c in COLUMNS[1:]}
        for iso, row in sorted(rows.items())
    ]
    write(
        "countries.tsv",
        COLUMNS,
        lines,
        head(
            "country-codes (github.com/datasets/country-codes, caa72d1e, 2026-05-15); World Factbook "
            "(github.com/factbook/factbook.json, 8662a8b1, 2026-05-17); own rows (tables/own/countries.tsv)",
            "PDDL 1.0; CC0 1.0 (public domain); own rows Apache-2.0",
            "States and territories: ISO 3166-1 alpha-3 (XKX for Kosovo); names, adjectives and demonyms; capitals and "
            "buildings that stand for the government; former names; parent: the state that PLOVER folds a territory into",
        ),
    )


def from_codes(code: dict[str, str]) -> dict[str, list[str]]:
    """Names, capital and Wikidata id as country-codes has them."""
    name = code["CLDR display name"] or code["official_name_en"]
    names = [
        name,
        code["official_name_en"],
        code["UNTERM English Short"],
        re.sub(r"^the ", "", code["UNTERM English Formal"]),
    ]
    names = [re.sub(r"\s*[\[(].*", "", n).replace("’", "'").replace(" *", "").strip() for n in names if n]
    names += [n.replace("&", "and") for n in names if "&" in n]
    parent = re.search(r"(?:of|to) ([A-Z]{2})$", code["is_independent"])
    return {
        "name": names[:1],
        "names": [n for n in names if "," not in n],
        "capitals": [code["Capital"]] if code["Capital"] else [],
        "parent": [parent[1]] if parent else [],
        "wikidata": [code["wikidata_id"].rsplit("/", 1)[-1]] if code["wikidata_id"] else [],
        "source": ["country-codes"],
    }


def add_factbook(row: dict[str, list[str]], page: dict) -> None:
    """Demonyms and adjective of the World Factbook."""
    nationality = page.get("People and Society", {}).get("Nationality", {})
    for text in (text_of(nationality, "noun"), text_of(nationality, "adjective")):
        row.setdefault("demonyms", []).extend(demonyms(text))
    short = text_of(page["Government"]["Country name"], "conventional short form").removeprefix("The ")
    if short and short != "none" and "(" not in short and "," not in short:
        row["names"].append(short)
    row["source"].append("factbook")


def demonyms(text: str) -> list[str]:
    """Forms in a Factbook entry such as "Algerian(s)" or "Pole(s)" or "Mosotho (singular), Basotho (plural)"."""
    found = []
    for part in re.split(r"[,;]| or ", re.sub(r"note - .*", "", text)):
        plural = "(s)" in part
        word = re.sub(r"\(.*?\)", "", part).strip()
        if re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*", word) and word not in ("None", "NA", "US"):
            found += [word, word + "s"] if plural else [word]
    return found


def add_own(row: dict[str, list[str]], line: dict[str, str]) -> None:
    """Own additions come after what is sourced."""
    for column in ("names", "demonyms", "capitals", "buildings", "former"):
        row.setdefault(column, []).extend(split(line[column]))
    if line["name"]:
        row["name"] = [line["name"]]
        row["names"].insert(0, line["name"])
    dropped = set(split(line["drop"]))
    row["demonyms"] = [word for word in row["demonyms"] if word not in dropped]
    row["source"].append("own")


if __name__ == "__main__":
    main()
