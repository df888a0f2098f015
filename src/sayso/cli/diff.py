"""`sayso diff`: what changed in the ledger since a day."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli.ledger_options import DEFAULT, Csv, Json, Ledger, opened, print_csv, print_json
from sayso.cli.safe import plain
from sayso.ledger.ask import Row
from sayso.ledger.changes import changes

COLUMNS = ("change", "claim_id", "standing", "who", "publisher", "report_id", "detail", "moment")


def diff(
    since: Annotated[datetime, typer.Option(help="The day or moment (UTC) since which reports were added.")],
    ledger: Ledger = DEFAULT,
    limit: Annotated[int, typer.Option(min=1, help="So many of each kind at most, in the terminal.")] = 20,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Show what changed: new claims, origins and denials, revised numbers, withdrawn lines, edited articles.

    [bold]Examples[/]

        sayso diff --since 2024-03-05

        sayso diff --since 2024-03-05T06:00:00 --csv > since-morning.csv
    """
    with opened(ledger) as db:
        found = changes(db, since)
    if json:
        print_json(found)
    elif csv:
        print_csv(COLUMNS, [[row[name] for name in COLUMNS] for row in found])
    else:
        _show(found, limit, Console())


def _show(found: Sequence[Row], limit: int, console: Console) -> None:
    """The changes by kind, so many of each at most."""
    for kind, some in groupby(found, key=lambda row: row["change"]):
        rows = list(some)
        console.print(Text(f"{kind}: {len(rows)}", style="bold"))
        for row in rows[:limit]:
            who = row["who"] or "someone"
            where = f", in {row['publisher']}" if who != row["publisher"] else ""
            line = f"{row['claim_id'] or row['report_id']}  {who}{where}: {row['detail']}"
            console.print(Padding(Text(plain(line, width=220)), (0, 0, 0, 4), expand=False))
        if len(rows) > limit:
            console.print(
                Padding(
                    Text(f"and {len(rows) - limit} more (--limit)", style="dim"), (0, 0, 0, 4), expand=False
                )
            )
    if not found:
        console.print("No change since then.")
