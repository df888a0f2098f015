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
from sayso.pipeline.many import Outcome, code_all
from sayso.pipeline.shards import code_to_folder
from sayso.publish.jsonl import encode
from sayso.publish.no_text import without_text
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.records.coded import CodedReport


class Format(StrEnum):
    """What goes to standard output."""

    VIEW = "view"
    JSONL = "jsonl"


class Tables(StrEnum):
    """The form of the tables that -o writes."""

    PARQUET = "parquet"
    CSV = "csv"


def code(
    paths: o.Paths,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write tables to this folder, or records to this .jsonl file."),
    ] = None,
    format: Annotated[Format, typer.Option(help="What to print where there is no -o.")] = Format.VIEW,
    json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = False,
    tables: Annotated[Tables, typer.Option(help="The form of the tables.")] = Tables.PARQUET,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave report text and quotations out.")] = False,
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", min=1, help="Processes; default: all cores.")
    ] = None,
    published: o.Published = None,
    publisher: o.Publisher = None,
    url: o.Url = None,
    id: o.ReportId = None,
    title: o.Title = None,
    text_column: o.TextColumn = None,
    date_column: o.DateColumn = None,
    title_column: o.TitleColumn = None,
    publisher_column: o.PublisherColumn = None,
    url_column: o.UrlColumn = None,
    id_column: o.IdColumn = None,
    max_chars: o.MaxChars = 200_000,
    model: o.Model = None,
    attribution: o.AttributionOption = None,
    actors: o.Actors = None,
    places: o.Places = None,
) -> None:
    """Code reports: attributed statements, PLOVER events, and how sure the text is of each.

    Reads text, Markdown, HTML, CSV, JSONL, Parquet, .eml and ninjs. Run again with the same -o folder, it goes on
    where it stopped.

    [bold]Examples[/]

        sayso code report.txt --published 2024-11-30 --publisher "Al Jazeera"

        sayso code articles.csv --text-column body --date-column day -o coded/

        sayso code saved-pages/ --format jsonl > records.jsonl
    """
    settings = o.settings_of(model, max_chars, actors, attribution, places)
    given = read_paths(
        paths,
        Options.of(published=published, publisher=publisher, url=url, id=id, title=title),
        Columns(
            text=text_column,
            date=date_column,
            title=title_column,
            publisher=publisher_column,
            url=url_column,
            id=id_column,
        ),
        max_chars=max_chars,
        stdin=sys.stdin.buffer,
    )
    tally = Tally()
    errors = Console(stderr=True)
    if output is not None and output.suffix != ".jsonl":
        _check_folder(output)
        outcomes = code_to_folder(given, settings, output, form=tables.value, text=not no_text, workers=jobs)
        for _ in watch(outcomes, tally, errors):
            pass
        earlier = f", {tally.resumed} by an earlier run" if tally.resumed else ""
        errors.print(
            f"{tally.coded} coded{earlier}, {tally.refused} refused; tables in {output}", markup=False
        )
    else:
        coded = watch(code_all(given, settings, workers=jobs), tally, errors)
        _write(_stripped(coded) if no_text else coded, output, Format.JSONL if json else format)
    raise typer.Exit(tally.exit_code())


def _check_folder(output: Path) -> None:
    if output.exists() and not output.is_dir():
        raise UsageError(
            f"-o {output}: it is a file. Name a folder for tables, or a file that ends in .jsonl."
        )


def _stripped(outcomes: Iterable[Outcome]) -> Iterable[Outcome]:
    return (without_text(one) if isinstance(one, CodedReport) else one for one in outcomes)


def _write(outcomes: Iterable[Outcome], output: Path | None, format: Format) -> None:
    if output is not None:
        _to_file(outcomes, output)
        return
    console = Console()
    for outcome in outcomes:
        if not isinstance(outcome, CodedReport):
            continue
        if format is Format.JSONL:
            sys.stdout.buffer.write(encode(outcome))
            sys.stdout.buffer.flush()
        else:
            show(outcome, console)


def _to_file(outcomes: Iterable[Outcome], output: Path) -> None:
    """Write to a temporary file beside `output`, then rename: whole or absent."""
    if not output.parent.is_dir():
        raise UsageError(f"-o {output}: there is no folder {output.parent}")
    waiting = output.with_name(f".{output.name}.tmp")
    with waiting.open("wb") as file:
        for outcome in outcomes:
            if isinstance(outcome, CodedReport):
                file.write(encode(outcome))
    waiting.replace(output)
