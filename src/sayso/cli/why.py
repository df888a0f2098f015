"""`sayso why`: on whose say-so a claim stands, as a tree."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from sayso.cli.claims import what, when
from sayso.cli.ledger_options import DEFAULT, Json, Ledger, opened, print_json
from sayso.cli.safe import day, plain, quoted, several
from sayso.ledger.relation import CONFLICTS, Relation
from sayso.ledger.why import Answer, Sighted
from sayso.ledger.why import why as ask
from sayso.publish.figures import figure_words

SIGNS = {"asserts": "✓", "denies": "✗", "unconfirmed": "?", "refers": "·"}
STYLES = {"asserts": "green", "denies": "red", "unconfirmed": "yellow", "refers": "dim"}


def why(
    claim: Annotated[str, typer.Argument(help="The claim's id, as `sayso claims` shows it.")],
    ledger: Ledger = DEFAULT,
    json: Json = False,
) -> None:
    """Show what a claim rests on: origins, chains, copies, words, and the proof of every link.

    [bold]Example[/]

        sayso why c12.3
    """
    with opened(ledger) as db:
        answer = ask(db, claim)
    if json:
        print_json(answer)
    else:
        _show(answer, Console())


def _show(answer: Answer, console: Console) -> None:
    claim = answer.claim
    tree = Tree(Text(plain(f"{claim['claim_id']}  {what(claim)}"), style="bold"))
    copies = f", {several(claim['n_copies'], 'copy')} among them" if claim["n_copies"] else ""
    tree.add(Text(f"{when(claim)} · {several(claim['n_reports'], 'report')}{copies} · "
                  f"{several(claim['n_origins'], 'origin')}, {claim['n_independent']} independent"))  # fmt: skip
    tree.add(Text(plain(f"standing: {claim['standing']}: {claim['standing_why']}"), style="bold"))
    _origins(tree.add("origins"), answer)
    if answer.figures:
        _figures(tree.add("figures"), answer)
    said = tree.add("reports")
    for sighting in answer.sightings:
        _sighting(said, sighting)
    if answer.kept_apart:
        apart = tree.add("kept apart")
        for row in answer.kept_apart:
            apart.add(
                Text(
                    plain(f"{row['claim_id']} (decision {row['merge']}): {row['proof']}", width=300),
                    style="dim",
                )
            )
    for row in answer.decisions:
        undone = f", withdrawn by {row['withdrawn_by']}" if row["withdrawn_by"] else ""
        tree.add(
            Text(
                plain(
                    f"decision {row['merge']}: {row['kind']} by {row['decided_by']}{undone}: {row['proof']}"
                )
            )
        )
    console.print(tree)
    console.print(coverage(answer), highlight=False, markup=False)


def _origins(tree: Tree, answer: Answer) -> None:
    for row in answer.origins:
        mark, style = ("●", "green") if row["independent"] else ("○", "dim")
        times = several(row["reports"], "report")
        tree.add(
            Text(
                plain(f"{mark} {row['origin']}, first {day(row['first_published'])}, {times}: {row['why']}"),
                style=style,
            )
        )
    if not answer.origins:
        tree.add(Text("none", style="dim"))


def _figures(tree: Tree, answer: Answer) -> None:
    for row in answer.figures:
        note = " (copy)" if row["copy"] else " (conflict)" if row["relation"] in CONFLICTS else ""
        given = f"{row['speaker']}, {day(row['published'])}, in {row['publisher']}{note}"
        said = figure_words(row["low"], row["best"], row["high"], row["what"])
        tree.add(Text(plain(f"{said}: {given}")))


def _sighting(tree: Tree, sighting: Sighted) -> None:
    old = "" if sighting.current else " (an earlier version)"
    head = tree.add(
        Text(
            plain(
                f"{day(sighting.published)} {sighting.publisher}{old}: {sighting.title or sighting.report_id}"
            )
        )
    )
    head.add(Text(quoted(sighting.sentence, width=300), style="italic"))
    for voice in {(one.stance, one.chain): one for one in sighting.voices}.values():
        head.add(
            Text(
                plain(f"{SIGNS[voice.stance]} {voice.stance}: {voice.chain}", width=200),
                style=STYLES[voice.stance],
            )
        )
    if sighting.copy_of:
        head.add(
            Text(plain(f"{sighting.copy_kind} of {sighting.copy_of}: {sighting.copy_why}"), style="yellow")
        )
    elif sighting.agency:
        head.add(Text(plain(f"carries the text of {sighting.agency}"), style="yellow"))
    for words in sighting.notices:
        head.add(Text(f"the report says: {quoted(words, width=300)}", style="yellow"))
    if sighting.relation is not Relation.FIRST:
        style = "dim" if sighting.relation in (Relation.SAME, Relation.REVISED) else "red"
        head.add(
            Text(
                plain(f"linked ({sighting.relation}, {sighting.score:.1f}): {sighting.proof}", width=300),
                style=style,
            )
        )


def coverage(answer: Answer) -> str:
    """Which publishers were read in the days in which the claim was told, and which of them are silent."""
    claim, told = answer.claim, len(answer.read) - len(answer.silent)
    if claim["first_published"] is None:
        return "Its reports have no date: who was silent cannot be told."
    silent = f"; silent: {', '.join(plain(name) for name in answer.silent[:12])}" if answer.silent else ""
    more = f" and {len(answer.silent) - 12} more" if len(answer.silent) > 12 else ""
    span = f"{claim['first_published']} to {claim['last_published']}"
    return f"Read from {span}: {several(len(answer.read), 'publisher')}, {told} of them tell of it{silent}{more}."
