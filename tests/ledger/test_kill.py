"""Killed at any time, `sayso add` loses nothing that it acknowledged, and leaves no half report."""

import os
import random
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import duckdb

from sayso.publish.jsonl import encode
from tests.ledger.made import distinct

CLOCKS = {"added", "told_at", "decided_at", "refused_at"}
ADD = """
import sys
import time
from itertools import islice
from pathlib import Path
from sayso.ledger.store import writer
from sayso.ledger.write import add
from sayso.publish.jsonl import decode
with writer(Path(sys.argv[2])) as db, open(sys.argv[1], "rb") as lines:
    for one in add(db, map(decode, lines), batch=10):
        print(one.report_id, flush=True)
"""


def rows(ledger: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table's rows, sorted, without the clock's columns."""
    with duckdb.connect(str(ledger), read_only=True) as db:
        tables = [name for (name,) in db.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        found = {}
        for table in tables:
            names = [name for name, *_ in db.execute(f"DESCRIBE {table}").fetchall() if name not in CLOCKS]
            found[table] = sorted(db.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall(), key=repr)
        return found


def run(records: Path, ledger: Path, kill_at: tuple[int, float] | None) -> list[str]:
    """Add, killed so many seconds after so many acknowledgements; the ids that were acknowledged."""
    command = [sys.executable, "-c", ADD, str(records), str(ledger)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = []
    if kill_at is not None:
        told = list(islice(process.stdout, kill_at[0]))
        time.sleep(kill_at[1])
        process.send_signal(signal.SIGKILL)
    told += list(process.stdout)
    process.wait()
    return [line.rstrip("\n") for line in told if line.endswith("\n")]


def held(ledger: Path) -> set[str]:
    """The ids in the ledger; none if there is none yet."""
    if not ledger.exists():
        return set()
    with duckdb.connect(str(ledger)) as db:
        if not db.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reports'").fetchone():
            return set()
        return {id for (id,) in db.execute("SELECT report_id FROM reports").fetchall()}


def test_killed_and_resumed(tmp_path: Path) -> None:
    """The ledger of a run that was killed again and again equals that of one left alone, row for row.

    SAYSO_KILLS and SAYSO_KILL_REPORTS set how often and over how many reports (50 and 500 before a release).
    """
    count, kills = int(os.environ.get("SAYSO_KILL_REPORTS", "60")), int(os.environ.get("SAYSO_KILLS", "6"))
    records = tmp_path / "records.jsonl"
    records.write_bytes(b"".join(encode(distinct(number)) for number in range(count)))
    left_alone, killed = tmp_path / "alone.duckdb", tmp_path / "killed.duckdb"
    everything = run(records, left_alone, None)
    draw = random.Random(7)
    sizes = []
    for number in range(kills):
        done = len(held(killed))
        acknowledged = run(
            records, killed, (draw.randint(done, (number + 1) * count // kills), draw.uniform(0, 0.05))
        )
        sizes.append(len(held(killed)))
        assert set(acknowledged) - held(killed) == set()
    run(records, killed, None)

    assert rows(killed) == rows(left_alone)
    assert len(everything) == count
    assert len({size for size in sizes if size < count}) > kills // 3
