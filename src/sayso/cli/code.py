"""`sayso code`: reports -> records, tables, or a view in the terminal."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import options as o
from sayso.cli.output import writing
from sayso.cli.progress import Tally, watch
from sayso.cli.stopping import Stop, stoppable
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
    with writing(output), stoppable() as stop:
        if output is None or output.suffix == ".jsonl":
            articles = once(given.articles(paths))
            coded = code_all(articles, given.settings(), workers=given.jobs, stopped=stop)
            watched = watch(coded, tally, errors)
            _write(_stripped(watched) if no_text else watched, output, json, stop)
            stop.leave(errors, _kept(tally, output))
        else:
            _to_tables(paths, given, output, tables, no_text, tally, errors, stop)
    tally.say_undated(errors)
    raise typer.Exit(tally.exit_code())


def _to_tables(
    paths: Iterable[str],
    given: o.Given,
    output: Path,
    tables: Tables,
    no_text: bool,
    tally: Tally,
    errors: Console,
    stop: Stop,
) -> None:
    one = output.suffix in (".parquet", ".csv") and not output.is_dir()
    if one:
        _check_parent(output)
    elif output.exists() and not output.is_dir():
        raise UsageError(
            f"-o {output}: it is a file. Name a folder for tables, or a file that ends in .parquet, .csv or .jsonl."
        )
    write, form = (code_to_file, output.suffix[1:]) if one else (code_to_folder, tables.value)
    reports = once(given.articles(paths))
    outcomes = write(
        reports, given.settings(), output, form=form, text=not no_text, workers=given.jobs, stopped=stop
    )
    for _ in watch(outcomes, tally, errors):
        pass
    stop.leave(errors, f"{tally.counted()}; they are kept, and the same command goes on from there.")
    errors.print(
        f"{tally.counted()}; {tally.speed()}; {'events' if one else 'tables'} in {output}",
        markup=False,
        highlight=False,
    )


def _kept(tally: Tally, output: Path | None) -> str:
    """What is left of a run that was stopped and writes records."""
    if output is None:
        return f"{tally.counted()}; they are printed. With -o FOLDER a stopped run can go on."
    return f"{output} is not written, for it is whole or absent. With -o FOLDER a stopped run can go on."


def _stripped(outcomes: Iterable[Outcome]) -> Iterable[Outcome]:
    return (without_text(one) if isinstance(one, CodedReport) else one for one in outcomes)


def _write(outcomes: Iterable[Outcome], output: Path | None, json: bool, stop: Stop) -> None:
    if output is not None:
        _to_file(outcomes, output, stop)
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


def _to_file(outcomes: Iterable[Outcome], output: Path, stop: Stop) -> None:
    """Write to a temporary file beside `output`, then rename: whole or absent."""
    _check_parent(output)
    waiting = output.with_name(f".{output.name}.tmp")
    try:
        with waiting.open("wb") as file:
            for outcome in outcomes:
                if isinstance(outcome, CodedReport):
                    file.write(encode(outcome))
        if not stop():
            waiting.replace(output)
    finally:
        waiting.unlink(missing_ok=True)


def _check_parent(output: Path) -> None:
    if not output.parent.is_dir():
        raise UsageError(f"-o {output}: there is no folder {output.parent}")
