"""What a statement's stance does to an event in its content, the whole chain of statements out."""

from typing import Final

from sayso.assess.effects import Effect, Reading, Voice
from sayso.records.base import Span
from sayso.records.stages import Resolved
from sayso.records.statement import Statement
from sayso.records.vocabulary import Stance, Time

_EFFECTS: Final = {
    Stance.ASSERTS: Effect.SAID,
    Stance.DENIES: Effect.DENIED,
    Stance.UNCONFIRMED: Effect.UNCONFIRMED,
    Stance.BELIEVES: Effect.BELIEVED,
    Stance.ASKS: Effect.ASKED,
    Stance.PROMISES: Effect.PROMISED,
    Stance.THREATENS: Effect.THREATENED,
    Stance.ACCUSES: Effect.ALLEGED,
    Stance.PRAISES: Effect.PRESUPPOSED,
}

_DECIDES: Final = frozenset({Stance.DENIES, Stance.UNCONFIRMED, Stance.ACCUSES})
_HEARD: Final = frozenset({Effect.DENIED, Effect.UNCONFIRMED, Effect.ALLEGED})
_LOOKS_AHEAD: Final = frozenset({Stance.ASKS, Stance.PROMISES, Stance.THREATENS})


def enclosing(resolved: Resolved, span: Span) -> tuple[Statement, ...]:
    """All statements in whose content the span lies, the innermost first."""
    found = [statement for statement in resolved.statements if statement.content.covers(span)]
    return tuple(sorted(found, key=lambda s: s.content.end - s.content.start))


def stance_effect(statement: Statement, word: Effect | None) -> Effect:
    """The effect of a statement whose cue the tables know as `word`.

    A denial, a refusal to confirm and an accusation are what the statement says; a cue that takes its content
    for granted ("condemned") keeps doing so; else the tables know the cue better than its stance does
    ("warned", "predicted").
    """
    if word == Effect.PRESUPPOSED:
        return word
    if statement.stance in _DECIDES or word is None:
        return _EFFECTS[statement.stance]
    return word


def voice_of(effect: Effect, statement: Statement) -> Voice | None:
    """The voice to remember, where the effect is somebody's stance."""
    return Voice(effect=effect, statement=statement.id) if effect in _HEARD else None


def after(reading: Reading, statement: Statement) -> Reading:
    """The reading under a statement whose cue does not govern the event in the parse.

    What is asked, promised or threatened lies ahead: told as past or present inside the content, it is not
    what the stance is about.
    """
    if statement.stance in _LOOKS_AHEAD and reading.time not in (None, Time.FUTURE):
        return reading
    effect = _EFFECTS[statement.stance]
    cues = statement.cue.spans if statement.cue else ()
    return reading.under(effect, *cues, voice=voice_of(effect, statement))
