"""`sayso claims`: what is said to have happened, with how many origins, and how it stands."""

from datetime import datetime
from typing import Annotated, Any

import typer

from sayso.cli.ledger_options import DEFAULT, Csv, Json, Ledger, opened, print_csv, print_json, print_table
from sayso.ledger.ask import Filter, rows
from sayso.ledger.ask import claims as ask

COLUMNS = (
    "claim_id", "standing", "type", "mode", "planned", "actors", "actor_keys", "recipients", "recipient_keys",
    "countries", "place", "lat", "lon", "date_start", "date_end", "first_published", "last_published", "n_reports",
    "n_copies", "n_origins", "n_independent", "n_denials", "n_conflicts", "killed_low", "killed_best", "killed_high",
    "injured_low", "injured_best", "injured_high", "standing_why", "words",
)  # fmt: skip
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


def claims(
    ledger: Ledger = DEFAULT,
    actor: Annotated[
        str | None, typer.Option(help="A part of an actor's or recipient's name, or a key.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="ISO 3166-1 alpha-3 code of a party or the place.")
    ] = None,
    type: Annotated[str | None, typer.Option(help="PLOVER type.")] = None,
    place: Annotated[str | None, typer.Option(help="A part of the place's name.")] = None,
    since: Day = None,
    until: Day = None,
    standing: Annotated[str | None, typer.Option(help="Only claims of this standing.")] = None,
    sort: Annotated[str, typer.Option(help="origins, reports, date or denials.")] = "origins",
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 30,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List claims: what is said to have happened, by how many reports and independent origins.

    [bold]Examples[/]

        sayso claims --country MLI --since 2024-03-01 --sort denials

        sayso claims --standing disputed --csv > disputed.csv
    """
    asked = Filter(
        actor=actor, country=country, type=type, place=place, since=since.date() if since else None,
        until=until.date() if until else None, standing=standing,
    )  # fmt: skip
    with opened(ledger) as db:
        found = ask(db, asked, sort=sort, limit=limit)
        read = rows(
            db,
            "SELECT count(*) AS reports, count(DISTINCT publisher) AS publishers FROM reports WHERE current",
        )
    if json:
        print_json([{name: row[name] for name in COLUMNS} for row in found])
    elif csv:
        print_csv(COLUMNS, [[row[name] for name in COLUMNS] for row in found])
    else:
        print_table(
            ("claim", "when", "what", "reports", "origins", "standing"),
            [_line(row) for row in found],
            wide=2,
        )
        typer.echo(
            f"Read: {read[0]['reports']} reports of {read[0]['publishers']} publishers. "
            "Origins: independent of all. A standing is no verdict."
        )


def _line(row: dict[str, Any]) -> list[Any]:
    copies = f", {row['n_copies']} copies" if row["n_copies"] else ""
    alone = f"{row['n_independent']} of {row['n_origins']}" if row["n_origins"] > 1 else str(row["n_origins"])
    denied = f", {row['n_denials']} deny" if row["n_denials"] else ""
    day = row["date_end"] or "–"
    return [
        row["claim_id"],
        day,
        what(row),
        f"{row['n_reports']}{copies}",
        f"{alone}{denied}",
        row["standing"],
    ]


def what(row: dict[str, Any]) -> str:
    """A claim in a few words: type, who, whom, where, how many."""
    sides = " → ".join(side for names in (row["actors"], row["recipients"]) if (side := ", ".join(names)))
    where = f" at {row['place']}" if row["place"] else ""
    dead = f", {spread(row, 'killed')} killed" if row["killed_high"] or row["killed_low"] else ""
    return f"{row['type']}: {sides or 'someone'}{where}{dead}{' (planned)' if row['planned'] else ''}"


def spread(row: dict[str, Any], what: str) -> str:
    """A figure as low/best/high, or as one number where they agree."""
    low, best, high = (row[f"{what}_{end}"] for end in ("low", "best", "high"))
    return str(low) if low == high else f"{low}/{best}/{high}"


def when(row: dict[str, Any]) -> str:
    """The day of a claim, or its first and last."""
    first, last = row["date_start"], row["date_end"]
    return "–" if first is None else str(first) if first == last else f"{first}..{last}"
