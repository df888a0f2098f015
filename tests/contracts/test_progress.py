"""Progress where nobody watches: a plain line now and then on standard error, and nothing for a short run."""

import io

import pytest
from rich.console import Console

from sayso.cli import progress
from sayso.cli.progress import Tally, watch
from sayso.pipeline.shards import Resumed
from sayso.records.coded import Refusal

REFUSED = Refusal(stage="read", what="a/folder/with/a/long/name/" * 5 + "b.pdf", why="it is a PDF")


def _told(monkeypatch: pytest.MonkeyPatch, every: float) -> list[str]:
    monkeypatch.setattr(progress, "EVERY", every)
    log = io.StringIO()
    outcomes = ["one", Resumed(coded=8, refusals=()), REFUSED]
    passed = list(watch(outcomes, Tally(), Console(file=log, width=80)))
    assert passed == outcomes
    return log.getvalue().splitlines()


def test_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says what was coded now, before, and refused, and how fast."""
    lines = _told(monkeypatch, 0.0)

    assert lines[0].startswith("so far 1 coded; ")
    assert lines[1].startswith("so far 1 coded, 8 by an earlier run; ")
    assert lines[-1].startswith("so far 1 coded, 8 by an earlier run, 1 refused; ")
    assert lines[-1].endswith(" reports a second")


def test_a_short_run_shows_refusals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the first minute only refusals are told, each on one line, however long its name."""
    assert _told(monkeypatch, 60.0) == [f"refused: {REFUSED.what}: {REFUSED.why}"]
