"""CPU time of the whole product beside bare spaCy: same model, same texts, same process, threads pinned.

    SAYSO_DATA=... python bench/speed.py [--reports 295] [--profile]

Reads the Wikinews articles below $SAYSO_DATA/reports, or the project's example reports where that is not set.
Bare spaCy is the same model's full pipeline through `nlp.pipe(batch_size=64)`. Both take turns, 64 reports at a
time, so that a machine that is slower for a while is so for both. Each measurement comes after a warm-up on a few
texts, so that loading is not counted. Peak memory is the process's, at the end.
"""

import argparse
import cProfile
import csv
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from itertools import cycle, islice
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy

from sayso.parse.load import DEFAULT_MODEL
from sayso.pipeline.coder import Coder
from sayso.read.options import Options
from sayso.read.text import from_text
from sayso.records.coded import CodedReport
from sayso.records.report import Article
from sayso.records.settings import Settings

_TURN = 64


def main() -> None:
    """Measure, and print a table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reports", type=int, default=295)
    asked.add_argument(
        "--profile", action="store_true", help="print where the time goes, function by function"
    )
    asked.add_argument("--attribution", choices=("model", "rules"), default=Settings().attribution)
    options = asked.parse_args()
    texts = list(islice(cycle(news_texts()), options.reports))
    nlp = spacy.load(DEFAULT_MODEL)
    for text, day in texts[:2]:
        from_text(text, Options.of(published=day))
    articles, reading = _timed(lambda: [from_text(text, Options.of(published=day)) for text, day in texts])
    list(nlp.pipe([article.report.text for article in articles[:8]]))
    coder = Coder(Settings(attribution=options.attribution))
    list(coder.code_many(articles[:8]))
    stages = _watch(coder)
    profile = cProfile.Profile() if options.profile else None
    outcomes, bare, whole = [], 0.0, 0.0
    for first in range(0, len(articles), _TURN):
        turn = articles[first : first + _TURN]
        bare += _timed(
            lambda turn=turn: [None for _ in nlp.pipe((a.report.text for a in turn), batch_size=_TURN)]
        )[1]
        with profile or nullcontext():
            coded, seconds = _timed(lambda turn=turn: list(coder.code_many(turn)))
        outcomes += coded
        whole += seconds
    if profile is not None:
        profile.print_stats("cumulative")
    _report(articles, outcomes, bare, whole, reading, stages)


def _report(
    articles: list[Article],
    outcomes: list[Any],
    bare: float,
    whole: float,
    reading: float,
    stages: dict[str, float],
) -> None:
    coded = sum(isinstance(one, CodedReport) for one in outcomes)
    tokens = sum(len(article.report.text.split()) for article in articles)
    print(f"{len(articles)} reports, {tokens} words; {coded} coded, {len(outcomes) - coded} refused")
    print(f"{'':24}{'CPU s':>9}{'x spaCy':>9}{'reports/s':>11}{'peak MB':>9}")
    print(f"{'bare spaCy':24}{bare:9.2f}{1:9.2f}{len(articles) / bare:11.1f}")
    print(f"{'sayso, one process':24}{whole:9.2f}{whole / bare:9.2f}{len(articles) / whole:11.1f}{_peak():9}")
    for name, seconds in (("read (plain text)", reading), *stages.items()):
        print(f"  {name:22}{seconds:9.2f}{seconds / bare:9.2f}")


def _watch(coder: Coder) -> dict[str, float]:
    """Wrap each stage of the coder so that its CPU time is counted."""
    spent: dict[str, float] = defaultdict(float)
    coder._plan = tuple(_Watched(stage, spent) for stage in coder._plan)
    return spent


class _Watched:
    def __init__(self, stage: Any, spent: dict[str, float]) -> None:
        self._stage, self._spent = stage, spent
        self.name, self.version, self.reads, self.gives = stage.name, stage.version, stage.reads, stage.gives

    def __call__(self, *given: Any) -> Any:
        before = time.process_time()
        made = self._stage(*given)
        self._spent[self.name] += time.process_time() - before
        return made

    def many(self, articles: Any) -> Iterator[Any]:
        before = time.process_time()
        made = list(self._stage.many(articles))
        self._spent[self.name] += time.process_time() - before
        return iter(made)


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    before = time.process_time()
    made = work()
    return made, time.process_time() - before


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def news_texts() -> list[tuple[str, str | None]]:
    """Texts and dates: the Wikinews articles, or the example reports where SAYSO_DATA is not set."""
    data = os.environ.get("SAYSO_DATA")
    if data is None:
        print("SAYSO_DATA is not set: the project's example reports, over and over", file=sys.stderr)
        examples = sorted((Path(__file__).parents[1] / "examples" / "reports").glob("*.txt"))
        return [(file.read_text("utf-8"), "2025-06-07") for file in examples]
    found = []
    for file in sorted((Path(data) / "reports").glob("wikinews_*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            found += [
                (f"{row['title']}\n\n{row['text']}", row.get("date") or None)
                for row in csv.DictReader(opened)
            ]
    return found


if __name__ == "__main__":
    main()
