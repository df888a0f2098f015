"""Scores with 95% intervals, from any function of a set of documents (or sentences)."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

Unit = TypeVar("Unit")


class Measure(NamedTuple):
    """A score with its 95% interval."""

    value: float
    low: float
    high: float


def measured(
    units: Sequence[Unit], rates: Callable[[Sequence[Unit]], Mapping[str, float]], samples: int = 1000
) -> dict[str, Measure]:
    """Each of the scores that `rates` gives for all `units`, with its percentile interval.

    Units are drawn with replacement (Efron & Tibshirani 1993, chapter 13). Same units and samples give the same.
    """
    draw = random.Random(1)
    drawn = [rates(draw.choices(units, k=len(units))) for _ in range(samples)]
    measures = {}
    for name, value in rates(units).items():
        ranked = sorted(some[name] for some in drawn)
        measures[name] = Measure(value, ranked[int(0.025 * samples)], ranked[int(0.975 * (samples - 1))])
    return measures
