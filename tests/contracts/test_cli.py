"""The command line: what it prints, what it writes, and the exit codes that scripts rely on."""

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import msgspec
import pytest
from typer.testing import CliRunner

from sayso.cli import score
from sayso.cli.main import app
from sayso.records.coded import CodedReport

COMMANDS = (
    "code",
    "dossier",
    "add",
    "claims",
    "why",
    "diff",
    "quotes",
    "sql",
    "merge",
    "split",
    "schema",
    "doctor",
    "score",
)
GOLD = tuple(one.name or one.callback.__name__ for one in score.app.registered_commands if one.callback)
REPORT = "Army denies raid\n\nThe Malian army denied on Monday that it had attacked the town of Gao, its spokesman said.\n"

run = CliRunner()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A short report in a file."""
    file = tmp_path / "report.txt"
    file.write_text(REPORT, "utf-8")
    return file


@pytest.mark.parametrize("command", ["", *COMMANDS, *(f"score {gold}" for gold in GOLD)])
def test_help_has_an_example_and_fits(command: str) -> None:
    """Each help shows how the command is called, and no line is wider than the terminal, nor cut."""
    done = run.invoke(app, [*command.split(), "--help"], env={"COLUMNS": "80"}, terminal_width=80)
    shown = done.stdout.split("Example", 1)[1]

    assert done.exit_code == 0
    assert f" sayso {command}".rstrip() in shown
    assert max(len(line.rstrip()) for line in done.stdout.splitlines()) <= 80
    assert "…" not in done.stdout


def test_jsonl_is_one_record_a_line_and_nothing_else(report: Path) -> None:
    """Standard output holds the record as the contract has it; it can be read back whole."""
    command = [
        "code",
        str(report),
        "--json",
        "--published",
        "2024-11-30",
        "--publisher",
        "The Daily",
    ]

    done = run.invoke(app, command)
    lines = done.stdout.splitlines()
    record = msgspec.json.decode(lines[0], type=CodedReport)

    assert (done.exit_code, len(lines)) == (0, 1)
    assert (str(record.report.published), record.actors[0].name) == ("2024-11-30", "The Daily")


def test_same_input_gives_the_same_bytes(report: Path) -> None:
    """Two processes, with different hash seeds, write the same bytes."""
    command = [sys.executable, "-m", "sayso", "code", str(report), "--json"]

    outputs = [
        subprocess.run(
            command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}
        ).stdout
        for seed in ("1", "2")
    ]

    assert outputs[0] == outputs[1] != b""


def test_one_bad_file_costs_one_refusal(tmp_path: Path) -> None:
    """A PDF among the files is refused by name on standard error; the others are coded; the exit code is 1."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(REPORT.replace("Gao", f"Gao{number}"), "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")

    done = run.invoke(app, ["code", str(tmp_path), "--json"])

    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 3)
    assert "bad.txt" in done.stderr
    assert "PDF" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["code", "-", "--published", "2024-02-31"], "2024-02-31"),
        (["code", "-", "--actors", "no-such.tsv"], "no-such.tsv"),
        (["code", "-", "--model", "no_such_model"], "no_such_model"),
    ],
)
def test_usage_errors_exit_with_2_and_name_the_thing(arguments: list[str], said: str) -> None:
    """What cannot be done as asked is one line on standard error."""
    command = [sys.executable, "-m", "sayso", *arguments]

    done = subprocess.run(command, capture_output=True, text=True, input=REPORT)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_is_refused_by_name() -> None:
    """A path that leads nowhere is named on standard error; the exit code says that something was refused."""
    done = run.invoke(app, ["code", "no-such-file.txt", "--json"])

    assert (done.exit_code, done.stdout) == (1, "")
    assert "no-such-file.txt" in done.stderr


