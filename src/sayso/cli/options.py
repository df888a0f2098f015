"""Options that several commands share, and what they make: the articles to code, and the settings."""

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from sayso.errors import UsageError
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.records.coded import Refusal
from sayso.records.report import Article
from sayso.records.settings import MAX_CHARS, Settings

Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, globs, or - for standard input.", metavar="PATHS", show_default=False
    ),
]


class Method(StrEnum):
    """How statements or events are found: by the encoder and the rules, or by the rules alone."""

    MODEL = "model"
    RULES = "rules"


Attribution = Annotated[
    Method,
    typer.Option("--attribution", help="Find statements with the encoder as well, or by rules alone."),
]
Events = Annotated[
    Method, typer.Option("--events", help="Find events with the encoder as well, or by rules alone.")
]


@dataclass(frozen=True, kw_only=True)
class Given:
    """How reports are read and coded: what every command that codes takes, one option a field."""

    published: Annotated[
        str | None, typer.Option(help="Publication date, YYYY-MM-DD; outranks the report's own.")
    ] = None
    publisher: Annotated[str | None, typer.Option(help="Who published the reports.")] = None
    url: Annotated[str | None, typer.Option(help="The report's address.")] = None
    id: Annotated[str | None, typer.Option("--id", help="The report's id; for one report only.")] = None
    title: Annotated[str | None, typer.Option(help="The headline, where the text does not hold it.")] = None
    text_column: Annotated[
        str | None, typer.Option(help="Column that holds the text (CSV, JSONL, Parquet).")
    ] = None
    date_column: Annotated[str | None, typer.Option(help="Column that holds the publication date.")] = None
    title_column: Annotated[str | None, typer.Option(help="Column that holds the headline.")] = None
    publisher_column: Annotated[str | None, typer.Option(help="Column that holds the publisher.")] = None
    url_column: Annotated[str | None, typer.Option(help="Column that holds the address.")] = None
    id_column: Annotated[str | None, typer.Option(help="Column that holds the id.")] = None
    max_chars: Annotated[int, typer.Option(min=1, help="Refuse longer reports before parsing.")] = MAX_CHARS
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy model or a folder, in place of the default.")
    ] = None
    attribution: Attribution = Method.MODEL
    events: Events = Method.MODEL
    actors: Annotated[
        Path | None,
        typer.Option(
            help="Your own actors (name, country, code, from, to), tab-separated; they outrank ours."
        ),
    ] = None
    places: Annotated[
        Path | None,
        typer.Option(
            help="Your own places (name, lat, lon, country, ...), tab-separated; they outrank ours."
        ),
    ] = None
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", min=1, help="Processes; default: all cores.")
    ] = None

    def settings(self) -> Settings:
        """The settings. Raises UsageError for a table that is not there."""
        return Settings(
            model=self.model,
            max_chars=self.max_chars,
            actors=str(self.actors) if self.actors else None,
            actors_digest=_digest("--actors", self.actors),
            places=str(self.places) if self.places else None,
            places_digest=_digest("--places", self.places),
            attribution=self.attribution.value,
            events=self.events.value,
        )

    def articles(self, paths: Iterable[str]) -> Iterator[Article | Refusal]:
        """The reports that the paths name. Raises UsageError for a date or column that cannot be."""
        options = Options.of(
            published=self.published, publisher=self.publisher, url=self.url, id=self.id, title=self.title
        )
        columns = Columns(
            text=self.text_column, date=self.date_column, title=self.title_column,
            publisher=self.publisher_column, url=self.url_column, id=self.id_column,
        )  # fmt: skip
        return read_paths(paths, options, columns, max_chars=self.max_chars, stdin=sys.stdin.buffer)


def takes_given(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the fields of its argument `given` (a `Given`) as options, after its own."""
    hints = get_type_hints(Given, include_extras=True)
    shared = [
        Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name])
        for field in fields(Given)
    ]
    own = signature(command, eval_str=True)
    kept = [
        one.replace(kind=Parameter.KEYWORD_ONLY) for name, one in own.parameters.items() if name != "given"
    ]

    @wraps(command)
    def run(**options: Any) -> None:
        given = Given(**{one.name: options.pop(one.name) for one in shared})
        command(**options, given=given)

    run.__signature__ = own.replace(parameters=[*kept, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in (*kept, *shared)}
    return run


def _digest(option: str, table: Path | None) -> str | None:
    """The SHA-256 of the user's table, if one is named."""
    if table is None:
        return None
    if not table.is_file():
        raise UsageError(f"{option} {table}: no such file")
    return hashlib.sha256(table.read_bytes()).hexdigest()
