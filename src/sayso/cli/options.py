"""Options that several commands share, and the settings that they make."""

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.records.settings import Settings

Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, globs, or - for standard input.", metavar="PATHS...", show_default=False
    ),
]
Published = Annotated[
    str | None, typer.Option(help="Publication date, YYYY-MM-DD; outranks the report's own.")
]
Publisher = Annotated[str | None, typer.Option(help="Who published the reports.")]
Url = Annotated[str | None, typer.Option(help="The report's address.")]
ReportId = Annotated[str | None, typer.Option("--id", help="The report's id; for one report only.")]
Title = Annotated[str | None, typer.Option(help="The headline, where the text does not hold it.")]
TextColumn = Annotated[str | None, typer.Option(help="Column that holds the text (CSV, JSONL, Parquet).")]
DateColumn = Annotated[str | None, typer.Option(help="Column that holds the publication date.")]
TitleColumn = Annotated[str | None, typer.Option(help="Column that holds the headline.")]
PublisherColumn = Annotated[str | None, typer.Option(help="Column that holds the publisher.")]
UrlColumn = Annotated[str | None, typer.Option(help="Column that holds the address.")]
IdColumn = Annotated[str | None, typer.Option(help="Column that holds the id.")]
MaxChars = Annotated[int, typer.Option(min=1, help="Refuse longer reports before parsing.")]
Model = Annotated[
    str | None, typer.Option(help="An installed spaCy model or a folder, in place of the default.")
]
AttributionOption = Annotated[
    str | None, typer.Option("--attribution", help="Find statements with the 'model' or by 'rules' alone.")
]
Actors = Annotated[
    Path | None,
    typer.Option(help="Your own actors (name, country, code, from, to), tab-separated; they outrank ours."),
]

Places = Annotated[
    Path | None,
    typer.Option(help="Your own places (name, lat, lon, country, ...), tab-separated; they outrank ours."),
]


def settings_of(
    model: str | None,
    max_chars: int,
    actors: Path | None,
    attribution: str | None,
    places: Path | None = None,
) -> Settings:
    """Settings from the command line. Raises UsageError for what cannot be."""
    given = {} if attribution is None else {"attribution": attribution}
    try:
        return Settings(
            model=model,
            max_chars=max_chars,
            actors=str(actors) if actors else None,
            actors_digest=_digest("--actors", actors),
            places=str(places) if places else None,
            places_digest=_digest("--places", places),
            **given,
        )
    except ValueError as error:
        raise UsageError(str(error)) from error


def _digest(option: str, table: Path | None) -> str | None:
    """The SHA-256 of the user's table, if one is named."""
    if table is None:
        return None
    if not table.is_file():
        raise UsageError(f"{option} {table}: no such file")
    return hashlib.sha256(table.read_bytes()).hexdigest()


__all__ = ["Columns", "Options"]
