"""Progress on standard error: a bar where a person watches, for more than one report; else a line a minute."""

import time
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

from sayso.cli.safe import plain
from sayso.pipeline.shards import Resumed
from sayso.records.coded import CodedReport, Refusal

Outcome = TypeVar("Outcome")

EVERY = 60.0
"""Seconds between two lines of progress where standard error is no terminal."""


class Tally:
    """What has been counted: reports coded now, coded by an earlier run, and refused."""

    def __init__(self) -> None:
        self.coded = self.resumed = self.refused = self.undated = 0
        self._why = ""
        self._began = time.monotonic()

    def count(self, outcome: object) -> int:
        """Count an outcome; say how many reports it stands for."""
        if isinstance(outcome, Resumed):
            self.resumed += outcome.coded
            self.refused += len(outcome.refusals)
            return outcome.coded + len(outcome.refusals)
        if isinstance(outcome, Refusal):
            self.refused += 1
        else:
            self.coded += 1
            if isinstance(outcome, CodedReport) and outcome.report.published is None:
                self.undated += 1
                self._why = self._why or f"{outcome.report.id}: {outcome.report.published_why}"
        return 1

    def say_undated(self, console: Console) -> None:
        """Say how many of the reports coded now have no date, without which "on Monday" has none either."""
        if self.undated:
            told = f"{self.undated} of {self.coded} have no publication date, such as {plain(self._why, width=160)}"
            console.print(told, style="yellow", markup=False, highlight=False, soft_wrap=True)

    def speed(self) -> str:
        """Reports coded a second since the tally was made, in words."""
        return f"{self.coded / max(time.monotonic() - self._began, 0.001):.1f} reports a second"

    def counted(self) -> str:
        """What was coded and refused, in words."""
        earlier = f", {self.resumed} by an earlier run" if self.resumed else ""
        return f"{self.coded} coded{earlier}, {self.refused} refused"

    def told(self) -> str:
        """How far a run has come, in words."""
        parts = ((self.coded, "coded"), (self.resumed, "by an earlier run"), (self.refused, "refused"))
        return f"so far {', '.join(f'{count} {what}' for count, what in parts if count)}; {self.speed()}"

    def exit_code(self) -> int:
        """0 where nothing was refused, else 1."""
        return 1 if self.refused else 0


def watch(outcomes: Iterable[Outcome], tally: Tally, console: Console) -> Iterator[Outcome]:
    """Pass outcomes on, count them, and name each refusal on standard error.

    How far the run has come is shown by a bar on a terminal, elsewhere (a log) by a line a minute.
    """
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("coding", total=None, speed="", visible=False)
        due = time.monotonic() + EVERY
        for outcome in outcomes:
            if isinstance(outcome, Refusal):
                what, why = plain(outcome.what), plain(outcome.why)
                console.print(
                    f"refused: {what}: {why}", style="yellow", markup=False, highlight=False, soft_wrap=True
                )
            advance = tally.count(outcome)
            speed = progress.tasks[task].speed
            several = tally.coded + tally.resumed + tally.refused > 1
            progress.update(task, advance=advance, visible=several, speed=f"{speed:.1f}/s" if speed else "")
            if not console.is_terminal and time.monotonic() >= due:
                console.print(tally.told(), markup=False, highlight=False, soft_wrap=True)
                due = time.monotonic() + EVERY
            yield outcome
