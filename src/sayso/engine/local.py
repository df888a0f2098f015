"""Map a function over batches on this machine's cores; a worker that dies costs one item, not the run.

The function and its arguments must be picklable: workers are new processes, so that nothing (threads, open
files, models) is shared by accident. Results come in the order of the batches, and no more than a few batches a
worker are held at once, so that memory does not grow with the number of batches.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.connection import wait as wait_for
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Thread
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Sequence[Item]], list[Result]]
OnCrash = Callable[[Item], Result]
Stopped = Callable[[], bool]

AHEAD = 8
"""Batches a worker that are under way or wait: those behind a slow one go on meanwhile."""


def never() -> bool:
    """Nobody stops the run."""
    return False


def map_batches(
    work: "Work[Item, Result]",
    batches: Iterable[Sequence[Item]],
    *,
    workers: int,
    on_crash: "OnCrash[Item, Result]",
    stopped: Stopped = never,
) -> Iterator[list[Result]]:
    """`work(batch)` for each batch, in order.

    Once `stopped()` is true no batch is handed out; those that are under way are finished and given, so that
    nothing which was done is lost.

    With one worker it runs in this process. If a worker process dies, the batches that were under way are done
    again, one at a time; a batch whose process dies again is halved until the item is found that kills it, and
    that one becomes `on_crash(item)`. An exception that `work` raises is raised here.
    """
    if workers <= 1:
        for batch in batches:
            if stopped():
                return
            yield work(batch)
        return
    running, wait = _Running(work, workers), True
    try:
        for batch in batches:
            if stopped():
                break
            running.start(batch)
            if running.full():
                yield from running.finished(on_crash)
        while running.left(stopped()):
            yield from running.finished(on_crash)
    except KeyboardInterrupt:
        wait = False
        raise
    finally:
        running.end(wait=wait)


class _Running(Generic[Item, Result]):
    """The batches under way, in order, and the processes that do them."""

    def __init__(self, work: "Work[Item, Result]", workers: int) -> None:
        self._work, self._workers = work, workers
        self._pool = _pool(workers)
        self.batches: deque[tuple[Sequence[Item], Future[list[Result]] | None]] = deque()

    def start(self, batch: Sequence[Item]) -> None:
        """Hand a batch over; without a future where a worker has died meanwhile."""
        try:
            with _signals_held():
                self.batches.append((batch, self._pool.submit(self._work, batch)))
        except BrokenProcessPool:
            self.batches.append((batch, None))

    def left(self, stopped: bool) -> bool:
        """Whether batches are under way; if stopped, the last ones, that no process was given, are taken back."""
        while stopped and self.batches and (future := self.batches[-1][1]) is not None and future.cancel():
            self.batches.pop()
        return bool(self.batches)

    def full(self) -> bool:
        """Whether so many batches are under way that the next one waits."""
        return len(self.batches) >= self._workers * AHEAD

    def finished(self, on_crash: "OnCrash[Item, Result]") -> Iterator[list[Result]]:
        """The results of the first batch; of all that were under way where a worker has died."""
        batch, future = self.batches.popleft()
        try:
            if future is not None:
                yield future.result()
                return
        except BrokenProcessPool:
            pass
        self.end()
        suspects = [batch, *(waiting for waiting, _ in self.batches)]
        self.batches.clear()
        for suspect in suspects:
            yield _again(self._work, suspect, on_crash)
        self._pool = _pool(self._workers)

    def end(self, *, wait: bool = True) -> None:
        """End the processes, by default once their batches are done."""
        self._pool.shutdown(wait=wait, cancel_futures=True)


def _again(
    work: "Work[Item, Result]", batch: Sequence[Item], on_crash: "OnCrash[Item, Result]"
) -> list[Result]:
    """The results of a batch that may hold an item which kills its process."""
    with _pool(1) as pool:
        try:
            with _signals_held():
                future = pool.submit(work, batch)
            return future.result()
        except BrokenProcessPool:
            pass
    if len(batch) == 1:
        return [on_crash(batch[0])]
    middle = len(batch) // 2
    return [one for half in (batch[:middle], batch[middle:]) for one in _again(work, half, on_crash)]


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=_Workers(), initializer=_end_with_parent)


class _Worker(SpawnProcess):
    """A process that a broken pool ends by SIGKILL, for it hears nothing less."""

    def terminate(self) -> None:
        """End it."""
        self.kill()


class _Workers(SpawnContext):
    Process = _Worker


@contextmanager
def _signals_held() -> Iterator[None]:
    """Processes started here hear neither SIGINT nor SIGTERM, which a terminal or a batch system sends to all.

    The process that started them decides; one that ended in the midst of sending a result would hang the run.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """End this worker when the process that started it ends, however it ends (kill -9 closes no queue)."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_wait, args=(parent.sentinel,), daemon=True).start()


def _wait(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
