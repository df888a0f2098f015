"""How factual a mention is on the scale of the public corpora, -3 to +3: what the rules read, graded by a model.

The rules choose polarity, certainty and time, and with them a value (sayso.assess.worth); they have the last word on
what is negated. How sure an event is told otherwise differs by word and construction: there a linear model moves the
value by a tenth of its own. Its weights (factuality.tsv, trained on UDS-IH2 and MEANTIME) are words and constructions
with what each adds.
"""

from functools import cache
from typing import Final, NamedTuple

from spacy.tokens import Token

from sayso.assess.effects import Reading
from sayso.assess.features import features
from sayso.assess.worth import worth
from sayso.lexicons.load import parse
from sayso.models.catalogue import catalogue
from sayso.models.session import content
from sayso.records.base import Record
from sayso.records.vocabulary import Certainty, Polarity

MODEL: Final = "factuality"
_SHARE: Final = 0.1
_CENTRE: Final = 2.5
"""What the model gives an event that is told plainly."""


class Weight(Record, frozen=True, kw_only=True):
    """A row of factuality.tsv; the row without a feature is what every event starts from."""

    feature: str = ""
    weight: float


class Grade(NamedTuple):
    """The value, and the model's alone."""

    value: float
    learned: float


def grade(word: Token, reading: Reading) -> Grade:
    """How factual the event at `word` is under its reading, each -3 to +3."""
    learned = _clipped(
        _weights()[""] + sum(_weights().get(name, 0.0) for name in set(features(word, reading)))
    )
    value = worth(word, reading)
    if reading.polarity == Polarity.POSITIVE:
        value += _SHARE * (learned - _CENTRE if reading.certainty == Certainty.CERTAIN else learned)
    return Grade(_clipped(value), learned)


def model_version() -> str:
    """The version of the weights, as reasons name it."""
    return f"{MODEL} {catalogue()[MODEL].version}"


@cache
def _weights() -> dict[str, float]:
    text = content(MODEL).decode("utf-8")
    return {row.feature: row.weight for row in parse(text, catalogue()[MODEL].file, Weight)}


def _clipped(value: float) -> float:
    return round(max(-3.0, min(3.0, value)), 3)
