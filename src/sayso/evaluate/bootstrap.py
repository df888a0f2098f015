"""Scores with 95% intervals, from any function of a set of documents (or sentences).

Percentile intervals of units drawn with replacement (Efron & Tibshirani 1993, chapter 13). Same units, samples and
seed give the same.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

SAMPLES = 1000

Unit = TypeVar("Unit")


class Measure(NamedTuple):
    """A score with its 95% interval."""

    value: float
    low: float
    high: float


def measured(
    units: Sequence[Unit],
    rates: Callable[[Sequence[Unit]], Mapping[str, float]],
    samples: int = SAMPLES,
    seed: int = 1,
) -> dict[str, Measure]:
    """Each of the scores that `rates` gives for all `units`, with its interval."""
    some = [rates(one) for one in drawn(units, samples, seed)]
    return {name: Measure(value, *ends([one[name] for one in some])) for name, value in rates(units).items()}


def drawn(units: Sequence[Unit], samples: int, seed: int = 1) -> Iterator[list[Unit]]:
    """As many units as there are, drawn with replacement, `samples` times."""
    draw = random.Random(seed)
    return (draw.choices(units, k=len(units)) for _ in range(samples))


def ends(values: Sequence[float]) -> tuple[float, float]:
    """Between which two of the values 95% of them lie.

    >>> ends(range(1000))
    (25, 974)
    """
    ranked = sorted(values)
    return ranked[int(0.025 * len(ranked))], ranked[int(0.975 * (len(ranked) - 1))]
