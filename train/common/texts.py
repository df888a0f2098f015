"""The texts of published corpora, to which stand-off data points."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path


@cache
def corpus_texts(file: Path) -> list[str]:
    """The texts of a file, in its order: a CSV or JSON lines with a column `text`."""
    csv.field_size_limit(10**9)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines) if file.suffix == ".csv" else map(json.loads, lines)
        return [row["text"] for row in rows]
