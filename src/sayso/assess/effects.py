"""What a word does to the event in its reach, and the reading that grows from the inside out."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from sayso.records.base import Span
from sayso.records.vocabulary import Certainty, Polarity, Time


class Effect(StrEnum):
    """The effects that the tables assess_governors.tsv and assess_markers.tsv name; meanings stand there."""

    HAPPENS = "happens"
    NOT = "not"
    PRESUPPOSED = "presupposed"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    PLANNED = "planned"
    NOT_PLANNED = "not_planned"
    WANTED = "wanted"
    CONDITIONAL = "conditional"
    SAID = "said"
    ALLEGED = "alleged"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    PROMISED = "promised"
    THREATENED = "threatened"
    ASKED = "asked"
    BELIEVED = "believed"
    FUTURE = "future"
    ONGOING = "ongoing"
    HISTORICAL = "historical"


_SURE: Final = tuple(Certainty)  # certain, probable, possible, hypothetical: ever less
_WEAKENS: Final = {
    Effect.PROBABLE: Certainty.PROBABLE,
    Effect.BELIEVED: Certainty.PROBABLE,
    Effect.PLANNED: Certainty.PROBABLE,
    Effect.PROMISED: Certainty.PROBABLE,
    Effect.POSSIBLE: Certainty.POSSIBLE,
    Effect.UNCONFIRMED: Certainty.POSSIBLE,
    Effect.ALLEGED: Certainty.POSSIBLE,
    Effect.CONDITIONAL: Certainty.HYPOTHETICAL,
    Effect.HYPOTHETICAL: Certainty.HYPOTHETICAL,
    Effect.WANTED: Certainty.HYPOTHETICAL,
    Effect.ASKED: Certainty.HYPOTHETICAL,
    Effect.THREATENED: Certainty.HYPOTHETICAL,
}
_TIMES: Final = {
    Effect.FUTURE: Time.FUTURE,
    Effect.PLANNED: Time.FUTURE,
    Effect.NOT_PLANNED: Time.FUTURE,
    Effect.PROMISED: Time.FUTURE,
    Effect.WANTED: Time.FUTURE,
    Effect.ASKED: Time.FUTURE,
    Effect.THREATENED: Time.FUTURE,
    Effect.ONGOING: Time.ONGOING,
    Effect.HISTORICAL: Time.HISTORICAL,
}
REVERSES: Final = frozenset({Effect.NOT, Effect.NOT_PLANNED, Effect.DENIED})


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Somebody's stance to an event, met on the way outwards.

    `statement` is the id of the statement, None where the words are in none; `speaker` is then the offset of
    the speaker's head word, None where the text names nobody ("the alleged attack").
    """

    effect: Effect
    statement: str | None = None
    speaker: int | None = None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How the words present an event, so far: operators are applied from the event outwards.

    Two negations cancel; certainty only falls; the time is that of the innermost word that gives one.
    `voices` are the stances met on the way, `effects` all that told anything, the innermost first. A `shielded`
    event lies in the modifier of a noun: words further out may leave it open, but do not negate it. Effects that it
    `absorbs` are passed over as long as no other has come.
    """

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    time: Time | None = None
    voices: tuple[Voice, ...] = ()
    closed: bool = False
    shielded: bool = False
    absorbs: frozenset[Effect] = frozenset()
    cues: tuple[Span, ...] = ()
    effects: tuple[Effect, ...] = ()

    def under(self, effect: Effect, *cues: Span, voice: Voice | None = None) -> "Reading":
        """This reading in the reach of one more word. A presupposed event (`closed`) is out of reach."""
        if self.closed:
            return self
        if effect in self.absorbs:
            return replace(self, time=self.time or Time.PAST)
        if self.shielded and effect in REVERSES:
            effect, voice = Effect.POSSIBLE, None
        tells = effect not in (Effect.HAPPENS, Effect.SAID)
        return replace(
            self,
            polarity=_reversed(self.polarity) if effect in REVERSES else self.polarity,
            certainty=max(self.certainty, _WEAKENS.get(effect, Certainty.CERTAIN), key=_SURE.index),
            time=self.time or _TIMES.get(effect),
            voices=self.voices + ((voice,) if voice else ()),
            closed=effect == Effect.PRESUPPOSED,
            cues=self.cues + (cues if tells else ()),
            effects=self.effects + ((effect,) if tells else ()),
            absorbs=self.absorbs if effect == Effect.HAPPENS else frozenset(),
        )

    def shut(self) -> "Reading":
        """This reading, out of reach of all words further out."""
        return replace(self, closed=True)

    def shield(self) -> "Reading":
        """This reading, out of reach of negations further out."""
        return replace(self, shielded=True)

    def at(self, time: Time | None) -> "Reading":
        """This reading at `time`, where no inner word has given one."""
        if time == Time.FUTURE and Effect.FUTURE in self.absorbs:
            time = Time.PAST
        return replace(self, time=self.time or time)


def _reversed(polarity: Polarity) -> Polarity:
    return Polarity.NEGATIVE if polarity == Polarity.POSITIVE else Polarity.POSITIVE
