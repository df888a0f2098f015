"""`sayso code`: reports -> records, tables, or a view in the terminal."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import options as o
from sayso.cli.progress import Tally, watch
from sayso.cli.view import show
from sayso.errors import UsageError
from sayso.pipeline.many import Outcome, code_all, once
from sayso.pipeline.shards import code_to_file, code_to_folder
from sayso.publish.jsonl import encode
from sayso.publish.no_text import without_text
from sayso.records.coded import CodedReport


class Tables(StrEnum):
    """The form of the tables that -o writes."""

    PARQUET = "parquet"
    CSV = "csv"


_OUTPUT = (
    "Write tables to this folder, the events to this .parquet or .csv file, or records to this .jsonl file."
)


@o.takes_given
def code(
    paths: o.Paths,
    given: o.Given,
    output: Annotated[Path | None, typer.Option("-o", "--output", help=_OUTPUT)] = None,
    json: Annotated[bool, typer.Option("--json", help="Print records, one JSON object a line.")] = False,
    tables: Annotated[Tables, typer.Option(help="The form of the tables.")] = Tables.PARQUET,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave report text and quotations out.")] = False,
) -> None:
    """Code reports: attributed statements, PLOVER events, and how sure the text is of each.

    Reads text, Markdown, HTML, CSV, JSONL, Parquet, .eml and ninjs. Run again with the same -o folder or table, it
    goes on where it stopped.

    [bold]Examples[/]

        sayso code report.txt --published 2024-11-30 --publisher "Al Jazeera"

        sayso code articles.csv --text-column body --date-column day -o coded/

        sayso code saved-pages/ -o events.parquet

        sayso code saved-pages/ --json > records.jsonl
    """
    tally, errors = Tally(), Console(stderr=True)
    if output is None or output.suffix == ".jsonl":
        articles = once(given.articles(paths))
        coded = watch(code_all(articles, given.settings(), workers=given.jobs), tally, errors)
        _write(_stripped(coded) if no_text else coded, output, json)
    else:
        _to_tables(paths, given, output, tables, no_text, tally, errors)
    raise typer.Exit(tally.exit_code())


def _to_tables(
    paths: Iterable[str],
    given: o.Given,
    output: Path,
    tables: Tables,
    no_text: bool,
    tally: Tally,
    errors: Console,
) -> None:
    one = output.suffix in (".parquet", ".csv") and not output.is_dir()
    if one:
        _check_parent(output)
    elif output.exists() and not output.is_dir():
        raise UsageError(
            f"-o {output}: it is a file. Name a folder for tables, or a file that ends in .parquet, .csv or .jsonl."
        )
    write, form = (code_to_file, output.suffix[1:]) if one else (code_to_folder, tables.value)
    outcomes = write(
        once(given.articles(paths)), given.settings(), output, form=form, text=not no_text, workers=given.jobs
    )
    for _ in watch(outcomes, tally, errors):
        pass
    earlier = f", {tally.resumed} by an earlier run" if tally.resumed else ""
    errors.print(
        f"{tally.coded} coded{earlier}, {tally.refused} refused; {tally.speed()}; "
        f"{'events' if one else 'tables'} in {output}",
        markup=False,
        highlight=False,
    )


def _stripped(outcomes: Iterable[Outcome]) -> Iterable[Outcome]:
    return (without_text(one) if isinstance(one, CodedReport) else one for one in outcomes)


def _write(outcomes: Iterable[Outcome], output: Path | None, json: bool) -> None:
    if output is not None:
        _to_file(outcomes, output)
        return
    console = Console()
    for outcome in outcomes:
        if not isinstance(outcome, CodedReport):
            continue
        if json:
            sys.stdout.buffer.write(encode(outcome))
            sys.stdout.buffer.flush()
        else:
            show(outcome, console)


def _to_file(outcomes: Iterable[Outcome], output: Path) -> None:
    """Write to a temporary file beside `output`, then rename: whole or absent."""
    _check_parent(output)
    waiting = output.with_name(f".{output.name}.tmp")
    with waiting.open("wb") as file:
        for outcome in outcomes:
            if isinstance(outcome, CodedReport):
                file.write(encode(outcome))
    waiting.replace(output)


def _check_parent(output: Path) -> None:
    if not output.parent.is_dir():
        raise UsageError(f"-o {output}: there is no folder {output.parent}")
