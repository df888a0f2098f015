"""Scores of an attribution method on public gold, in whichever form the gold comes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
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
    """All scores, and what was predicted, in the gold's order.

    `predicted` holds an object a sentence, `{"labels": [...]}`, in the CofeNet form, and else one an article,
    `{"doc": ..., "attributions": [...]}`, with spans as in PolNeAR's JSON lines. `shares` are figures that are shares
    of the gold, by name; the CofeNet form has none.
    """

    scores: tuple[Score, ...]
    predicted: tuple[Mapping[str, object], ...]
    shares: tuple[tuple[str, Count], ...] = ()

    def predictions(self) -> str:
        """What was predicted as JSON lines."""
        return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in self.predicted)


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
    articles = polnear.read(path)
    found = [attribute(gold.text) for gold in articles]
    pairs = list(zip(articles, found, strict=True))
    counts = [attribution_score.score_article(gold, given) for gold, given in pairs]
    predicted = tuple({"doc": gold.doc, "attributions": list(given)} for gold, given in pairs)
    shares = tuple((name, total(one[name] for one in counts)) for name in attribution_score.SHARES)
    return AttributionReport(_scores(attribution_score.NAMES, counts), predicted, shares)


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
    return AttributionReport(_scores(names, counts), tuple({"labels": row} for row in labels))


def _scores(names: Sequence[str], counts: Sequence[dict[str, Count]]) -> tuple[Score, ...]:
    columns = [(name, [article[name] for article in counts]) for name in names]
    return tuple(Score(name, total(column), f1_interval(column)) for name, column in columns)
