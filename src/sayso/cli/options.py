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


def settings_of(model: str | None, max_chars: int, actors: Path | None, attribution: str | None) -> Settings:
    """Settings from the command line. Raises UsageError for what cannot be."""
    digest = None
    if actors is not None:
        if not actors.is_file():
            raise UsageError(f"--actors {actors}: no such file")
        digest = hashlib.sha256(actors.read_bytes()).hexdigest()
    given = {} if attribution is None else {"attribution": attribution}
    try:
        return Settings(
            model=model,
            max_chars=max_chars,
            actors=str(actors) if actors else None,
            actors_digest=digest,
            **given,
        )
    except ValueError as error:
        raise UsageError(str(error)) from error


__all__ = ["Columns", "Options"]
