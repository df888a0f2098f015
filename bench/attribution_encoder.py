"""Speed of the attribution encoder alone: wordpieces a second, overlap of windows not counted.

    python bench/attribution_encoder.py [--limit 100] [--processes 2]

Reads the Wikinews articles under `$SAYSO_DATA/reports` (CSV with a `text` column), shares them out to processes
of one thread each, as `sayso code` does, and prints pieces and articles a second. The best of three rounds counts.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from sayso.encode.encoder import encoder
from sayso.encode.words import split
from sayso.models.session import tokenizer


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
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    args = parser.parse_args()
    os.environ["SAYSO_THREADS"] = "1"
    articles = texts(args.limit)
    pieces = sum(len(split(text, tokenizer("attribution_tokenizer")).ids) for text in articles)
    with ProcessPoolExecutor(args.processes, get_context("spawn")) as pool:
        list(pool.map(encode, articles))  # every process opens its model before the clock runs
        seconds = min(measure(pool, articles) for _ in range(3))
    print(f"{pieces} wordpieces in {seconds:.2f} s, {args.processes} processes of one thread")
    print(f"{pieces / seconds:.0f} wordpieces/s, {len(articles) / seconds:.1f} articles/s")


def encode(text: str) -> int:
    """How many attributions the encoder finds in one article."""
    return len(encoder().encode(text).attributions)


def measure(pool: ProcessPoolExecutor, articles: list[str]) -> float:
    """Seconds to encode all articles."""
    began = time.perf_counter()
    list(pool.map(encode, articles))
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
