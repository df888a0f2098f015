"""Map a function over batches on this machine's cores; a worker that dies costs one item, not the run.

The function and its arguments must be picklable: workers are new processes, so that nothing (threads, open
files, models) is shared by accident. Results come in the order of the batches, and no more than a few batches a
worker are held at once, so that memory does not grow with the number of batches.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Sequence[Item]], list[Result]]
OnCrash = Callable[[Item], Result]

AHEAD = 2


def map_batches(
    work: "Work[Item, Result]",
    batches: Iterable[Sequence[Item]],
    *,
    workers: int,
    on_crash: "OnCrash[Item, Result]",
) -> Iterator[list[Result]]:
    """`work(batch)` for each batch, in order.

    With one worker it runs in this process. If a worker process dies, the batches that were under way are done
    again item by item, each in a process of its own; an item that kills its process twice becomes
    `on_crash(item)`. An exception that `work` raises is raised here.
    """
    if workers <= 1:
        for batch in batches:
            yield work(batch)
        return
    stream = iter(batches)
    pool = _pool(workers)
    running: deque[tuple[Sequence[Item], Future[list[Result]]]] = deque()
    try:
        while True:
            for batch in islice(stream, workers * AHEAD - len(running)):
                running.append((batch, pool.submit(work, batch)))
            if not running:
                return
            batch, future = running.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                suspects = [batch, *(waiting for waiting, _ in running)]
                running.clear()
                for suspect in suspects:
                    yield [_alone(work, item, on_crash) for item in suspect]
                pool = _pool(workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(work: "Work[Item, Result]", item: Item, on_crash: "OnCrash[Item, Result]") -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(work, [item]).result()[0]
        except BrokenProcessPool:
            return on_crash(item)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """End this worker when the process that started it ends, however it ends (kill -9 closes no queue)."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_wait, args=(parent.sentinel,), daemon=True).start()


def _wait(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
