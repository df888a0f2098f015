"""`sayso dossier`: a report -> one stand-alone HTML page."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli import options as o
from sayso.cli.claim_page import claim_page
from sayso.cli.ledger_options import DEFAULT, Ledger, opened
from sayso.cli.output import writing
from sayso.cli.progress import Tally, watch
from sayso.cli.stopping import stoppable
from sayso.errors import UsageError
from sayso.ledger.why import story as claims_of_story
from sayso.ledger.why import why
from sayso.pipeline.many import code_all
from sayso.publish.dossier.claim_page import write_claim_page
from sayso.publish.dossier.page import write_dossier
from sayso.read.identity import digest
from sayso.records.coded import CodedReport
from sayso.records.report import Report

Reports = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders, globs, or - for standard input.", metavar="PATHS", show_default=False
    ),
]


@o.takes_given
def dossier(
    given: o.Given,
    paths: Reports = None,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="The page (.html), or a folder for the pages of several reports."
        ),
    ] = Path("dossier.html"),
    claim: Annotated[str | None, typer.Option(help="Instead of a report: a claim of the ledger.")] = None,
    story: Annotated[str | None, typer.Option(help="A claim, and those that its reports share.")] = None,
    ledger: Ledger = DEFAULT,
) -> None:
    """Write a page that shows a report's words, who says what, and every event with its standing.

    With --claim or --story, the page shows a ledger's claim: origins and copies, time line, figures, denials, words.

    The page is one file that needs no network: it opens from a mail attachment.

    [bold]Examples[/]

        sayso dossier report.txt --published 2024-11-30 --publisher "Al Jazeera" -o report.html

        sayso dossier saved-pages/ -o dossiers/

        sayso dossier --claim c12.3 --ledger sahel.duckdb -o bridge.html
    """
    if claim or story:
        _of_claims(claim, story, ledger, output)
        return
    if not paths:
        raise UsageError("name reports to read, or a claim of a ledger with --claim or --story")
    tally, errors = Tally(), Console(stderr=True)
    with writing(output), stoppable() as stop:
        coded = code_all(given.articles(paths), given.settings(), workers=given.jobs, stopped=stop)
        outcomes = watch(coded, tally, errors)
        _of_reports((one for one in outcomes if isinstance(one, CodedReport)), output, errors)
        stop.leave(errors, "the pages written so far are kept.")
    raise typer.Exit(tally.exit_code())


def _of_claims(claim: str | None, story: str | None, ledger: Path, output: Path) -> None:
    with opened(ledger) as db:
        ids = [claim] if claim else claims_of_story(db, story or "")
        page = claim_page([why(db, id) for id in ids])
    with writing(output):
        write_claim_page(page, output)
    Console(stderr=True).print(f"written: {output}", markup=False, highlight=False)


def _of_reports(records: Iterable[CodedReport], output: Path, errors: Console) -> None:
    one_page = output.suffix == ".html"
    if not one_page and output.exists() and not output.is_dir():
        raise UsageError(f"-o {output}: it is a file. Name a folder, or a page that ends in .html.")
    for number, record in enumerate(records):
        if one_page and number:
            raise UsageError(f"-o {output} is one page, and there are several reports. Name a folder.")
        file = output if one_page else output / f"{_page_name(record.report)}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        write_dossier(record, file)
        errors.print(f"written: {file}", markup=False, highlight=False)


def _page_name(report: Report) -> str:
    """A name for the report's page that no other print or version of it has."""
    return digest(f"{report.id}:{report.version}")[:12]
