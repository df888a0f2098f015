"""Many reports over this machine's cores, in order, with flat memory."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice

from sayso.engine.local import map_batches
from sayso.pipeline.batches import in_batches
from sayso.pipeline.coder import Coder
from sayso.records.coded import CodedReport, Refusal
from sayso.records.report import Article
from sayso.records.settings import Settings

Given = Article | Refusal
Outcome = CodedReport | Refusal

BATCH = 32
_AGAIN = (
    "this text was given before under this id, and is coded once; to keep both, as two outlets' prints, "
    "give each an id (--id-column, --url-column)"
)


def code_all(given: Iterable[Given], settings: Settings, *, workers: int | None = None) -> Iterator[Outcome]:
    """The outcome of each article, in order; refusals among the input are passed on in their place.

    `workers` is the number of processes; None takes one for each core, or this process alone where the input
    ends within one batch.
    """
    batches = in_batches(given, BATCH)
    head = list(islice(batches, 2))
    count = (os.cpu_count() or 1) if workers is None else workers
    if len(head) < 2:
        count = 1
    rest = (batch for source in (head, batches) for batch in source)
    for outcomes in map_batches(partial(_code, settings), rest, workers=count, on_crash=_crashed):
        yield from outcomes


def once(given: Iterable[Given]) -> Iterator[Given]:
    """Each report once: a Refusal in place of one whose id and text were given before, so that ids stay unique."""
    seen: set[tuple[str, str]] = set()
    for one in given:
        if isinstance(one, Refusal):
            yield one
            continue
        name = (one.report.id, one.report.version)
        if name in seen:
            yield Refusal(stage="read", what=_called(one), why=_AGAIN)
        else:
            seen.add(name)
            yield one


def _called(article: Article) -> str:
    """What a person knows a report by: its id, unless that is a digest; then its first words."""
    report = article.report
    return report.id if report.id != report.text_digest else f"“{' '.join(report.text.split()[:8])} …”"


def _code(settings: Settings, batch: Sequence[Given]) -> list[Outcome]:
    return list(_coder(settings).code_many(batch))


@cache
def _coder(settings: Settings) -> Coder:
    return Coder(settings)


def _crashed(given: Given) -> Outcome:
    if isinstance(given, Refusal):
        return given
    return Refusal(stage="run", what=given.report.id, why="the process that coded it died, twice")
