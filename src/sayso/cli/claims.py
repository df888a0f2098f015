"""`sayso claims`: what is said to have happened, with how many origins, and how it stands."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli.ledger_options import (
    DEFAULT,
    Csv,
    Json,
    Ledger,
    opened,
    print_csv,
    print_json,
)
from sayso.cli.safe import plain, quoted, several
from sayso.errors import UsageError
from sayso.ledger.ask import Filter, Sort, rows
from sayso.ledger.ask import claims as ask
from sayso.ledger.standing import Standing
from sayso.publish.figures import range_words
from sayso.records.vocabulary import EventType

COLUMNS = (
    "claim_id", "standing", "type", "mode", "planned", "actors", "actor_keys", "recipients", "recipient_keys",
    "countries", "place", "lat", "lon", "date_start", "date_end", "first_published", "last_published", "n_reports",
    "n_copies", "n_origins", "n_independent", "n_denials", "n_conflicts", "killed_low", "killed_best", "killed_high",
    "injured_low", "injured_best", "injured_high", "standing_why", "words",
)  # fmt: skip
_READ = "SELECT count(*) AS reports, count(DISTINCT publisher) AS publishers FROM reports WHERE current"
_DAY = ["%Y-%m-%d"]


Type = Annotated[
    EventType | None, typer.Option(help="PLOVER type, such as ASSAULT.", metavar="TYPE", case_sensitive=False)
]
Since = Annotated[
    datetime | None, typer.Option(help="Only what is dated on or after this day.", formats=_DAY)
]
Until = Annotated[
    datetime | None, typer.Option(help="Only what is dated on or before this day.", formats=_DAY)
]
Stands = Annotated[
    Standing | None,
    typer.Option(help=f"Only claims that stand so: {', '.join(Standing)}.", metavar="STANDING"),
]
Order = Annotated[
    Sort, typer.Option(help="What comes first: most origins, reports or denials, or the latest date.")
]


def claims(
    ledger: Ledger = DEFAULT,
    actor: Annotated[
        str | None, typer.Option(help="A part of an actor's or recipient's name, or a key.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="ISO 3166-1 alpha-3 code of a party or the place.")
    ] = None,
    type: Type = None,
    place: Annotated[str | None, typer.Option(help="A part of the place's name.")] = None,
    since: Since = None,
    until: Until = None,
    standing: Stands = None,
    sort: Order = Sort.ORIGINS,
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 30,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List claims: what is said to have happened, by how many reports and independent origins.

    [bold]Examples[/]

        sayso claims --country MLI --since 2024-03-01 --sort denials

        sayso claims --standing disputed --csv > disputed.csv
    """
    if country is not None and not (len(country) == 3 and country.isalpha()):
        raise UsageError(f"--country {country}: give a country's code of three letters, such as MLI for Mali")
    asked = Filter(
        actor=actor, country=country, type=type and type.value, place=place, since=since and since.date(),
        until=until and until.date(), standing=standing and standing.value,
    )  # fmt: skip
    with opened(ledger) as db:
        found = ask(db, asked, sort=sort, limit=limit)
        read = rows(db, _READ)
    lines = [{name: row[name] for name in COLUMNS} for row in found]
    if json:
        print_json(lines)
    elif csv:
        print_csv(COLUMNS, [list(line.values()) for line in lines])
    else:
        _show(found, read[0], Console())


def _show(found: Sequence[dict[str, Any]], read: dict[str, Any], console: Console) -> None:
    """A line of columns for each claim, and below it what is claimed and in which words."""
    if not found:
        console.print(
            f"No claim matches. Read: {several(read['reports'], 'report')} of "
            f"{several(read['publishers'], 'publisher')}.",
            highlight=False,
        )
        return
    lines = [("claim", "when", "reports", "origins", "standing"), *map(_line, found)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    for line, row in zip(lines, (None, *found), strict=True):
        columns = "  ".join(part.ljust(width) for part, width in zip(line, widths, strict=True))
        console.print(Text(columns.rstrip(), style="bold"), soft_wrap=True)
        if row is not None:
            console.print(Padding(Text(plain(what(row))), (0, 0, 0, 4), expand=False))
            console.print(
                Padding(Text(quoted(row["words"] or "", width=140), style="dim"), (0, 0, 0, 4), expand=False)
            )
    console.print(
        f"Read: {several(read['reports'], 'report')} of {several(read['publishers'], 'publisher')}. "
        "“3 of 4” origins: 3 are independent. A standing is no verdict.",
        highlight=False,
    )


def _line(row: dict[str, Any]) -> tuple[str, ...]:
    copies = f", {several(row['n_copies'], 'copy')}" if row["n_copies"] else ""
    alone = f"{row['n_independent']} of {row['n_origins']}" if row["n_origins"] > 1 else str(row["n_origins"])
    denied = f", {row['n_denials']} deny" if row["n_denials"] else ""
    return row["claim_id"], when(row), f"{row['n_reports']}{copies}", f"{alone}{denied}", row["standing"]


def what(row: dict[str, Any]) -> str:
    """A claim in a few words: type, who, whom, where, how many."""
    sides = " → ".join(side for names in (row["actors"], row["recipients"]) if (side := ", ".join(names)))
    where = f" at {row['place']}" if row["place"] else ""
    dead = f", {spread(row, 'killed', 'killed')}" if row["killed_high"] or row["killed_low"] else ""
    return f"{row['type']}: {sides or 'someone'}{where}{dead}{' (planned)' if row['planned'] else ''}"


def spread(row: dict[str, Any], column: str, what: str = "") -> str:
    """A claim's figure in words: "12 to 30 killed (best 30)"; `what` it counts, where no heading says it."""
    low, best, high = (row[f"{column}_{end}"] for end in ("low", "best", "high"))
    return range_words(low, best, high, what)


def when(row: dict[str, Any]) -> str:
    """The day of a claim, its month or year where no day is known, or its first and last day.

    >>> from datetime import date
    >>> when({"date_start": date(2024, 3, 1), "date_end": date(2024, 3, 31)})
    '2024-03'
    """
    first, last = row["date_start"], row["date_end"]
    if first is None or first == last:
        return "–" if first is None else str(first)
    after = last + timedelta(days=1)
    if first.day == after.day == 1:
        if (after.year, after.month) == (first.year + first.month // 12, first.month % 12 + 1):
            return f"{first:%Y-%m}"
        if first.month == after.month == 1 and after.year == first.year + 1:
            return f"{first:%Y}"
    if first.year != last.year:
        return f"{first} to {last}"
    return f"{first} to {last:%d}" if first.month == last.month else f"{first} to {last:%m-%d}"
