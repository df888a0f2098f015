"""What cannot be done is told in one line that names the thing, says what was found, and what to do."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.errors import UsageError
from tests.contracts.test_cli import REPORT

run = CliRunner()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a report, a file of notes, and a folder; /proc is one that nobody can write to."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(REPORT, "utf-8")
    Path("notes.md").write_text("notes", "utf-8")
    Path("folder").mkdir()
    return tmp_path


def told(done: Result) -> str:
    """The message of a usage error."""
    assert isinstance(done.exception, UsageError), done.output
    return str(done.exception)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("code report.txt -o /proc/out", "-o /proc/out: it cannot be written: "),
        ("code report.txt -o /proc/out.csv", "-o /proc/out.csv: it cannot be written: "),
        ("code report.txt -o /proc/out.jsonl", "-o /proc/out.jsonl: it cannot be written: "),
        ("code report.txt -o notes.md/out", "-o notes.md/out: it cannot be written: not a directory"),
        ("dossier report.txt -o /proc/out.html", "-o /proc/out.html: it cannot be written: "),
        (
            "dossier report.txt -o notes.md",
            "-o notes.md: it is a file. Name a folder, or a page that ends in .html.",
        ),
        (
            "add report.txt --ledger notes.md",
            "--ledger notes.md: it is no ledger, but another file. Name one",
        ),
        ("add report.txt --ledger folder", "--ledger folder: it is a folder. Name the ledger's file."),
        ("claims --ledger notes.md", "--ledger notes.md: it is no ledger, but another file."),
        ("claims --ledger folder", "--ledger folder: it is a folder."),
        ("claims --country Mali", "--country Mali: give a country's code of three letters"),
    ],
)
def test_places_that_will_not_do(here: Path, command: str, said: str) -> None:
    """Output that cannot be written and ledgers that are none: never a traceback."""
    assert told(run.invoke(app, command.split())).startswith(said)


@pytest.mark.parametrize(("name", "text"), [("rows.csv", "date,text\n"), ("rows.json", "[]")])
def test_a_file_without_reports(here: Path, name: str, text: str) -> None:
    """A table without rows is refused by name; it is not passed over in silence."""
    Path(name).write_text(text, "utf-8")
    done = run.invoke(app, ["code", name])

    assert done.exit_code == 1
    assert f"refused: {name}: it holds no reports" in done.stderr


def test_dates_that_are_none(here: Path) -> None:
    """Where reports have no date, a line says how many, and why the first has none."""
    Path("rows.csv").write_text('date,text\n32 Foo,"The army left Gao on Monday, police said."\n', "utf-8")
    done = run.invoke(app, ["code", "rows.csv"])

    assert done.exit_code == 0
    assert "1 of 1 have no publication date, such as " in done.stderr
    assert "'32 Foo' is in no form known here: write it as YYYY-MM-DD" in done.stderr


def test_no_claim_matches(here: Path) -> None:
    """A question without an answer says so, and how much was read."""
    run.invoke(app, ["add", "report.txt", "--ledger", "l.duckdb"])
    done = run.invoke(app, ["claims", "--ledger", "l.duckdb", "--country", "FJI"])

    assert done.stdout == "No claim matches. Read: 1 report of 1 publisher.\n"
