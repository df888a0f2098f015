"""Workers killed from outside, as the kernel does where memory runs out."""

import os
import signal
import time
from collections.abc import Sequence
from multiprocessing import active_children

from sayso.engine.local import map_batches


def _slow(batch: Sequence[int]) -> list[int]:
    time.sleep(0.2)
    return [2 * item for item in batch]


def _deadly(batch: Sequence[int]) -> list[int]:
    if 40 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return [2 * item for item in batch]


def _kill_one() -> None:
    child = active_children()[0]
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()


def test_a_worker_killed_at_work_costs_nothing() -> None:
    """The batches that were under way are done again, and none is lost."""
    batches = [[n, n + 1] for n in range(0, 20, 2)]
    found = []
    for number, results in enumerate(map_batches(_slow, batches, workers=2, on_crash=lambda item: -item)):
        found += results
        if number == 2:
            _kill_one()

    assert found == [2 * n for n in range(20)]


def test_a_worker_killed_while_nobody_waits_costs_nothing() -> None:
    """A pool that broke while the caller was busy with the last results refuses the next batch: it is made anew."""
    found = []
    for number, results in enumerate(
        map_batches(_slow, [[n] for n in range(12)], workers=2, on_crash=lambda item: -item)
    ):
        found += results
        if number == 0:
            time.sleep(0.5)
            _kill_one()
            time.sleep(0.5)

    assert found == [2 * n for n in range(12)]


def test_the_deadly_item_is_found_by_halving() -> None:
    """Of a large batch the one item that kills its process is lost, and all others are done."""
    found = list(
        map_batches(_deadly, [list(range(64)), list(range(64, 70))], workers=2, on_crash=lambda item: -item)
    )

    assert [one for results in found for one in results] == [-40 if n == 40 else 2 * n for n in range(70)]
