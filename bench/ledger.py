"""The ledger's curve: cost of a report, memory, size and query times as the ledger grows.

    python bench/ledger.py [50000]

Reports are generated, distinct coded records (3 events each, 300 random words), so that coding costs nothing here.
Making a record is timed apart and left out; time is CPU time of all threads.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
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

    def __init__(self, count: int) -> None:
        self.count, self.seconds = count, 0.0

    def __iter__(self) -> Iterator[CodedReport]:
        for number in range(self.count):
            began = time.process_time()
            record = distinct(number)
            self.seconds += time.process_time() - began
            yield record


def run(count: int) -> None:
    """Add `count` reports, and print a line at every stop."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "bench.duckdb"
        made, done = Made(count), 0
        last, spent = time.process_time(), 0.0
        print("reports\tCPU ms a report (since the line above)\tpeak MB\tfile MB")
        with writer(ledger) as db:
            for done, _ in enumerate(add(db, made), 1):
                if done in STOPS or done == count:
                    since = STOPS[STOPS.index(done) - 1] if done in STOPS[1:] else 0
                    took = time.process_time() - last - (made.seconds - spent)
                    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                    size = ledger.stat().st_size / 1e6
                    print(
                        f"{done}\t{1000 * took / max(done - since, 1):.2f}\t{peak:.0f}\t{size:.0f}",
                        flush=True,
                    )
                    last, spent = time.process_time(), made.seconds
        with reader(ledger) as (db, _):
            for name, ask in (
                ("claims", lambda: claims(db, Filter())),
                ("claims by actor", lambda: claims(db, Filter(actor="band 7"))),
                ("claims by country", lambda: claims(db, Filter(country="MLI"), sort="date")),
                ("why", lambda: why(db, f"c{done // 2}.0")),
            ):
                ask()
                began = time.perf_counter()
                ask()
                print(f"{name}: {1000 * (time.perf_counter() - began):.0f} ms")


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
