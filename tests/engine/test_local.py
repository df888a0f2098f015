"""Work over several processes: in order, all of it, and a crash costs one item."""

import os
from collections.abc import Sequence

import pytest

from sayso.engine.local import map_batches


def _double(batch: Sequence[int]) -> list[int]:
    return [2 * item for item in batch]


def _die_on_seven(batch: Sequence[int]) -> list[int]:
    if 7 in batch:
        os._exit(1)
    return [2 * item for item in batch]


def _fail(batch: Sequence[int]) -> list[int]:
    raise ValueError("three")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    """Every batch's results come once, in the order of the batches, with one worker as with two."""
    batches = [[1, 2], [3], [4, 5, 6], [8]]

    found = list(map_batches(_double, batches, workers=workers, on_crash=lambda item: -item))

    assert found == [[2, 4], [6], [8, 10, 12], [16]]


def test_a_worker_that_dies_costs_one_item() -> None:
    """The item that kills its process is answered by `on_crash`; its neighbours and the rest are done."""
    batches = [[1, 2], [6, 7, 8], [9], [10]]

    found = list(map_batches(_die_on_seven, batches, workers=2, on_crash=lambda item: -item))

    assert found == [[2, 4], [12, -7, 16], [18], [20]]


def test_an_exception_is_not_swallowed() -> None:
    """What the work raises is raised to the caller: only a dead process is made good."""
    with pytest.raises(ValueError, match="three"):
        list(map_batches(_fail, [[1]], workers=2, on_crash=lambda item: item))


@pytest.mark.parametrize("workers", [1, 2])
def test_stopped(workers: int) -> None:
    """Once stopped, what is under way is finished and given, in order, and the rest is not begun."""
    stop: list[int] = []
    found = []
    batches = [[n] for n in range(100)]
    run = map_batches(_double, batches, workers=workers, on_crash=lambda item: -1, stopped=lambda: bool(stop))
    for results in run:
        found += results
        stop.append(1)

    assert found == [2 * n for n in range(len(found))]
    assert 1 <= len(found) <= 16  # so many may be done before the first is given
