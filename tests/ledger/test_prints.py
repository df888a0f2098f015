"""Two outlets' prints of one text, from files to tables and ledger: two reports, one of them a copy."""

from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from sayso.cli.main import app

RUN = CliRunner()
STORY = (
    "Rebels attacked a market in Timbuktu on Monday, killing 12 people, the Malian army said. The road to the "
    "capital was closed to traffic for most of the day, and shopkeepers stayed at home."
)
FLASH = "Rebels attacked a market in Timbuktu on Monday, the Malian army said."


def _prints(folder: Path, text: str) -> str:
    """A table with the text as two outlets print it, and a third row that is the first one again."""
    file = folder / "prints.csv"
    rows = ("The Lantern", "Radio Nowhere", "The Lantern")
    file.write_text(
        "text,publisher,date\n" + "".join(f'"{text}",{outlet},2024-03-05\n' for outlet in rows), "utf-8"
    )
    return str(file)


def test_two_prints_in_the_tables(tmp_path: Path) -> None:
    """Both are coded, under ids of their own; the row that is there twice is refused by name."""
    file, folder = _prints(tmp_path, STORY), tmp_path / "coded"

    done = RUN.invoke(app, ["code", file, "-o", str(folder), "-j", "1"])
    reports = duckdb.sql(f"SELECT report_id, publisher FROM '{folder}/reports.parquet'").fetchall()
    events = duckdb.sql(
        f"SELECT count(*), count(DISTINCT event_id) FROM '{folder}/events.parquet'"
    ).fetchall()

    assert "2 coded, 1 refused" in done.stderr.replace("\n", " ")
    assert "row 1," in done.stderr.replace("\n", " ")
    assert sorted(publisher for _, publisher in reports) == ["Radio Nowhere", "The Lantern"]
    assert len({id for id, _ in reports}) == 2
    assert events[0][0] == events[0][1] > 1


@pytest.mark.parametrize("text", [STORY, FLASH], ids=["story", "flash"])
def test_two_prints_in_the_ledger(tmp_path: Path, text: str) -> None:
    """One claim of two reports, the second a copy, with one origin; the row that is there twice changes nothing."""
    path = tmp_path / "l.duckdb"

    RUN.invoke(app, ["add", _prints(tmp_path, text), "--ledger", str(path), "-j", "1"])
    with duckdb.connect(str(path), read_only=True) as db:
        claims = db.execute("SELECT n_reports, n_copies, n_origins FROM claims").fetchall()
        copies = db.execute("SELECT report, original FROM copies").fetchall()

    assert set(claims) == {(2, 1, 1)}
    assert copies == [(2, 1)]
