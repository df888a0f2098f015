"""`sayso merge`: two claims that a person holds for one."""

from typing import Annotated

import typer

from sayso.cli.ledger_options import DEFAULT, By, Ledger
from sayso.ledger.judge import merge as decide
from sayso.ledger.judge import withdraw
from sayso.ledger.store import writer

Undo = Annotated[int | None, typer.Option(help="Withdraw the decision of this number; sayso's own as well.")]


def merge(
    claim: Annotated[str | None, typer.Argument(help="The claim to merge.")] = None,
    into: Annotated[str | None, typer.Argument(help="The claim that it becomes part of.")] = None,
    ledger: Ledger = DEFAULT,
    by: By = "someone",
    why: Annotated[str, typer.Option(help="Your reason; it is kept.")] = "",
    undo: Undo = None,
) -> None:
    """Merge one claim into another. The decision is kept with who and when, and can be withdrawn.

    [bold]Examples[/]

        sayso merge c12.3 c7.0 --why "same bridge, two names"

        sayso merge --undo 41
    """
    with writer(ledger) as db:
        if undo is not None:
            withdraw(db, undo, by=by)
            typer.echo(f"decision {undo} withdrawn by {by}")
        elif claim is None or into is None:
            raise typer.BadParameter("name two claims, or a decision with --undo")
        else:
            made = decide(db, claim, into, by=by, why=why)
            decisions = f"decision{'s' * (len(made) > 1)} {', '.join(map(str, made))}"
            typer.echo(f"{claim} is part of {into} now, by {decisions} of {by}")
