"""What the commands on a ledger share: the option that names it, opening it, and printing rows."""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from sayso.cli.safe import cell
from sayso.ledger.store import reader

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Ledger = Annotated[Path, typer.Option("--ledger", help="The ledger's file.", envvar="SAYSO_LEDGER")]
Json = Annotated[bool, typer.Option("--json", help="JSON, for scripts.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV, for scripts.")]
By = Annotated[str, typer.Option(help="Who decides; default: the user of this machine.", envvar="USER")]
DEFAULT = Path("ledger.duckdb")


@contextmanager
def opened(ledger: Path) -> Iterator["DuckDBPyConnection"]:
    """The ledger to read; says so on standard error where it is a snapshot."""
    with reader(ledger) as (db, snapshot):
        if snapshot is not None:
            moment = snapshot.strftime("%Y-%m-%d %H:%M:%S UTC")
            typer.secho(f"A writer is at work: this is the ledger as of {moment}.", fg="yellow", err=True)
        yield db


def print_json(what: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(what, enc_hook=str), indent=2).decode() + "\n")


def print_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """CSV on standard output; lists joined by ";", and cells that a spreadsheet would run set in quotes."""
    out = io.StringIO()
    writing = csv.writer(out, lineterminator="\n")
    writing.writerow(columns)
    writing.writerows([[_csv_cell(value) for value in row] for row in rows])
    sys.stdout.write(out.getvalue())


def _csv_cell(value: Any) -> str:
    text = "" if value is None else ";".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _number(text) else text


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], *, wide: int | None = None) -> None:
    """A table in the terminal; `wide` is the column that takes the room.

    A table that the terminal is too narrow for is shown row by row, a line for each column.
    """
    console = Console()
    if wide is None and _needed(columns, rows) > console.width:
        _print_records(columns, rows, console)
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=wide is not None)
    for number, column in enumerate(columns):
        if number == wide:
            table.add_column(cell(column), ratio=1, min_width=28)
        else:
            table.add_column(cell(column), overflow="fold", max_width=None if wide is None else 14)
    for row in rows:
        table.add_row(*(cell(_plain(value), width=300) for value in row))
    console.print(table)


def _needed(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> int:
    """The width at which no column breaks its head or a word, and none of running text is narrower than a phrase."""
    widths = [len(column) for column in columns]
    for row in rows:
        for at, value in enumerate(row):
            words = _plain(value).split() or [""]
            widths[at] = max(widths[at], *(min(len(word), 24) for word in words), min(len(_plain(value)), 16))
    return sum(widths) + 2 * len(widths)


def _print_records(columns: Sequence[str], rows: Sequence[Sequence[Any]], console: Console) -> None:
    for number, row in enumerate(rows, 1):
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for column, value in zip(columns, row, strict=True):
            table.add_row(cell(column), cell(_plain(value), width=600))
        console.rule(f"{number} of {len(rows)}", align="left", style="dim")
        console.print(table)


def _plain(value: Any) -> str:
    return "–" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
