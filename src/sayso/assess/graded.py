"""How factual a mention is on the scale of the public corpora, -3 to +3: the mean of what rules and encoder read.

The rules choose polarity, certainty and time, and with them a value (sayso.assess.worth): they know which word
governs which, and name their cues. The encoder was taught by graded sentences of news
(train/factuality/own.tsv). Each errs where the other does not.
"""

from typing import NamedTuple

from spacy.tokens import Token

from sayso.assess.effects import Reading
from sayso.assess.worth import worth


class Grade(NamedTuple):
    """The value, and what it is made of: the rules' value and the encoder's, None where none was asked."""

    value: float
    ruled: float
    encoded: float | None

    @property
    def reason(self) -> str:
        """What it is made of, in words."""
        encoder = "" if self.encoded is None else f", encoder {self.encoded:+.2f}"
        return f"rules {self.ruled:+.2f}{encoder}"


def grade(word: Token, reading: Reading, told: float | None) -> Grade:
    """How factual the event at `word` is under its reading, -3 to +3; `told` is the encoder's value of the word."""
    ruled = worth(word, reading)
    return Grade(ruled if told is None else round((ruled + told) / 2, 3), ruled, told)
