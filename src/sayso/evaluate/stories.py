"""Scoring stories: B-cubed precision, recall and F1 of clustering reports by event.

B-cubed (Bagga and Baldwin 1998) over the gold articles: precision is the share of an article's cluster that is of its
event, recall the share of its event that is in its cluster. Noise articles (rows without an event, or `--noise`) are
clustered with the rest: one in a gold cluster costs precision, and is not scored itself. Beside sayso stand two
baselines on the same rows: TF-IDF (words of the whole text, cosine, average linkage, at the threshold that is best on
this very file) and chance (sayso's clusters, shuffled). Intervals are 95% percentile intervals over events drawn with
replacement; the margin over TF-IDF is paired.
"""

import csv
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sayso.errors import UsageError
from sayso.evaluate.bootstrap import Measure, drawn, ends
from sayso.ledger.stories import Told, average_linkage, cosine, stories

_WORD = re.compile(r"[^\W\d_]{3,}")
ROUNDS = 2000


class Gold(NamedTuple):
    """An article with its event; None for noise."""

    told: Told
    event: str | None


class StoryScores(NamedTuple):
    """Scores by system ("sayso", "tf-idf", "chance") and name, the margin in F1 over TF-IDF, and sayso's clusters."""

    systems: dict[str, dict[str, Measure]]
    margin: Measure
    clusters: list[int]
    articles: int
    events: int
    noise: int


class _Item(NamedTuple):
    event: str
    precision: float
    recall: float


def score(file: Path, noise: Sequence[Path] = ()) -> StoryScores:
    """Cluster the articles of `file` (JSON lines: event, published, title, text), and score.

    `noise`: CSVs with date, title and text, whose dates are shifted into the range of the file's.
    """
    rows = read_stories(file)
    given = len(rows)
    if noise:
        rows += _noise(noise, rows)
    ours = stories([row.told for row in rows])
    simple = _tf_idf(rows)
    shuffled = list(ours)
    random.Random(1).shuffle(shuffled)
    items = {
        name: _items(rows, labels)
        for name, labels in (("sayso", ours), ("tf-idf", simple), ("chance", shuffled))
    }
    samples = _samples(items["sayso"])
    return StoryScores(
        systems={name: {kind: _measure(found, samples, kind) for kind in ("precision", "recall", "f1")}
                 for name, found in items.items()},
        margin=_margin(items["sayso"], items["tf-idf"], samples),
        clusters=ours[:given],
        articles=len(items["sayso"]),
        events=len({item.event for item in items["sayso"]}),
        noise=len(rows) - len(items["sayso"]),
    )  # fmt: skip


def read_stories(file: Path) -> list[Gold]:
    """The rows of a stories file, in order. Raises UsageError with the line for a row that is none."""
    rows = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            told = Told(row.get("title") or "", row.get("text") or "", _day(row.get("published")))
        except (ValueError, AttributeError) as error:
            raise UsageError(f"{file}, line {number}: no row of stories: {error}") from error
        event = row.get("event")
        rows.append(Gold(told, None if event is None else str(event)))
    return rows


def _noise(files: Sequence[Path], rows: Sequence[Gold]) -> list[Gold]:
    found = []
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            found += [Told(r["title"], r["text"], _day(r["date"])) for r in csv.DictReader(lines)]
    days = [row.told.published.toordinal() for row in rows if row.told.published]
    own = [told.published.toordinal() for told in found if told.published]
    if not days or not own:
        return [Gold(told, None) for told in found]
    scale = (max(days) - min(days)) / max(max(own) - min(own), 1)
    moved = [
        told._replace(
            published=date.fromordinal(min(days) + int((told.published.toordinal() - min(own)) * scale))
        )
        if told.published
        else told
        for told in found
    ]
    return [Gold(told, None) for told in moved]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _tf_idf(rows: Sequence[Gold]) -> list[int]:
    counted = [Counter(_WORD.findall(f"{row.told.title} {row.told.text}".lower())) for row in rows]
    similarity = cosine(counted)
    tried = [average_linkage(similarity, step / 100) for step in range(6, 31)]
    return max(tried, key=lambda labels: _f1(_items(rows, labels)))


def _items(rows: Sequence[Gold], labels: Sequence[int]) -> list[_Item]:
    clusters: dict[int, list[str | None]] = defaultdict(list)
    for row, label in zip(rows, labels, strict=True):
        clusters[label].append(row.event)
    size = Counter(row.event for row in rows)
    found = []
    for row, label in zip(rows, labels, strict=True):
        if row.event is not None:
            same = clusters[label].count(row.event)
            found.append(_Item(row.event, same / len(clusters[label]), same / size[row.event]))
    return found


def _f1(items: Sequence[_Item]) -> float:
    return _value(items, "f1")


def _value(items: Sequence[_Item], kind: str) -> float:
    precision = sum(item.precision for item in items) / max(len(items), 1)
    recall = sum(item.recall for item in items) / max(len(items), 1)
    if kind == "f1":
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision if kind == "precision" else recall


def _samples(items: Sequence[_Item]) -> list[list[int]]:
    """Positions of the articles of events drawn with replacement, a list a round."""
    by_event: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        by_event[item.event].append(at)
    return [[at for event in some for at in by_event[event]] for some in drawn(sorted(by_event), ROUNDS)]


def _measure(items: Sequence[_Item], samples: list[list[int]], kind: str) -> Measure:
    return Measure(_value(items, kind), *ends([_value([items[at] for at in some], kind) for some in samples]))


def _margin(ours: Sequence[_Item], theirs: Sequence[_Item], samples: list[list[int]]) -> Measure:
    values = [_f1([ours[at] for at in some]) - _f1([theirs[at] for at in some]) for some in samples]
    return Measure(_f1(ours) - _f1(theirs), *ends(values))
