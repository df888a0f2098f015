"""`sayso dossier`: a report -> one stand-alone HTML page."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import options as o
from sayso.cli.claim_page import claim_page
from sayso.cli.ledger_options import DEFAULT, Ledger, opened
from sayso.cli.progress import Tally, watch
from sayso.errors import UsageError
from sayso.ledger.why import story as claims_of_story
from sayso.ledger.why import why
from sayso.pipeline.many import code_all
from sayso.publish.dossier.claim_page import write_claim_page
from sayso.publish.dossier.page import write_dossier
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.records.coded import CodedReport


def dossier(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, globs, or -.", metavar="[PATHS]...", show_default=False),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="The page (.html), or a folder for the pages of several reports."
        ),
    ] = Path("dossier.html"),
    published: o.Published = None,
    publisher: o.Publisher = None,
    url: o.Url = None,
    title: o.Title = None,
    max_chars: o.MaxChars = 200_000,
    model: o.Model = None,
    attribution: o.AttributionOption = None,
    actors: o.Actors = None,
    places: o.Places = None,
    claim: Annotated[str | None, typer.Option(help="Instead of a report: a claim of the ledger.")] = None,
    story: Annotated[str | None, typer.Option(help="A claim, and those that its reports share.")] = None,
    ledger: Ledger = DEFAULT,
) -> None:
    """Write a page that shows a report's words, who says what, and every event with its standing.

    With --claim or --story, the page shows a ledger's claim: origins and copies, time line, figures, denials, words.

    The page is one file that needs no network: it opens from a mail attachment.

    [bold]Examples[/]

        sayso dossier report.txt --published 2024-11-30 --publisher "Al Jazeera" -o kim.html

        sayso dossier saved-pages/ -o dossiers/

        sayso dossier --claim c12.3 --ledger sahel.duckdb -o bridge.html
    """
    wanted = claim or story
    if wanted is not None:
        with opened(ledger) as db:
            ids = [wanted] if claim else claims_of_story(db, wanted)
            write_claim_page(claim_page([why(db, id) for id in ids]), output)
        Console(stderr=True).print(f"written: {output}", markup=False, highlight=False)
        return
    if not paths:
        raise UsageError("name reports to read, or a claim of a ledger with --claim or --story")
    settings = o.settings_of(model, max_chars, actors, attribution, places)
    given = read_paths(
        paths,
        Options.of(published=published, publisher=publisher, url=url, title=title),
        Columns(),
        max_chars=max_chars,
        stdin=sys.stdin.buffer,
    )
    tally = Tally()
    errors = Console(stderr=True)
    one_page = output.suffix == ".html"
    written = 0
    for outcome in watch(code_all(given, settings), tally, errors):
        if isinstance(outcome, CodedReport):
            written += 1
            if one_page and written > 1:
                raise UsageError(f"-o {output} is one page, and there are several reports. Name a folder.")
            file = output if one_page else output / f"{outcome.report.text_digest[:12]}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            write_dossier(outcome, file)
            errors.print(f"written: {file}", markup=False, highlight=False)
    raise typer.Exit(tally.exit_code())
