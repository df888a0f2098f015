"""A run that is stopped: what is finished is kept, the message says how to go on, and nothing is lost or doubled."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from sayso.publish.shards import Manifest
from sayso.records.tables import TABLES

COUNT = 160
TEXT = "The army attacked town number {} on Monday, killing {} people, police said. The rebels denied it."


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of invented reports, and one row that is none."""
    file = tmp_path_factory.mktemp("given") / "reports.jsonl"
    rows = [
        {"id": f"r{n}", "date": "2024-11-30", "text": TEXT.format(n, n + 2) if n != 5 else ""}
        for n in range(COUNT)
    ]
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return file


@pytest.fixture(scope="module")
def undisturbed(
    reports: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[object, ...]]]:
    """The tables of a run that nobody stops."""
    out = tmp_path_factory.mktemp("undisturbed") / "coded"
    assert start(reports, "-o", str(out), "-j", "1").wait() == 1
    return rows(out)


def start(*arguments: object) -> "subprocess.Popen[str]":
    """`sayso code`, in a process group of its own, as a shell starts it."""
    command = [sys.executable, "-m", "sayso", "code", *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True)


def shards(out: Path) -> list[Path]:
    """The finished shards."""
    return [one.parent for one in (out / "shards").glob("*/manifest.json") if one.parent.name[0] != "."]


def wait_for(out: Path, count: int) -> None:
    """Wait until so many shards are there."""
    end = time.monotonic() + 120
    while len(shards(out)) < count:
        assert time.monotonic() < end
        time.sleep(0.01)


def rows(out: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of all tables, in their order."""
    return {table: duckdb.sql(f"SELECT * FROM '{out}/{table}.parquet'").fetchall() for table in TABLES}


def kept(out: Path) -> int:
    """How many reports the finished shards hold, refusals among them."""
    manifests = [json.loads((shard / "manifest.json").read_bytes()) for shard in shards(out)]
    assert all(set(one) == set(Manifest.__struct_fields__) for one in manifests)
    return sum(one["coded"] + len(one["refusals"]) for one in manifests)


@pytest.mark.parametrize(("number", "jobs"), [(signal.SIGINT, 1), (signal.SIGTERM, 2)])
def test_stopped_and_resumed(
    reports: Path, undisturbed: object, tmp_path: Path, number: int, jobs: int
) -> None:
    """Ctrl-C and SIGTERM, sent to all processes of the run: told in words, by the exit code, and resumed."""
    out = tmp_path / "coded"
    process = start(reports, "-o", out, "-j", jobs)
    wait_for(out, 2)
    os.killpg(process.pid, number)
    said = process.communicate(timeout=60)[1]
    held = kept(out)
    again = start(reports, "-o", out, "-j", jobs)
    said_again = again.communicate()[1]

    assert process.returncode == 128 + number
    assert "stopping: the reports under way are finished first" in said
    assert f"stopped: {held - 1} coded, 1 refused; they are kept, and the same command goes on" in said
    assert "Traceback" not in said
    assert 0 < held < COUNT
    assert again.returncode == 1
    assert f"{COUNT - held} coded, {held - 1} by an earlier run, 1 refused" in said_again
    assert rows(out) == undisturbed


def test_stopped_twice(reports: Path, tmp_path: Path) -> None:
    """The second signal ends the process at once; what had been coded is kept all the same."""
    out = tmp_path / "coded"
    process = start(reports, "-o", out, "-j", 2)
    wait_for(out, 1)
    for _ in range(2):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.05)  # two signals at once are one
    said = process.communicate(timeout=60)[1]

    assert process.returncode == 130
    assert "Traceback" not in said
    assert kept(out) > 0


def test_killed_again_and_again(reports: Path, undisturbed: object, tmp_path: Path) -> None:
    """Killed without warning at any time, each run keeps what the last one had, and the tables are the same."""
    out, held = tmp_path / "coded", [0]
    for _ in range(2):
        process = start(reports, "-o", out, "-j", 1)
        wait_for(out, len(shards(out)) + 1)
        time.sleep(0.3)
        process.kill()
        process.communicate()
        held.append(kept(out))
    last = start(reports, "-o", out, "-j", 1)
    last.communicate()

    assert held == sorted(set(held))
    assert last.returncode == 1
    assert rows(out) == undisturbed


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("records.jsonl", "is not written, for it is whole or absent. With -o FOLDER"),
        (None, "they are printed"),
    ],
)
def test_records_that_are_stopped(reports: Path, tmp_path: Path, output: str | None, said: str) -> None:
    """A file of records is whole or absent, and no half one is left; printed records end with a whole line."""
    process = start(reports, *(("-o", tmp_path / output) if output else ("--json",)), "-j", 1)
    if output is None:
        assert select.select([process.stdout], [], [], 120)[
            0
        ]  # it prints; reading here would take from what follows
    else:
        while not list(tmp_path.iterdir()):
            time.sleep(0.05)
    process.terminate()
    printed, told = process.communicate()

    assert process.returncode == 143
    assert said in told
    assert list(tmp_path.iterdir()) == []
    assert all(json.loads(line) for line in printed.splitlines())
