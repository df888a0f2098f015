"""`sayso split`: a report's sighting that a person takes out of a claim."""

from typing import Annotated

import typer

from sayso.cli.ledger_options import DEFAULT, By, Ledger
from sayso.ledger.judge import split as decide
from sayso.ledger.store import writer


def split(
    claim: Annotated[str, typer.Argument(help="The claim.")],
    report: Annotated[str, typer.Argument(help="The id of the report that tells of something else.")],
    ledger: Ledger = DEFAULT,
    by: By = "someone",
    why: Annotated[str, typer.Option(help="Your reason; it is kept.")] = "",
) -> None:
    """Take a report out of a claim, into a claim of its own. Withdraw it with `sayso merge --undo NUMBER`.

    [bold]Example[/]

        sayso split c12.3 https://example.org/story --why "another village"
    """
    with writer(ledger) as db:
        made = decide(db, claim, report, by=by, why=why)
    typer.echo(
        f"{report} is out of {claim}, by decision{'s' * (len(made) > 1)} {', '.join(map(str, made))} of {by}"
    )
