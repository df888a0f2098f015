"""How likely a candidate is to be an event, by the parse alone: a linear model over its signs.

The encoder reads a sentence once a pair, which costs more than all else in this stage; most candidates are no event,
and the parse shows it of many. So only those that weigh enough are shown to it. The weights (candidates.tsv, trained
by `train/events/weigh.py`) are words and constructions with what each adds to the log odds.
"""

from functools import cache
from math import fsum
from typing import Final

from sayso.events.candidates import Candidate
from sayso.events.signs import signs
from sayso.lexicons.load import parse
from sayso.models.catalogue import catalogue
from sayso.models.session import content
from sayso.records.base import Record

MODEL: Final = "candidates"


class Weight(Record, frozen=True, kw_only=True):
    """A row of candidates.tsv; the row without a sign is what every candidate starts from."""

    sign: str = ""
    weight: float


def weigh(one: Candidate, weights: dict[str, float] | None = None) -> float:
    """The log odds that the candidate is an event, by these weights or the shipped ones."""
    known = shipped() if weights is None else weights
    return known[""] + fsum(known.get(sign, 0.0) for sign in set(signs(one)))  # exact in any order


@cache
def shipped() -> dict[str, float]:
    """The shipped weights by sign.

    Raises WrongModel or DamagedInstall if the file is not what the catalogue names.
    """
    return read(content(MODEL).decode("utf-8"))


def read(text: str) -> dict[str, float]:
    """The weights by sign that a table holds."""
    return {row.sign: row.weight for row in parse(text, catalogue()[MODEL].file, Weight)}
