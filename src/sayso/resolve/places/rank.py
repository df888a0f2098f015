"""Which candidate is the most likely: a conditional logit over a name's candidates, its weights a table.

The weights are fitted by train/places/fit.py and read from lexicons/data/places/ranking.tsv. Three rounds: each
place alone, then twice with the company of the others' likely places.
"""

from functools import cache

import numpy as np

from sayso.lexicons.load import table
from sayso.records.base import Record
from sayso.resolve.places.features import ALONE, COMPANY, Field, Floats, Ints, alone, company


class Weight(Record, frozen=True, kw_only=True):
    """The weight of a feature in the first round (`alone`) and in the later ones (`company`)."""

    feature: str
    alone: float = 0.0
    company: float = 0.0


def probabilities(field: Field) -> Floats:
    """The probability of each candidate among those of its name."""
    first, later = weights()
    own = alone(field)
    p = softmax(own @ first, field.group)
    for _ in range(2):
        p = softmax(np.hstack([own, company(field, p)]) @ later, field.group)
    return p


@cache
def weights() -> tuple[Floats, Floats]:
    """The weights of the first round, in the order of ALONE, and of the later ones, of ALONE + COMPANY."""
    rows = {row.feature: row for row in table("places/ranking.tsv", Weight)}
    first = np.array([rows[name].alone for name in ALONE])
    return first, np.array([rows[name].company for name in ALONE + COMPANY])


def softmax(score: Floats, group: Ints) -> Floats:
    """Scores to probabilities within each group; `group` holds numbers from 0, in order."""
    if not len(score):
        return score
    top = np.full(group[-1] + 1, -np.inf)
    np.maximum.at(top, group, score)
    raised = np.exp(score - top[group])
    found: Floats = raised / np.bincount(group, raised)[group]
    return found
