"""`sayso sql`: any question to the ledger's tables, read-only."""

from typing import Annotated

import typer

from sayso.cli.ledger_options import DEFAULT, Csv, Json, Ledger, opened, print_csv, print_json, print_table
from sayso.ledger.ask import sql as ask


def sql(
    query: Annotated[str, typer.Argument(help="A query in DuckDB's SQL. Tables and views: docs/ledger.md.")],
    ledger: Ledger = DEFAULT,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Ask the ledger in SQL. It is open read-only, and no other file can be reached.

    [bold]Example[/]

        sayso sql "SELECT standing, count(*) FROM claims GROUP BY ALL"
    """
    with opened(ledger) as db:
        columns, rows = ask(db, query)
    if json:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif csv:
        print_csv(columns, rows)
    else:
        print_table(columns, rows)
