"""The commands on a ledger, as scripts call them."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.publish.jsonl import encode
from tests.ledger.made import coded_report, distinct

Make = Callable[[str], Path]
RUN = CliRunner()
FIGURE = "12 to 31 killed (best 31)"


def test_add_coded_records(tmp_path: Path) -> None:
    """JSON lines of coded records are added; a line that is none is refused, and the rest goes in."""
    records = tmp_path / "records.jsonl"
    records.write_bytes(encode(distinct(1)) + b"{}\n" + encode(distinct(2)))
    ledger = tmp_path / "l.duckdb"

    result = RUN.invoke(app, ["add", str(records), "--ledger", str(ledger)])

    assert result.exit_code == 1
    assert "2 added, 1 refused" in result.output
    assert "records.jsonl, line 2" in result.output


def test_add_reports_and_resume(tmp_path: Path) -> None:
    """Reports are coded and added; known ones are not coded again."""
    report = tmp_path / "report.txt"
    report.write_text("Mali expelled the French ambassador on Monday, the foreign ministry said.")
    arguments = [
        "add",
        str(report),
        "--ledger",
        str(tmp_path / "l.duckdb"),
        "--published",
        "2022-02-01",
        "-j",
        "1",
    ]

    first, second = RUN.invoke(app, arguments), RUN.invoke(app, arguments)

    assert "1 added" in first.output
    assert "1 known already" in second.output


def test_claims_why_diff(scenario: Make) -> None:
    """JSON and CSV for scripts; words for people."""
    ledger = ["--ledger", str(scenario("denial"))]

    listed = json.loads(RUN.invoke(app, ["claims", "--json", *ledger]).stdout)
    rows = list(csv.DictReader(io.StringIO(RUN.invoke(app, ["claims", "--csv", *ledger]).stdout)))
    told = RUN.invoke(app, ["why", "c1.0", *ledger]).output
    changed = RUN.invoke(app, ["diff", "--since", "2020-01-01", "--csv", *ledger]).stdout

    assert [row["standing"] for row in listed] == ["disputed", "self-reported"]
    assert [
        row["disputed_with"]
        for row in json.loads(
            RUN.invoke(
                app, ["sql", "SELECT disputed_with FROM claims ORDER BY claim", "--json", *ledger]
            ).stdout
        )
    ] == [["Sylvanian foreign ministry"], []]
    assert [row["claim_id"] for row in rows] == ["c1.0", "c3.0"]
    assert "Freedonia against Sylvanian foreign ministry" in told
    assert changed.startswith("change,claim_id,standing,who")


def test_a_report_without_a_date(tmp_path: Path) -> None:
    """Where a report has no date, `why` says so in words."""
    text = "Gunmen attacked the mill, villagers said."
    event = {"type": "ASSAULT", "actors": ["Gunmen"], "say_so": ["villagers"], "counts": {"killed": 2}}
    undated = {"id": "mill", "publisher": "The Lantern", "text": text, "events": [event]}
    records, ledger = tmp_path / "records.jsonl", tmp_path / "l.duckdb"
    records.write_bytes(encode(coded_report(undated, {}, {})))
    RUN.invoke(app, ["add", str(records), "--ledger", str(ledger)])

    told = RUN.invoke(app, ["why", "c1.0", "--ledger", str(ledger)]).output

    assert "no date The Lantern" in told
    assert "Its reports have no date" in told
    assert "None" not in told


def test_figures_in_words(scenario: Make, tmp_path: Path) -> None:
    """A toll that rose is told from the lowest to the highest, with the best, alike in list, tree and page."""
    ledger, page = ["--ledger", str(scenario("rising_toll"))], tmp_path / "claim.html"

    listed = RUN.invoke(app, ["claims", *ledger]).output
    told = RUN.invoke(app, ["why", "c1.0", *ledger]).output
    RUN.invoke(app, ["dossier", "--claim", "c1.0", *ledger, "-o", str(page)])

    assert FIGURE in listed
    assert FIGURE in " ".join(told.split())
    assert FIGURE in page.read_text("utf-8")


def test_pages(scenario: Make, tmp_path: Path) -> None:
    """A claim and a story become pages that need no network."""
    page = tmp_path / "claim.html"

    RUN.invoke(
        app, ["dossier", "--claim", "c1.0", "--ledger", str(scenario("distorted_copy")), "-o", str(page)]
    )
    words = page.read_text("utf-8")

    assert "another number: no support" in words
    assert "http://" not in words
    assert "https://" not in words


def test_merge_on_the_command_line(scenario: Make) -> None:
    """A person's merge is told with its number, by which it is withdrawn."""
    ledger = ["--ledger", str(scenario("neighbouring_days"))]

    merged = RUN.invoke(app, ["merge", "c2.0", "c1.0", "--by", "Ann", "--why", "test", *ledger])
    number = re.findall(r"decisions? (\d+)", merged.output)[0]
    undone = RUN.invoke(app, ["merge", "--undo", number, "--by", "Bob", *ledger])

    assert merged.exit_code == undone.exit_code == 0
    assert f"decision {number} withdrawn by Bob" in undone.output


def test_questions_load_no_parser() -> None:
    """Asking a ledger loads neither spaCy nor a model, so that it answers at once."""
    loaded = "import sys, sayso.cli.main; print('spacy' in sys.modules or 'onnxruntime' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)

    assert told.stdout == "False\n"


def test_an_actor_who_is_not_quoted_is_told(scenario: Make) -> None:
    """No quotation is an answer, not silence."""
    asked = RUN.invoke(app, ["quotes", "Nobody At All", "--ledger", str(scenario("neighbouring_days"))])

    assert asked.exit_code == 0
    assert "nobody called 'Nobody At All' is quoted" in asked.stderr
