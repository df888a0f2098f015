"""A coded report as a person reads it in the terminal: who says what, and what is said to have happened."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.cli.safe import cell, day, plain, several
from sayso.publish.dossier.cards import count_words
from sayso.publish.dossier.names import Names
from sayso.records.coded import CodedReport
from sayso.records.event import Event
from sayso.records.statement import Link, Statement
from sayso.records.vocabulary import Stance, Status

STYLES = {
    Status.ASSERTED: "green",
    Status.ALLEGED: "yellow",
    Status.DENIED: "red",
    Status.UNCONFIRMED: "yellow",
    Status.PLANNED: "cyan",
    Status.HYPOTHETICAL: "cyan",
    Status.HISTORICAL: "dim",
    Status.NEGATED: "red",
}
SIGNS = {Stance.DENIES: "✗", Stance.UNCONFIRMED: "?"}


def show(record: CodedReport, console: Console) -> None:
    """Print one report: its head, its statements and its events, in tables that fit the terminal."""
    report = record.report
    names = Names(record)
    head = Text(plain(report.title or report.id), style="bold")
    console.print(head, soft_wrap=False)
    facts = [
        plain(names.actor("a0")),
        day(report.published),
        several(len(record.statements), "statement"),
    ]
    console.print(Text(" · ".join([*facts, several(len(record.events), "event")]), style="dim"))
    if record.statements:
        console.print(_statements(names))
    if record.events:
        console.print(_events(names))
    console.print()


def _statements(names: Names) -> Table:
    table = Table("who says so", "stance", "what", box=SIMPLE_HEAD, expand=True, pad_edge=False)
    table.columns[0].ratio, table.columns[2].ratio = 2, 5
    for statement in names.record.statements:
        stance = f"{SIGNS.get(statement.stance, '')} {statement.stance}".strip()
        table.add_row(cell(_chain(names, statement)), cell(stance), cell(statement.content.shown, width=240))
    return table


def _chain(names: Names, statement: Statement) -> str:
    """The chain down to the origin, without the publisher, who stands above the table."""
    links = [_link(names, link) for link in statement.chain[1:]]
    return " ← ".join(links) or "the publisher"


def _link(names: Names, link: Link) -> str:
    """Who a link of a chain is: its actors, else the source's words, else that the text names no one."""
    if link.actors:
        return names.actors(link.actors)
    source = names.statements[link.statement].source if link.statement else None
    return (source and source.text) or "not named"


def _events(names: Names) -> Table:
    table = Table(
        "when",
        "event",
        "who → whom",
        "status",
        "on whose say-so",
        box=SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
    )
    for column, ratio in ((1, 2), (2, 4), (4, 4)):
        table.columns[column].ratio = ratio
    for event in sorted(names.record.events, key=_when):
        table.add_row(
            cell(_date(event)),
            cell(f"{event.type} {event.mode or ''}".strip()),
            _who(names, event),
            cell(event.status, STYLES[event.status]),
            _voices(names, event),
        )
    return table


def _when(event: Event) -> tuple[bool, str]:
    return event.date is None, event.date.start.isoformat() if event.date else ""


def _date(event: Event) -> str:
    if event.date is None:
        return "–"
    first = event.date.start.isoformat()
    return {"year": first[:4], "decade": first[:3] + "0s", "month": first[:7]}.get(
        event.date.precision, first
    )


def _who(names: Names, event: Event) -> Text:
    who = names.actors(event.actors) or "someone"
    whom = names.actors(event.recipients)
    text = cell(f"{who} → {whom}" if whom else who)
    figures = "; ".join(count_words(count) for count in event.counts)
    things = ", ".join(plain(item.text or "") for item in event.items)
    extra = " · ".join(part for part in (figures, things) if part)
    return text.append(f"\n{extra}", style="dim") if extra else text


def _voices(names: Names, event: Event) -> Text:
    text = cell(names.actors(event.say_so))
    for label, ids in (("denied by", event.denied_by), ("not confirmed by", event.unconfirmed_by)):
        if ids:
            text.append("\n" if text else "").append(plain(f"{label} {names.actors(ids)}"), style="red")
    return text
