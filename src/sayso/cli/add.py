"""`sayso add`: reports, or records of `sayso code`, into a ledger."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer
from rich.console import Console

from sayso.cli import options as o
from sayso.cli.ledger_options import DEFAULT, Ledger
from sayso.cli.progress import Tally, watch
from sayso.cli.stopping import stoppable
from sayso.ledger.store import Snapshots, writer
from sayso.ledger.write import Added, add, known
from sayso.pipeline.batches import in_batches
from sayso.pipeline.many import Given, code_all
from sayso.publish.jsonl import decode
from sayso.records.coded import FORMAT, CodedReport, Refusal
from sayso.records.report import Article

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@o.takes_given
def add_reports(paths: o.Paths, given: o.Given, ledger: Ledger = DEFAULT) -> None:
    """Add reports to a ledger: claims, their origins, denials and copies over many reports.

    Takes what `sayso code` takes, and the JSONL that it writes. A report that is there changes nothing; an edited
    one becomes a new version. Stopped at any time, it goes on where it stood when run again.

    [bold]Examples[/]

        sayso add saved-pages/ --ledger sahel.duckdb

        sayso code articles.csv --json > records.jsonl && sayso add records.jsonl --ledger sahel.duckdb
    """
    settings = given.settings()
    records = [Path(path) for path in paths if _is_coded(path)]
    others = [path for path in paths if not _is_coded(path)]
    reports = given.articles(others)
    tally, counted, errors = Tally(), Counter[str](), Console(stderr=True)
    began = time.monotonic()
    with stoppable() as stop, writer(ledger) as db:
        snapshots = Snapshots(ledger, db)
        unknown = _fresh(db, reports, counted)
        fresh = code_all(unknown, settings, workers=given.jobs, stopped=stop) if others else ()
        decoded = takewhile(lambda _: not stop(), _decoded(records))
        for _ in watch(_told(add(db, chain(decoded, fresh)), counted, snapshots), tally, errors):
            pass
    _say(counted, ledger, time.monotonic() - began, errors)
    stop.leave(errors, "what was added is kept, and the same command goes on from there.")
    raise typer.Exit(tally.exit_code())


def _is_coded(path: str) -> bool:
    """Whether a path is a file of coded records."""
    file = Path(path)
    if file.suffix not in (".jsonl", ".ndjson") or not file.is_file():
        return False
    with file.open("rb") as lines:
        return FORMAT.encode() in lines.read(64)


def _decoded(files: Iterable[Path]) -> Iterator[CodedReport | Refusal]:
    for file in files:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield decode(line)
                except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
                    yield Refusal(
                        stage="read", what=f"{file.name}, line {number}", why=f"no coded report: {error}"
                    )


def _fresh(db: "DuckDBPyConnection", given: Iterable[Given], counted: Counter[str]) -> Iterator[Given]:
    """What the ledger does not have yet."""
    for batch in in_batches(given, 64):
        there = known(db, [one.report for one in batch if isinstance(one, Article)])
        for one in batch:
            if isinstance(one, Article) and (one.report.id, one.report.version) in there:
                counted["known"] += 1
            else:
                yield one


def _told(added: Iterable[Added], counted: Counter[str], snapshots: Snapshots) -> Iterator[Added | Refusal]:
    for one in added:
        counted[one.outcome] += 1
        yield one.refusal or one
        snapshots.due()


def _say(counted: Counter[str], ledger: Path, seconds: float, errors: Console) -> None:
    words = {"added": "added", "new version": "new versions", "known": "known already", "refused": "refused"}
    told = ", ".join(f"{counted[outcome]} {word}" for outcome, word in words.items() if counted[outcome])
    speed = f"{sum(counted.values()) / max(seconds, 0.001):.1f} reports a second"
    errors.print(f"{told or 'nothing to add'}; {speed}; ledger: {ledger}", markup=False, highlight=False)