def test_tables_are_written_and_a_second_run_codes_nothing(report: Path, tmp_path: Path) -> None:
    """-o DIR writes the tables; the same run again finds its shard finished and leaves the same tables."""
    out = tmp_path / "out"
    command = ["code", str(report), "-o", str(out), "--published", "2024-11-30"]

    first = run.invoke(app, command)
    before = duckdb.sql(f"SELECT * FROM '{out}/events.parquet'").fetchall()
    shards = [(file, file.stat().st_mtime_ns) for file in sorted((out / "shards").rglob("*.parquet"))]
    second = run.invoke(app, command)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert shards == [(file, file.stat().st_mtime_ns) for file in sorted((out / "shards").rglob("*.parquet"))]
    assert before == duckdb.sql(f"SELECT * FROM '{out}/events.parquet'").fetchall() != []


def test_csv_tables(report: Path, tmp_path: Path) -> None:
    """--tables csv writes one CSV a table, whole."""
    done = run.invoke(app, ["code", str(report), "-o", str(tmp_path / "out"), "--tables", "csv"])

    written = {file.name for file in (tmp_path / "out").glob("*.csv")}

    assert done.exit_code == 0
    assert written == {
        f"{t}.csv" for t in ("reports", "statements", "events", "actors", "places", "dyads", "refusals")
    }


@pytest.mark.parametrize("name", ["events.parquet", "told.csv"])
def test_one_file_of_events(report: Path, tmp_path: Path, name: str) -> None:
    """A file of Parquet or CSV is the table of events, and nothing is left beside it."""
    out = tmp_path / "out"
    out.mkdir()
    done = run.invoke(app, ["code", str(report), "-o", str(out / name)])
    told = duckdb.sql(f"SELECT type, say_so FROM '{out / name}'").fetchall()

    assert (done.exit_code, [file.name for file in out.iterdir()]) == (0, [name])
    assert len(told) > 0
    assert "reports a second" in done.stderr


def test_no_text_leaves_the_words_out(report: Path, tmp_path: Path) -> None:
    """With --no-text neither records nor tables hold the report's words; spans stay."""
    done = run.invoke(app, ["code", str(report), "--json", "--no-text"])
    run.invoke(app, ["code", str(report), "-o", str(tmp_path / "out"), "--tables", "csv", "--no-text"])

    record = json.loads(done.stdout)
    tables = "".join(file.read_text("utf-8") for file in (tmp_path / "out").glob("*.csv"))

    assert "attacked" not in done.stdout
    assert "attacked" not in tables
    assert record["statements"][0]["content"]["spans"]


def test_the_view_shows_markup_and_control_characters_as_text(tmp_path: Path) -> None:
    """A report cannot colour the screen, move the cursor or close a tag of the view."""
    file = tmp_path / "odd.txt"
    file.write_text(
        "[bold red]Army[/] \x1b[31mdenies\x1b[0m raid\n\nThe [link=x]army[/] said it \x07left Gao.\n", "utf-8"
    )

    done = run.invoke(app, ["code", str(file)])

    assert done.exit_code == 0
    assert "[bold red]Army[/]" in done.stdout
    assert not set(done.stdout) & set("\x1b\x07")


def test_a_dossier_is_written_whole(report: Path, tmp_path: Path) -> None:
    """`sayso dossier` leaves one page and no temporary file."""
    done = run.invoke(app, ["dossier", str(report), "-o", str(tmp_path / "page.html")])

    assert done.exit_code == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["page.html", "report.txt"]


def test_doctor_says_that_all_is_well() -> None:
    """The smoke test codes a sentence, and every check holds."""
    done = run.invoke(app, ["doctor", "--json"])

    assert (done.exit_code, [check for check in json.loads(done.stdout) if not check["well"]]) == (0, [])


def test_a_source_that_no_word_names_is_not_the_one_around_it(tmp_path: Path) -> None:
    """Who denies reports of a thing does not say it, nor does the publisher say what "is believed"."""
    file = tmp_path / "report.txt"
    file.write_text(
        "The ministry denied reports of weapons shipments. It is believed that the pipe was cut.\n", "utf-8"
    )

    shown = run.invoke(app, ["code", str(file)], env={"COLUMNS": "200"}).stdout.splitlines()

    assert any(
        "ministry ← not named" in line and line.rstrip().endswith("weapons shipments") for line in shown
    )
    assert any(line.strip().startswith("not named") and "the pipe was cut" in line for line in shown)
