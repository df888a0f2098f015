"""Scores of an attribution method on public gold, in whichever form the gold comes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sayso.errors import UsageError
from sayso.evaluate import attribution_score, cofenet, polnear
from sayso.evaluate.attribution_gold import ROLES, Roles
from sayso.evaluate.interval import Count, f1_interval, total

Attribute: TypeAlias = Callable[[str], Sequence[Roles]]
"""A method: text in, attributions (spans by role) out."""


@dataclass(frozen=True, slots=True)
class Score:
    """One line of a report: micro scores over all articles, and the 95% bootstrap interval of F1."""

    name: str
    count: Count
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class AttributionReport:
    """All scores, and for the CofeNet form the predicted labels of each sentence in the file's order.

    `shares` are figures that are shares of the gold, by name; the CofeNet form has none.
    """

    scores: tuple[Score, ...]
    labels: tuple[tuple[str, ...], ...] = ()
    shares: tuple[tuple[str, Count], ...] = ()

    def predictions(self) -> str:
        """One JSON object a sentence, `{"labels": [...]}`; empty for the other forms."""
        return "".join(json.dumps({"labels": labels}) + "\n" for labels in self.labels)


def score(path: Path, attribute: Attribute) -> AttributionReport:
    """Score `attribute` on a PolNeAR folder, its JSON lines, or a CofeNet file.

    Raises UsageError if `path` is none of them.
    """
    return _cofenet(path, attribute) if _is_cofenet(path) else _polnear(path, attribute)


def _is_cofenet(path: Path) -> bool:
    if path.is_dir():
        return False
    try:
        with path.open(encoding="utf-8") as lines:
            return '"tokens"' in lines.readline()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}") from error


def _polnear(path: Path, attribute: Attribute) -> AttributionReport:
    counts = [attribution_score.score_article(gold, attribute(gold.text)) for gold in polnear.read(path)]
    shares = tuple((name, total(one[name] for one in counts)) for name in attribution_score.SHARES)
    return AttributionReport(_scores(attribution_score.NAMES, counts), shares=shares)


def _cofenet(path: Path, attribute: Attribute) -> AttributionReport:
    sentences = cofenet.read(path)
    labels: list[list[str]] = []
    counts: list[dict[str, Count]] = []
    for rebuilt in cofenet.rebuild(sentences):
        found = cofenet.labels(rebuilt, attribute(rebuilt.text))
        gold = [sentence.labels for sentence in sentences[len(labels) : len(labels) + len(found)]]
        pairs = [cofenet.score_sentence(*pair) for pair in zip(gold, found, strict=True)]
        counts.append({f"exact.{role}": total(pair[role] for pair in pairs) for role in ROLES})
        labels += found
    names = [f"exact.{role}" for role in ROLES]
    return AttributionReport(_scores(names, counts), tuple(tuple(row) for row in labels))


def _scores(names: Sequence[str], counts: Sequence[dict[str, Count]]) -> tuple[Score, ...]:
    columns = [(name, [article[name] for article in counts]) for name in names]
    return tuple(Score(name, total(column), f1_interval(column)) for name, column in columns)
