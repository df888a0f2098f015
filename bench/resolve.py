"""What the stage resolve adds: megabytes on disk, peak memory, and CPU time beside bare spaCy.

    SAYSO_DATA=... python bench/resolve.py [--reports 100]

Two fresh processes parse the same texts and find their statements by rule; one of them resolves too.
Disk: the stage's code, and the shipped tables that the one opens and the other does not (seen by an audit hook, so
that no list of tables can grow stale). Memory: the difference of their peak resident sizes. CPU: the time in the
stage beside bare spaCy (`nlp.pipe`, same model, same texts, same process), threads pinned, after a warm-up.
Texts: the Wikinews articles below $SAYSO_DATA/reports, or the project's example reports where that is not set.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TypedDict
from urllib.parse import unquote

CHILD = "--child"
GOALS = {"disk": 40.0, "memory": 200.0, "cpu": 1 / 3}
WARM_UP = 8
MB = 1_000_000


class Measured(TypedDict):
    """What one process tells: CPU seconds, peak resident size in MB, and shipped tables opened, with bytes."""

    words: int
    bare: float
    resolve: float
    peak: float
    tables: dict[str, int]


def main() -> None:
    """Measure in two processes, and print a table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--reports", type=int, default=100)
    asked.add_argument(CHILD, choices=("without", "with"), help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.child:
        print(json.dumps(measure(options.reports, resolving=options.child == "with")))
        return
    without, having = (_run(options.reports, child) for child in ("without", "with"))
    tables = {name: size for name, size in having["tables"].items() if name not in without["tables"]}
    _report(options.reports, without, having, tables)


def measure(reports: int, *, resolving: bool) -> Measured:
    """Run the plan up to statements, or to the end of resolve, and say what it took."""
    opened: dict[str, int] = {}
    sys.addaudithook(lambda event, given: _note(opened, event, given))
    import spacy
    from speed import news_texts

    from sayso.parse.load import DEFAULT_MODEL
    from sayso.pipeline.plan import plan
    from sayso.read.options import Options
    from sayso.read.text import from_text
    from sayso.records.settings import Settings

    articles = [
        from_text(text, Options.of(published=day)) for text, day in islice(cycle(news_texts()), reports)
    ]
    nlp = spacy.load(DEFAULT_MODEL)
    parse, encode, attribute, resolve = plan(Settings(attribution="rules"))[:4]
    spent = 0.0
    for batch in (articles[:WARM_UP], articles):
        spent = 0.0
        for parsed in map(parse.__call__, batch):
            attributed = attribute(parsed, encode(parsed))
            if resolving:
                before = time.process_time()
                resolve(parsed, attributed)
                spent += time.process_time() - before
    peak, before = _peak(), time.process_time()
    for _ in nlp.pipe((article.report.text for article in articles), batch_size=64):
        pass
    bare = time.process_time() - before
    words = sum(len(article.report.text.split()) for article in articles)
    return Measured(words=words, bare=bare, resolve=spent, peak=peak, tables=opened)


def _note(opened: dict[str, int], event: str, given: tuple[object, ...]) -> None:
    """Note a shipped table that is opened, as a file or as a database ("file:///...?mode=ro")."""
    if event not in ("open", "sqlite3.connect") or not given:
        return
    path = str(given[0])
    if path.startswith("file://"):
        path = unquote(path.removeprefix("file://").partition("?")[0])
    _, shipped, name = path.partition("/lexicons/data/")
    if shipped and name not in opened:
        opened[name] = Path(path).stat().st_size


def _run(reports: int, child: str) -> Measured:
    pinned = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, __file__, "--reports", str(reports), CHILD, child]
    done = subprocess.run(command, env=os.environ | pinned, stdout=subprocess.PIPE, check=True)
    found: Measured = json.loads(done.stdout)
    return found


def _report(reports: int, without: Measured, having: Measured, tables: dict[str, int]) -> None:
    code = sum(file.stat().st_size for file in _package("resolve").rglob("*.py")) / MB
    data = sum(tables.values()) / MB
    memory = having["peak"] - without["peak"]
    ratio = having["resolve"] / having["bare"]
    print(f"{reports} reports, {having['words']} words")
    print(f"tables {data:8.2f} MB, {len(tables)} that nothing before resolve opens; the largest:")
    for name, size in sorted(tables.items(), key=lambda item: -item[1])[:5]:
        print(f"       {size / MB:8.2f} MB  {name}")
    print(f"code   {code:8.2f} MB")
    print(f"peak   {without['peak']:8.0f} MB without resolve, {having['peak']:.0f} MB with it")
    print(f"CPU    {having['bare']:8.2f} s bare spaCy, {having['resolve']:.2f} s resolve")
    found = {"disk": data + code, "memory": memory, "cpu": ratio}
    for what, unit in (("disk", "MB"), ("memory", "MB"), ("cpu", "x bare spaCy")):
        kept = "kept" if found[what] <= GOALS[what] else "NOT KEPT"
        print(f"added {what:7}{found[what]:8.2f} {unit} (goal: at most {GOALS[what]:.2f}): {kept}")


def _package(part: str) -> Path:
    return Path(__file__).parents[1] / "src" / "sayso" / part


def _peak() -> float:
    """The process's peak resident size in MB; Linux's own count, which starts afresh with each program."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / MB
    per = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * per / MB


if __name__ == "__main__":
    main()
