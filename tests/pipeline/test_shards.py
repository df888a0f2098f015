"""Tables in shards: whole or absent, resumed after a kill, never mistaken for those of other settings."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from sayso.errors import UsageError
from sayso.pipeline import shards
from sayso.pipeline.shards import Resumed, code_to_folder
from sayso.read.options import Options
from sayso.read.text import from_text
from sayso.records.coded import CodedReport, Refusal
from sayso.records.report import Article
from sayso.records.settings import Settings

TABLES = ("reports", "statements", "events", "actors", "places", "dyads", "refusals")
REFUSED = Refusal(stage="read", what="b.pdf", why="it is a PDF")

SLOW_RUN = """
import sys, time
from pathlib import Path
from sayso.pipeline import shards
from sayso.records.settings import Settings
from tests.pipeline.test_shards import articles
shards.SHARD = 2
for outcome in shards.code_to_folder(articles(40), Settings(), Path(sys.argv[1]), form="parquet", text=True, workers=1):
    print("one", flush=True)
    time.sleep(0.05)
"""


def articles(count: int) -> list[Article]:
    """Invented one-sentence reports, each different."""
    text = "The army attacked town number {} on Monday, killing {} people, police said."
    return [
        from_text(text.format(n, n + 2), Options.of(published="2024-11-30", id=f"r{n}")) for n in range(count)
    ]


def _rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: duckdb.sql(f"SELECT * FROM '{folder}/{table}.parquet'").fetchall() for table in TABLES}


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD", 2)


def test_a_run_that_was_killed_goes_on_where_it_stood(tmp_path: Path) -> None:
    """Killed without warning, no shard is half there; the next run codes the rest and ends with the same tables."""
    killed, undisturbed = tmp_path / "killed", tmp_path / "undisturbed"
    process = subprocess.Popen([sys.executable, "-c", SLOW_RUN, str(killed)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(5):
        process.stdout.readline()
    time.sleep(0.07)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    whole = [folder for folder in (killed / "shards").iterdir() if not folder.name.startswith(".")]
    first = list(code_to_folder(articles(40), Settings(), killed, form="parquet", text=True, workers=1))
    list(code_to_folder(articles(40), Settings(), undisturbed, form="parquet", text=True, workers=1))

    assert all((folder / "manifest.json").exists() for folder in whole)
    assert 0 < sum(isinstance(one, Resumed) for one in first) == len(whole) < 20
    assert _rows(killed) == _rows(undisturbed)


def test_the_first_shards_are_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is stopped after a few reports has them on disk: shards grow from four on."""
    monkeypatch.setattr(shards, "SHARD", 64)
    run = code_to_folder(articles(14), Settings(), tmp_path, form="parquet", text=True, workers=1)
    for _ in range(5):
        next(run)
    run.close()
    again = list(code_to_folder(articles(14), Settings(), tmp_path, form="parquet", text=True, workers=1))

    assert again[:2] == [Resumed(coded=4, refusals=()), Resumed(coded=8, refusals=())]
    assert [type(one) for one in again[2:]] == [CodedReport] * 2


def test_a_shard_is_written_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where reports come slowly, a shard does not wait until it is full; its outcomes are told once it is there."""
    monkeypatch.setattr(shards, "EVERY", 0.0)
    run = code_to_folder(articles(3), Settings(), tmp_path, form="parquet", text=True, workers=1)
    next(run)
    run.close()

    assert len(list((tmp_path / "shards").glob("*/manifest.json"))) == 1


def test_reports_added_among_those_that_are_done(tmp_path: Path) -> None:
    """Only what is new is coded; the tables keep the order of the input, and no report is lost or doubled."""
    one, two, three, four, *more = articles(8)
    list(
        code_to_folder([two, three, four, *more], Settings(), tmp_path, form="parquet", text=True, workers=1)
    )
    again = [one, two, three, REFUSED, four, *more]
    outcomes = list(code_to_folder(again, Settings(), tmp_path, form="parquet", text=True, workers=1))
    ids = duckdb.sql(f"SELECT report_id FROM '{tmp_path}/reports.parquet'").fetchall()

    assert [type(outcome) for outcome in outcomes[:3]] == [CodedReport, Resumed, Refusal]
    assert sum(isinstance(outcome, CodedReport) for outcome in outcomes) == 1
    assert ids == [(f"r{n}",) for n in range(8)]


def test_an_error_in_the_input_costs_nothing_that_is_coded(tmp_path: Path) -> None:
    """What came before the error is kept in a shard."""

    def given() -> Iterator[Article]:
        yield from articles(33)  # more than are read ahead
        raise UsageError("a column that is not there")

    with pytest.raises(UsageError):
        list(code_to_folder(given(), Settings(), tmp_path, form="parquet", text=True, workers=1))
    again = code_to_folder(articles(33), Settings(), tmp_path, form="parquet", text=True, workers=1)

    assert sum(outcome.coded for outcome in again if isinstance(outcome, Resumed)) == 32


def test_a_finished_shard_is_not_coded_again(tmp_path: Path) -> None:
    """The second run of the same input gives its shards as resumed, with their counts and refusals."""
    given = [*articles(2), REFUSED]
    first = list(code_to_folder(given, Settings(), tmp_path, form="csv", text=True, workers=1))
    second = list(code_to_folder(given, Settings(), tmp_path, form="csv", text=True, workers=1))

    assert [type(one) for one in first] == [CodedReport, CodedReport, Refusal]
    assert second == [Resumed(coded=2, refusals=()), Resumed(coded=0, refusals=(REFUSED,))]


def test_other_settings_are_another_run(tmp_path: Path) -> None:
    """With text left out, nothing of the run with text is taken over."""
    list(code_to_folder(articles(2), Settings(), tmp_path, form="parquet", text=True, workers=1))
    again = list(code_to_folder(articles(2), Settings(), tmp_path, form="parquet", text=False, workers=1))

    assert [type(one) for one in again] == [CodedReport, CodedReport]
