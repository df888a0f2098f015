"""Ctrl-C and SIGTERM: what is under way is finished and kept, and the exit code says that the run was stopped."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

import typer
from rich.console import Console

_FIRST = b"\nstopping: the reports under way are finished first (once more: stop at once)\n"


class Stop:
    """Whether the user, or the system, has asked for an end; called, it says so."""

    def __init__(self) -> None:
        self.signal = 0
        self.at_once = False

    def __call__(self) -> bool:
        """Whether the run is to end."""
        return self.signal != 0

    def heard(self, number: int, frame: FrameType | None = None) -> None:
        """Take note of a signal; the second one interrupts at once."""
        self.at_once, self.signal = self(), number
        if self.at_once:
            raise KeyboardInterrupt
        os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, _FIRST)

    def leave(self, errors: Console, told: str) -> None:
        """If the run was stopped, say what is kept and how to go on, and exit as scripts expect: 128 + signal."""
        if self():
            errors.print(f"stopped: {told}", markup=False, highlight=False, soft_wrap=True)
            raise typer.Exit(128 + self.signal)


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Within, SIGINT and SIGTERM are heard by what is given.

    After a second signal the process ends at once: workers, which end with it, are not waited for.
    """
    stop = Stop()
    if current_thread() is not main_thread():  # only there can signals be heard
        yield stop
        return
    before = {number: signal.signal(number, stop.heard) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    except BaseException:  # DuckDB makes an error of its own of an interrupt in the midst of a query
        if not stop.at_once:
            raise
        sys.stdout.flush()
        os.write(2, b"stopped at once; what was written is kept\n")
        os._exit(128 + stop.signal)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
