"""Speed of the attribution encoder alone: wordpieces a second, overlap of windows not counted.

    SAYSO_THREADS=2 python bench/attribution_encoder.py [--limit 100]

Reads the Wikinews articles under `$SAYSO_DATA/reports` (CSV with a `text` column) and prints pieces a
second and articles a second. The best of three rounds counts.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import time
from pathlib import Path

from sayso.attribute.encoder import Encoder, encoder
from sayso.attribute.encoder_words import split
from sayso.models.session import threads, tokenizer


def texts(limit: int) -> list[str]:
    """The first `limit` articles."""
    csv.field_size_limit(sys.maxsize)
    found: list[str] = []
    for file in sorted((Path(os.environ["SAYSO_DATA"]) / "reports").glob("wikinews_*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            found += [row["text"] for row in csv.DictReader(rows)]
    return found[:limit]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--limit", type=int, default=100)
    articles = texts(parser.parse_args().limit)
    tool = encoder()
    tool.encode(articles[0])
    pieces = sum(len(split(text, tokenizer("attribution_tokenizer")).ids) for text in articles)
    seconds = min(measure(tool, articles) for _ in range(3))
    print(f"{pieces} wordpieces in {seconds:.2f} s, {threads() or 'default'} threads")
    print(f"{pieces / seconds:.0f} wordpieces/s, {len(articles) / seconds:.1f} articles/s")


def measure(tool: Encoder, articles: list[str]) -> float:
    """Seconds to encode all articles."""
    began = time.perf_counter()
    for text in articles:
        tool.encode(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
