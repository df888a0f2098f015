"""The ledger's curve: cost of a report, memory, size, query times and commands as the ledger grows.

    python bench/ledger.py [50000] [--copies] [--keep FILE]

Reports are generated, distinct coded records (3 events each, 300 random words), so that coding costs nothing here;
with --copies every tenth one carries the text of an earlier report. Making a record is timed apart and left out; cost
is CPU time of all threads. A query's and a command's time is the best of three, as where nothing else runs.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.ledger.made import distinct

from sayso.ledger.ask import Filter, claims
from sayso.ledger.store import reader, writer
from sayso.ledger.why import why
from sayso.ledger.write import add
from sayso.records.coded import CodedReport

STOPS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)


class Made:
    """Generated records, and the seconds that making them took."""

    def __init__(self, count: int, copies: bool) -> None:
        self.count, self.copies, self.seconds = count, copies, 0.0

    def __iter__(self) -> Iterator[CodedReport]:
        for number in range(self.count):
            began = time.process_time()
            record = distinct(number, text_of=number // 2 if self.copies and number % 10 == 9 else None)
            self.seconds += time.process_time() - began
            yield record


def fill(ledger: Path, made: Made) -> None:
    """Add the reports, and print a line at every stop."""
    since, last, spent = 0, time.process_time(), 0.0
    print("reports\tCPU ms a report (since the line above)\tpeak MB\tfile MB")
    with writer(ledger) as db:
        for done, _ in enumerate(add(db, made), 1):
            if done in STOPS or done == made.count:
                took = time.process_time() - last - (made.seconds - spent)
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                size = ledger.stat().st_size / 1e6
                print(f"{done}\t{1000 * took / (done - since):.2f}\t{peak:.0f}\t{size:.0f}", flush=True)
                since, last, spent = done, time.process_time(), made.seconds


def ask(ledger: Path, claim: str) -> None:
    """Print the times of queries, and of the commands that ask them."""
    with reader(ledger) as (db, _):
        print(f"query: claims\t{best(lambda: claims(db, Filter())):.0f} ms")
        print(f"query: claims by actor\t{best(lambda: claims(db, Filter(actor='band 7'))):.0f} ms")
        print(
            f"query: claims by country\t{best(lambda: claims(db, Filter(country='MLI'), sort='date')):.0f} ms"
        )
        print(f"query: why\t{best(lambda: why(db, claim)):.0f} ms")
    for command in (["claims"], ["claims", "--actor", "band 7"], ["why", claim]):
        print(f"command: {' '.join(command)}\t{best(lambda: run(command, ledger)):.0f} ms")  # noqa: B023


def run(command: list[str], ledger: Path) -> None:
    """Run a command of sayso's as a process of its own."""
    whole = [sys.executable, "-m", "sayso", *command, "--ledger", str(ledger)]
    subprocess.run(whole, check=True, capture_output=True, env={**os.environ, "COLUMNS": "80"})


def best(asked: Callable[[], object]) -> float:
    """The least of three times, in milliseconds."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        asked()
        times.append(time.perf_counter() - began)
    return 1000 * min(times)


def main() -> None:
    """Fill a ledger and ask it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("reports", type=int, nargs="?", default=50_000)
    asked.add_argument("--copies", action="store_true")
    asked.add_argument("--keep", type=Path, help="keep the ledger here; one that is there is only asked")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = options.keep or Path(folder) / "bench.duckdb"
        if not ledger.exists():
            fill(ledger, Made(options.reports, options.copies))
        ask(ledger, f"c{options.reports // 2}.0")


if __name__ == "__main__":
    main()
