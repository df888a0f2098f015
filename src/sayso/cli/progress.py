"""Progress on standard error: only where a person watches, and only for more than one report."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from sayso.records.coded import Refusal

Outcome = TypeVar("Outcome")


class Tally:
    """What has been counted: reports coded and reports refused."""

    def __init__(self) -> None:
        self.coded = self.refused = 0

    def exit_code(self) -> int:
        """0 where nothing was refused, else 1."""
        return 1 if self.refused else 0


def watch(outcomes: Iterable[Outcome], tally: Tally, console: Console) -> Iterator[Outcome]:
    """Pass outcomes on, count them, show a bar on a terminal, and name each refusal on standard error."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("coding", total=None, speed="")
        for outcome in outcomes:
            if isinstance(outcome, Refusal):
                tally.refused += 1
                console.print(f"refused: {outcome.what}: {outcome.why}", style="yellow", markup=False)
            else:
                tally.coded += 1
            speed = progress.tasks[task].speed
            progress.update(task, advance=1, speed=f"{speed:.1f}/s" if speed else "")
            yield outcome
