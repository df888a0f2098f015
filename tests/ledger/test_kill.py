"""Killed at any time, `sayso add` loses nothing that it acknowledged, and leaves no half report."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from sayso.publish.jsonl import encode
from tests.ledger.made import distinct

CLOCKS = {"added", "told_at", "decided_at", "refused_at"}
ADD = """
import sys
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


def run(records: Path, ledger: Path, kill_after: float | None) -> list[str]:
    """Add, killed after so many seconds; the ids that were acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", ADD, str(records), str(ledger)], stdout=subprocess.PIPE, text=True
    )
    try:
        told, _ = process.communicate(timeout=kill_after)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        told, _ = process.communicate()
    return [line for line in told.split("\n")[:-1] if line]


@pytest.mark.parametrize(("reports", "kills"), [(120, int(os.environ.get("SAYSO_KILLS", "5")))])
def test_killed_and_resumed(tmp_path: Path, reports: int, kills: int) -> None:
    """The ledger of a run that was killed again and again equals that of one left alone, row for row."""
    count = int(os.environ.get("SAYSO_KILL_REPORTS", reports))
    records = tmp_path / "records.jsonl"
    records.write_bytes(b"".join(encode(distinct(number)) for number in range(count)))
    left_alone, killed = tmp_path / "alone.duckdb", tmp_path / "killed.duckdb"
    everything = run(records, left_alone, None)
    draw = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(kills):
        acknowledged.update(run(records, killed, draw.uniform(0.2, 1.5)))
        if killed.exists():
            with duckdb.connect(str(killed)) as db:
                held = (
                    {id for (id,) in db.execute("SELECT report_id FROM reports").fetchall()}
                    if db.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reports'").fetchone()
                    else set()
                )
            assert acknowledged - held == set()
    run(records, killed, None)

    assert rows(killed) == rows(left_alone)
    assert len(everything) == count
