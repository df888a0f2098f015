"""How factual a mention is on the scale of the public corpora, -3 to +3: what the rules read, graded by a model.

The rules choose polarity, certainty and time, and with them a value; they have the last word on what is negated. How
far an event is open in "may", "if" or "plan to" differs by word and construction: there a linear model takes a fifth
of the value, of what is told as certain a tenth. Its weights (factuality.tsv, trained on UDS-IH2 and MEANTIME) are
words and constructions with what each adds.
"""

from functools import cache
from typing import Final, NamedTuple

from spacy.tokens import Token

from sayso.assess.effects import Reading
from sayso.assess.features import features
from sayso.lexicons.load import parse
from sayso.models.catalogue import catalogue
from sayso.models.session import content
from sayso.records.base import Record
from sayso.records.vocabulary import Certainty, Polarity, Time

MODEL: Final = "factuality"
_AFFIRMED: Final = {
    Certainty.CERTAIN: 3.0,
    Certainty.PROBABLE: 2.0,
    Certainty.POSSIBLE: 1.5,
    Certainty.HYPOTHETICAL: 1.5,
}
_NEGATED: Final = {
    Certainty.CERTAIN: -1.5,
    Certainty.PROBABLE: -1.0,
    Certainty.POSSIBLE: 0.0,
    Certainty.HYPOTHETICAL: 0.0,
}
_AHEAD: Final = 0.4
"""How much less what certainly lies ahead is worth than what has happened."""
_CERTAIN_SHARE: Final = 0.1
_CENTRE: Final = 2.5
"""What the model gives an event that is told plainly."""
_OPEN_SHARE: Final = 0.2


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
    value = ruled(reading.polarity, reading.certainty, reading.time)
    if reading.polarity == Polarity.POSITIVE:
        certain = reading.certainty == Certainty.CERTAIN
        value += _CERTAIN_SHARE * (learned - _CENTRE) if certain else _OPEN_SHARE * learned
    return Grade(_clipped(value), learned)


def ruled(polarity: Polarity, certainty: Certainty, time: Time | None) -> float:
    """What the rules alone make of it."""
    if polarity == Polarity.NEGATIVE:
        return _NEGATED[certainty]
    ahead = certainty == Certainty.CERTAIN and time == Time.FUTURE
    return _AFFIRMED[certainty] - (_AHEAD if ahead else 0.0)


def model_version() -> str:
    """The version of the weights, as reasons name it."""
    return f"{MODEL} {catalogue()[MODEL].version}"


@cache
def _weights() -> dict[str, float]:
    text = content(MODEL).decode("utf-8")
    return {row.feature: row.weight for row in parse(text, catalogue()[MODEL].file, Weight)}


def _clipped(value: float) -> float:
    return round(max(-3.0, min(3.0, value)), 3)
