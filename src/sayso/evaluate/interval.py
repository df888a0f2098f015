"""Precision, recall and F1 from counts, with bootstrap intervals over articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.evaluate.bootstrap import SAMPLES, drawn, ends


@dataclass(frozen=True, slots=True)
class Count:
    """How many were right, how many predicted, how many in the gold."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 if nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 if there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Count(right=1, predicted=2, gold=2).f1
        0.5
        """
        whole = self.predicted + self.gold
        return 2 * self.right / whole if whole else 0.0


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts."""
    return sum(counts, Count())


def f1_interval(counts: Sequence[Count], *, rounds: int = SAMPLES) -> tuple[float, float]:
    """The 95% bootstrap interval of micro F1, articles drawn with replacement.

    `counts` has one entry an article. No article gives (0, 0).
    """
    if not counts:
        return 0.0, 0.0
    return ends([total(some).f1 for some in drawn(counts, rounds, seed=0)])
