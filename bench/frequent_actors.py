"""The most frequent actors over the Wikinews articles, with their codes: a table to be read by eye.

    SAYSO_DATA=... python bench/frequent_actors.py [--most 100] [--places FILE] [--actors FILE]

Reads $SAYSO_DATA/reports/wikinews_*.csv. Actors are one by their key; the publisher is left out. Ordered by the
number of reports, then of mentions. "actors" counts records: above "reports" where one report has several under one
key. "codes" and "names" are the commonest, with their counts where there are several. A reader looks for a wrong
code, two actors under one key, and one actor under two keys.
"""

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sayso.pipeline.many import Outcome, code_all
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.records.actor import Actor
from sayso.records.coded import CodedReport
from sayso.records.settings import Settings


class Seen:
    """What was seen of the actors of one key."""

    def __init__(self) -> None:
        self.reports: set[int] = set()
        self.actors = 0
        self.mentions = 0
        self.codes: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.why: Counter[str] = Counter()

    def add(self, report: int, actor: Actor) -> None:
        """An actor of the report of this number."""
        self.reports.add(report)
        self.actors += 1
        self.mentions += len(actor.mentions)
        self.codes[actor.code or "-"] += 1
        self.names[actor.name] += 1
        self.why[actor.why.detail or actor.why.rule] += 1


def main() -> None:
    """Code the articles, and print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--most", type=int, default=100, help="how many actors")
    asked.add_argument("--actors", help="a table of actors of your own")
    asked.add_argument("--places", help="a table of places of your own")
    options = asked.parse_args()
    data = os.environ.get("SAYSO_DATA")
    if data is None:
        sys.exit("SAYSO_DATA is not set: name the folder that holds reports/wikinews_*.csv")
    given = read_paths(
        [str(Path(data) / "reports" / "wikinews_*.csv")],
        Options(),
        Columns(text="text", date="date", title="title", url="url"),
        max_chars=200_000,
    )
    settings = Settings(actors=options.actors, places=options.places)
    reports, seen = count(code_all(given, settings))
    show(seen, reports, options.most)


def count(outcomes: Iterable[Outcome]) -> tuple[int, dict[str, Seen]]:
    """The number of coded reports, and what was seen of each actor by key."""
    reports, seen = 0, defaultdict[str, Seen](Seen)
    for record in outcomes:
        if isinstance(record, CodedReport):
            reports += 1
            for actor in record.actors[1:]:
                seen[actor.key].add(reports, actor)
    return reports, seen


def show(seen: dict[str, Seen], reports: int, most: int) -> None:
    """Print the `most` frequent actors."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("", "reports", "actors", "mentions", "key", "codes", "names", "why"):
        number = column in ("", "reports", "actors", "mentions")
        table.add_column(column, overflow="fold", justify="right" if number else "left")
    ordered = sorted(seen.items(), key=lambda item: (-len(item[1].reports), -item[1].mentions, item[0]))
    for rank, (key, one) in enumerate(ordered[:most], 1):
        cells = (key, _several(one.codes), _several(one.names), one.why.most_common(1)[0][0])
        numbers = (rank, len(one.reports), one.actors, one.mentions)
        table.add_row(*map(str, numbers), *map(escape, cells))
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    print(f"{len(seen)} keys in {reports} reports")


def _several(counted: Counter[str]) -> str:
    """The three commonest, with their counts if there is more than one."""
    common = counted.most_common(3)
    return common[0][0] if len(counted) == 1 else ", ".join(f"{name} ({times})" for name, times in common)


if __name__ == "__main__":
    main()
