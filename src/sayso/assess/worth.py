"""What the rules alone make of a mention, on the scale of the public corpora, -3 to +3: round values, set by hand."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from sayso.assess.edges import edge
from sayso.assess.effects import REVERSES, Effect, Reading
from sayso.assess.negation import own_negators, says_no
from sayso.records.vocabulary import Certainty, Polarity, Time

CERTAIN: Final = 3.0
_AHEAD: Final = 2.8
"""What certainly lies ahead."""
_OPEN: Final = {
    Effect.PROBABLE: 2.0,
    Effect.BELIEVED: 2.0,
    Effect.PLANNED: 2.0,
    Effect.PROMISED: 2.0,
    Effect.ALLEGED: 2.0,
    Effect.CONDITIONAL: 2.0,
    Effect.WANTED: 1.5,
    Effect.ASKED: 1.5,
    Effect.THREATENED: 1.5,
    Effect.UNCONFIRMED: 1.5,
    Effect.POSSIBLE: 1.4,
    Effect.HYPOTHETICAL: 1.0,
}
"""Of several, the least counts."""
_DOUBTED: Final = 0.5
"""What a negation leaves open: "not expected to attack"."""
_NEGATED: Final = -2.0
_REMOTELY: Final = -0.5
"""What another word negates: "no comment on the attack" is about one that took place, "no side gained ground" too."""
_ELSE: Final = 1.0
"""How much nearer to 0 a negated event is that is only possible or hypothetical."""


def worth(word: Token, reading: Reading) -> float:
    """The value of the event at `word` under its reading."""
    sure = reading.certainty in (Certainty.CERTAIN, Certainty.PROBABLE)
    if reading.polarity == Polarity.NEGATIVE:
        if _denied_here(word, reading):
            return _NEGATED if sure else _NEGATED + _ELSE
        return _REMOTELY if sure else 0.0
    if reading.certainty == Certainty.CERTAIN:
        return _AHEAD if reading.time == Time.FUTURE else CERTAIN
    if any(says_no(cue) for cue in _cues(word, reading)):
        return _DOUBTED
    return min(_OPEN.get(effect, CERTAIN) for effect in reading.effects)


def _denied_here(word: Token, reading: Reading) -> bool:
    """Whether a negation stands beside the event, or a word such as "failed" right above its infinitive."""
    if any(own_negators(word)):
        return True
    step = edge(word)
    return step is not None and step.form == "to" and reading.effects[0] in REVERSES


def _cues(word: Token, reading: Reading) -> Iterator[Token]:
    for cue in reading.cues:
        yield from word.doc.char_span(cue.start, cue.end, alignment_mode="expand") or ()
