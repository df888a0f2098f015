"""The ledger's curve: cost of a report, memory, size, query times and commands as the ledger grows.

    python bench/ledger.py [50000] [--copies] [--keep FILE]
    python bench/ledger.py 2000 --grown 50000

Reports are generated, distinct coded records (3 events each, 300 random words), so that coding costs nothing here;
with --copies every tenth one carries the text of an earlier report. Making a record is timed apart and left out; cost
is CPU time of all threads. A query's and a command's times are the least of three: on the clock, and of the CPU.
With --grown the ledger holds so many reports at the start, copied by SQL from a thousand that were added, under new
numbers and keys: that shows in a minute what a report costs in a large ledger.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import duckdb
from tests.ledger.made import distinct

from sayso.ledger import write
from sayso.ledger.ask import Filter, claims
from sayso.ledger.store import reader, writer
from sayso.ledger.why import why
from sayso.ledger.write import add
from sayso.records.coded import CodedReport

STOPS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)


class Made:
    """Generated records, and the seconds that making them took."""

    def __init__(self, count: int, copies: bool, first: int = 0) -> None:
        self.count, self.copies, self.first, self.seconds = count, copies, first, 0.0

    def __iter__(self) -> Iterator[CodedReport]:
        for number in range(self.first, self.first + self.count):
            began = time.process_time()
            record = distinct(number, text_of=number // 2 if self.copies and number % 10 == 9 else None)
            self.seconds += time.process_time() - began
            yield record


def fill(ledger: Path, made: Made) -> None:
    """Add the reports, and print a line at every stop."""
    write.PATIENCE = float("inf")  # a busy machine would part the batches, and show too little memory
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


SHIFTED = {"report": "report + {k} * 1000", "report_id": "report_id || '-' || {k}"}
SHIFTED |= {name: f"{name} + {{k}} * 10000000" for name in ("event", "claim", "into_claim")}
SHIFTED |= {"claim_id": "'c' || (claim // 10000 + {k} * 1000) || '.' || claim % 10000"}
SHIFTED |= {"key": "(hash(key, {k}) >> 1)::BIGINT"}
SHIFTED |= {"frame": r"'[' || event + {k} * 10000000 || ',' || regexp_extract(frame, '^.\d+,(.*)', 1)"}


def grow(ledger: Path, count: int) -> None:
    """Make a ledger of so many reports from a thousand added ones, by copying their rows."""
    with writer(ledger) as db:
        list(add(db, map(distinct, range(1000))))
    with duckdb.connect(str(ledger)) as db:
        tables = db.execute(
            "SELECT table_name, list(column_name) FROM duckdb_columns() WHERE table_name IN "
            "(SELECT table_name FROM duckdb_tables()) AND table_name NOT IN ('meta', 'actors') GROUP BY table_name"
        ).fetchall()
        for table, columns in tables:
            shifts = [f"{SHIFTED[name]} AS {name}" for name in columns if name in SHIFTED]
            if shifts:
                db.execute(f"CREATE TEMP TABLE base AS SELECT * FROM {table}")
                for k in range(1, count // 1000):
                    db.execute(
                        f"INSERT INTO {table} SELECT * REPLACE ({', '.join(shifts)}) FROM base".format(k=k)
                    )
                db.execute("DROP TABLE base")


def ask(ledger: Path, claim: str) -> None:
    """Print the times of queries, and of the commands that ask them."""
    print("asked\tms\tCPU ms")
    with reader(ledger) as (db, _):
        for name, query in (
            ("claims", lambda: claims(db, Filter())),
            ("claims by actor", lambda: claims(db, Filter(actor="band 7"))),
            ("claims by country", lambda: claims(db, Filter(country="MLI"), sort="date")),
            ("why", lambda: why(db, claim)),
        ):
            tell(f"query: {name}", query, resource.RUSAGE_SELF)
    for command in (["claims"], ["claims", "--actor", "band 7"], ["why", claim]):
        tell(f"command: {' '.join(command)}", partial(run, command, ledger), resource.RUSAGE_CHILDREN)


def run(command: list[str], ledger: Path) -> None:
    """Run a command of sayso's as a process of its own."""
    whole = [sys.executable, "-m", "sayso", *command, "--ledger", str(ledger)]
    subprocess.run(whole, check=True, capture_output=True, env={**os.environ, "COLUMNS": "80"})


def tell(name: str, asked: Callable[[], object], who: int) -> None:
    """Print the least of three times, and of the CPU times, of the process or its children."""
    times, spent = [], []
    for _ in range(3):
        began, before = time.perf_counter(), resource.getrusage(who)
        asked()
        after = resource.getrusage(who)
        times.append(time.perf_counter() - began)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print(f"{name}\t{1000 * min(times):.0f}\t{1000 * min(spent):.0f}", flush=True)


def main() -> None:
    """Fill a ledger and ask it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("reports", type=int, nargs="?", default=50_000)
    asked.add_argument("--copies", action="store_true")
    asked.add_argument("--grown", type=int, default=0, help="start with a ledger of so many reports")
    asked.add_argument("--keep", type=Path, help="keep the ledger here; one that is there is only asked")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = options.keep or Path(folder) / "bench.duckdb"
        if not ledger.exists():
            if options.grown:
                growing = get_context("spawn").Process(target=grow, args=(ledger, options.grown))
                growing.start()
                growing.join()
            fill(ledger, Made(options.reports, options.copies, options.grown))
        ask(ledger, f"c{(options.grown + options.reports) // 2}.0")


if __name__ == "__main__":
    main()
