"""`sayso diff`: what changed in the ledger since a day."""

from datetime import datetime
from typing import Annotated

import typer

from sayso.cli.ledger_options import DEFAULT, Csv, Json, Ledger, opened, print_csv, print_json, print_table
from sayso.ledger.changes import changes

COLUMNS = ("change", "claim_id", "standing", "who", "publisher", "report_id", "detail", "moment")


def diff(
    since: Annotated[datetime, typer.Option(help="The day or moment (UTC) since which reports were added.")],
    ledger: Ledger = DEFAULT,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Show what changed: new claims, origins and denials, revised numbers, withdrawn lines, edited articles.

    [bold]Example[/]

        sayso diff --since 2024-03-05
    """
    with opened(ledger) as db:
        found = changes(db, since)
    if json:
        print_json(found)
    elif csv:
        print_csv(COLUMNS, [[row[name] for name in COLUMNS] for row in found])
    else:
        shown = ("change", "claim_id", "who", "publisher", "detail")
        print_table(shown, [[row[name] for name in shown] for row in found], wide=4)
