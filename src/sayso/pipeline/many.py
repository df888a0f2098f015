"""Many reports over this machine's cores, in order, with flat memory."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, islice

from sayso.engine.local import Stopped, map_batches, never
from sayso.pipeline.batches import in_batches
from sayso.pipeline.coder import Coder
from sayso.records.coded import CodedReport, Refusal
from sayso.records.report import Article
from sayso.records.settings import Settings

Given = Article | Refusal
Outcome = CodedReport | Refusal

BATCH = 4
"""Reports that are coded together: few, so that a run that is stopped soon ends; larger batches are no quicker."""
ALONE = 32
"""So many reports are coded in this process: others take longer to start than they save."""
_AGAIN = (
    "it is the same report as {}, which is coded; two outlets' prints differ by publisher, date, URL or id"
)


def code_all(
    given: Iterable[Given], settings: Settings, *, workers: int | None = None, stopped: Stopped = never
) -> Iterator[Outcome]:
    """The outcome of each article, in order; refusals among the input are passed on in their place.

    `workers` is the number of processes; None takes one for each core, or this process alone where there are few
    reports. Once `stopped()` is true, only those under way are finished.
    """
    stream = iter(given)
    head = list(islice(stream, ALONE + 1))
    count = (os.cpu_count() or 1) if workers is None else workers
    if len(head) <= ALONE:
        count = 1
    batches = in_batches(chain(head, stream), BATCH)
    code = partial(_code, settings)
    for outcomes in map_batches(code, batches, workers=count, on_crash=_crashed, stopped=stopped):
        yield from outcomes


def once(given: Iterable[Given]) -> Iterator[Given]:
    """Each report once: a Refusal in place of one that was given before, by the name of that one.

    The same id and text make the same report; so ids stay unique in the tables.
    """
    seen: dict[tuple[str, str], str] = {}
    for one in given:
        if isinstance(one, Refusal):
            yield one
            continue
        name = (one.report.id, one.report.version)
        if name in seen:
            yield Refusal(stage="read", what=one.name, why=_AGAIN.format(seen[name]))
        else:
            seen[name] = one.name
            yield one


def _code(settings: Settings, batch: Sequence[Given]) -> list[Outcome]:
    return list(_coder(settings).code_many(batch))


@cache
def _coder(settings: Settings) -> Coder:
    return Coder(settings)


def _crashed(given: Given) -> Outcome:
    if isinstance(given, Refusal):
        return given
    return Refusal(stage="run", what=given.report.id, why="the process that coded it died, twice")
