"""Which candidate is the most likely: a conditional logit over a name's candidates, its weights a table.

The weights are fitted by train/places/fit.py and read from lexicons/data/places/ranking.tsv. Three rounds: each
place alone, then twice with the company of the others' likely places.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from sayso.lexicons.load import table
from sayso.records.base import Record
from sayso.resolve.places.features import ALONE, COMPANY, Field, Floats, Ints, alone, company

_ROUNDS = 2
_OUTRANKS = 100.0
"""What a place of the user's own table has before all others of its name; far above any weighed sum."""

_CALLED = 2.0
"""What a place has before others where news calls its country by the name: "Gaza" is seldom Mozambique's province."""


class Weight(Record, frozen=True, kw_only=True):
    """The weight of a feature in the first round (`alone`) and in the later ones (`company`).

    `words` is what a reason says of it; empty for a feature that says nothing to a reader.
    """

    feature: str
    alone: float = 0.0
    company: float = 0.0
    words: str = ""


@dataclass(frozen=True)
class Ranking:
    """The probability `p` of each of a field's candidates among those of its name, and what it rests on."""

    p: Floats
    features: Floats

    def reasons(self, best: int, second: int, most: int = 2) -> tuple[str, ...]:
        """The words of the features that most set the candidate in row `best` before that in row `second`."""
        weights, words = _later(), _words()
        gain = (self.features[best] - self.features[second]) * weights
        order = [int(i) for i in np.argsort(-gain) if gain[i] > 0.1 and words[i]]
        return tuple(dict.fromkeys(words[i] for i in order))[:most]


def rank(field: Field) -> Ranking:
    """Rank all candidates of a report's names together."""
    own = alone(field)
    mine = _OUTRANKS * field.mine + _CALLED * field.called
    p = softmax(own @ _first() + mine, field.group)
    features = np.hstack([own, company(field, p)])
    for _ in range(_ROUNDS - 1):
        p = softmax(features @ _later() + mine, field.group)
        features = np.hstack([own, company(field, p)])
    return Ranking(softmax(features @ _later() + mine, field.group), features)


@cache
def _table() -> dict[str, Weight]:
    return {row.feature: row for row in table("places/ranking.tsv", Weight)}


@cache
def _first() -> Floats:
    return np.array([_table()[name].alone for name in ALONE])


@cache
def _later() -> Floats:
    return np.array([_table()[name].company for name in ALONE + COMPANY])


@cache
def _words() -> tuple[str, ...]:
    return tuple(_table()[name].words for name in ALONE + COMPANY)


def softmax(score: Floats, group: Ints) -> Floats:
    """Scores to probabilities within each group; `group` holds numbers from 0, in order."""
    if not len(score):
        return score
    top = np.full(group[-1] + 1, -np.inf)
    np.maximum.at(top, group, score)
    raised = np.exp(score - top[group])
    found: Floats = raised / np.bincount(group, raised)[group]
    return found
