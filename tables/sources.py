"""What the build scripts share: readers of the fact folders, and the writer of a table with its head."""

import csv
import html
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "sayso" / "lexicons" / "data"
OWN = Path(__file__).parent / "own"


def data() -> Path:
    """The folder of facts, below the one that SAYSO_DATA names."""
    return Path(os.environ["SAYSO_DATA"]) / "facts"


def facts(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of facts."""
    with (data() / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def own(name: str) -> list[dict[str, str]]:
    """The rows of one of the project's own tables."""
    lines = [
        line
        for line in (OWN / name).read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    columns = lines[0].split("\t")
    return [dict(zip(columns, (*line.split("\t"), *[""] * len(columns)), strict=False)) for line in lines[1:]]


def factbook() -> Iterator[tuple[str, dict]]:
    """ISO alpha-3 code and page of each country in the World Factbook, whose files are named by FIPS code."""
    fips = {row["FIPS"]: row["ISO3166-1-Alpha-3"] for row in facts("country-codes/data/country-codes.csv")}
    fips |= {"KV": "XKX", "RI": "SRB", "GZ": "PSE", "WE": "PSE"}
    for path in sorted((data() / "factbook").glob("*/*.json")):
        page = json.loads(path.read_text("utf-8"))
        code = fips.get(path.stem.upper())
        if code and "Country name" in page.get("Government", {}):
            yield code, page


def text_of(page: dict, key: str) -> str:
    """The text of a Factbook field, without markup; empty where there is none."""
    found = page.get(key, {})
    return re.sub(
        r"<.*?>", " ", html.unescape(found.get("text", "") if isinstance(found, dict) else "")
    ).strip()


def split(cell: str) -> list[str]:
    """The parts of a list cell."""
    return [part for part in cell.split("|") if part]


def head(source: str, licence: str, what: str) -> list[str]:
    """The lines that open a table."""
    return [f"# source: {source}", f"# licence: {licence}", "# date: 2026-11-23", f"# {what}"]


def write(name: str, columns: list[str], rows: list[dict[str, str]], opening: list[str]) -> None:
    """Write a table below `lexicons/data`."""
    lines = [*opening, "\t".join(columns)]
    lines += ["\t".join(row.get(column, "") for column in columns).rstrip("\t") for row in rows]
    (TARGET / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{name}: {len(rows)} rows")
