"""A coding worker killed while it codes a report, as the kernel does where memory runs out: one refusal, no more."""

import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.ledger.store import reader
from sayso.pipeline import many
from sayso.records.coded import CodedReport, Refusal
from sayso.records.report import Article
from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Encoded, Parsed, Resolved
from sayso.resolve.stage import Resolve

COUNT, DEADLY = 4, 1
WHY = "the process that coded it died, twice"
OTHERS = {f"r{number}" for number in range(COUNT) if number != DEADLY}


def _code_and_die(settings: Settings, batch: Sequence[Article | Refusal]) -> list[CodedReport | Refusal]:
    """What a worker does, the whole pipeline, until it is in the midst of one report."""
    resolve = Resolve.__call__

    def deadly(stage: Resolve, parsed: Parsed, attributed: Attributed, encoded: Encoded) -> Resolved:
        if parsed.report.id == f"r{DEADLY}":
            os.kill(os.getpid(), signal.SIGKILL)
        return resolve(stage, parsed, attributed, encoded)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Resolve, "__call__", deadly)
        return many._code(settings, batch)  # in the worker this is the real one


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file of four invented reports, of which one kills the worker that codes it."""
    monkeypatch.setattr(many, "_code", _code_and_die)
    monkeypatch.setattr(many, "BATCH", 2)
    monkeypatch.setattr(many, "ALONE", 2)
    file = tmp_path / "reports.jsonl"
    text = "The army attacked town number {} on Monday, killing {} people, police said."
    rows = [{"id": f"r{n}", "date": "2024-11-30", "text": text.format(n, n + 2)} for n in range(COUNT)]
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return str(file)


def test_code_goes_on(reports: str, tmp_path: Path) -> None:
    """`code -o` writes the tables of all other reports, and the refusal with its reason."""
    result = CliRunner().invoke(app, ["code", reports, "-j", "2", "-o", str(tmp_path)])
    ids = {id for (id,) in duckdb.sql(f"SELECT report_id FROM '{tmp_path}/reports.parquet'").fetchall()}
    refusals = duckdb.sql(f"SELECT stage, what, why FROM '{tmp_path}/refusals.parquet'").fetchall()

    assert result.exit_code == 1
    assert f"refused: r{DEADLY}: {WHY}" in result.output
    assert ids == OTHERS
    assert refusals == [("run", f"r{DEADLY}", WHY)]


def test_add_goes_on(reports: str, tmp_path: Path) -> None:
    """`add` brings all other reports into the ledger, and keeps the refusal with its reason."""
    ledger = tmp_path / "l.duckdb"
    result = CliRunner().invoke(app, ["add", reports, "-j", "2", "--ledger", str(ledger)])
    with reader(ledger) as (db, _):
        ids = {id for (id,) in db.execute("SELECT report_id FROM reports").fetchall()}
        events = db.execute("SELECT count(DISTINCT report) FROM events").fetchone()
        refusals = db.execute("SELECT stage, what, why FROM refusals").fetchall()

    assert result.exit_code == 1
    assert "3 added, 1 refused" in result.output
    assert ids == OTHERS
    assert events == (3,)
    assert refusals == [("run", f"r{DEADLY}", WHY)]
