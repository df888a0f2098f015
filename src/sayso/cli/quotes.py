"""`sayso quotes`: one speaker's words over time, outlets' versions side by side."""

from collections import Counter
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from sayso.cli.ledger_options import DEFAULT, Csv, Json, Ledger, opened, print_csv, print_json
from sayso.cli.safe import day, plain, quoted
from sayso.ledger.quotations import Quotation, quotations

COLUMNS = ("speaker", "published", "publisher", "cut", "quote", "chain", "report_id")


def quotes(
    actor: Annotated[str, typer.Argument(help="A part of the speaker's name, or the actor's key.")],
    ledger: Ledger = DEFAULT,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Show a speaker's exact words over time; versions of one quotation stand together, cut ones are marked.

    [bold]Example[/]

        sayso quotes "foreign ministry" --ledger sahel.duckdb
    """
    with opened(ledger) as db:
        found = quotations(db, actor)
    if json:
        print_json(found)
        return
    lines = [
        [
            one.speaker,
            version.published,
            version.publisher,
            version.cut,
            version.quote,
            version.chain,
            version.report_id,
        ]
        for one in found
        for version in one.versions
    ]
    if csv:
        print_csv(COLUMNS, lines)
    elif found:
        _show(found, Console())
    else:
        typer.secho(f"nobody called {actor!r} is quoted in this ledger", fg="yellow", err=True)


def _show(found: list[Quotation], console: Console) -> None:
    for one in found:
        tree = Tree(Text(f"{plain(one.speaker)}: {quoted(one.quote)}", style="bold"))
        lines = Counter(
            (
                f"{day(v.published)} {plain(v.chain)}",
                "" if v.cut == "whole" else f" ({v.cut}): {quoted(v.quote)}",
            )
            for v in one.versions
        )
        for (where, words), times in lines.items():
            reports = f" in {times} reports" if times > 1 else ""
            tree.add(Text(f"{where}{reports}{words}", style="yellow" if words else ""))
        console.print(tree)
