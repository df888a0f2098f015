"""From the event's word up to the root of its sentence: each word on the way acts on the reading."""

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.assess.beside import beside, shared
from sayso.assess.cues import span_of
from sayso.assess.edges import Edge
from sayso.assess.effects import Effect, Reading
from sayso.assess.governing import step_up, taken_up, under
from sayso.assess.modality import condition
from sayso.assess.relations import NOMINAL
from sayso.assess.stance import after
from sayso.assess.time import tense
from sayso.records.statement import Statement
from sayso.records.vocabulary import Time

_NOT_OWNED = frozenset({Effect.DENIED, Effect.UNCONFIRMED})


def climb(
    trigger: Token,
    enclosing: Sequence[Statement] = (),
    *,
    headline: bool = False,
    absorbs: frozenset[Effect] = frozenset(),
) -> Reading:
    """The reading of the event whose word is `trigger`, by the words above it and the statements around it.

    `enclosing` are the statements in whose content the event lies, the innermost first. A statement acts
    where the way up meets its cue; one whose cue is not met (a quotation, "according to") acts at the end.
    `absorbs` are effects that the event's type already says, where they come first: a promise is made now.
    """
    is_modal = trigger.dep_ == "aux"  # "must go": the demand is the event, and its own word is no hedge of it
    token = trigger.head if is_modal else trigger
    reading = beside(Reading(absorbs=absorbs), token, below=trigger if is_modal else None)
    reading = reading.at(None if is_modal else _own_time(token, headline))
    reading = reading.shut() if taken_up(token) else reading
    way = _Way(list(enclosing), headline)
    while not reading.closed and (step := step_up(token)) is not None:
        reading = way.up(reading, token, step)
        token = step.governor
    for statement in way.waiting:
        reading = after(reading, statement)
    return _at_root(reading, token)


class _Way:
    """The way up: the statements whose cue has not been met, those whose cue has, and the words heard."""

    def __init__(self, waiting: list[Statement], headline: bool) -> None:
        self.waiting = waiting
        self._met: list[Statement] = []
        self._heard: frozenset[int] = frozenset()
        self._headline = headline

    def up(self, reading: Reading, token: Token, step: Edge) -> Reading:
        """The reading one step further out."""
        above = step.governor
        statement = _cued(above, self.waiting)
        if statement is None and _cued(above, self._met) is not None:
            return reading  # a further word of a cue that has been heard: "has confirmed reports that"
        voices = len(reading.voices)
        reading, heard = under(reading, token, step, statement)
        self._heard |= heard
        if statement is not None:
            self.waiting.remove(statement)
            self._met.append(statement)
        if step.relation == "conj":
            reading = shared(reading, token, above)
        elif not reading.closed:
            reading = beside(reading, above, below=token, heard=self._heard)
        told = any(voice.effect in _NOT_OWNED for voice in reading.voices[voices:])
        return reading.at(_borrowed(token, step, tense(above, headline=self._headline), told=told))


def _own_time(token: Token, headline: bool) -> Time | None:
    """The time of the word's own form; the plain present of a condition lies ahead ("if they attack")."""
    plain = token.tag_ in ("VBZ", "VBP") and not any(child.dep_ == "aux" for child in token.children)
    return Time.FUTURE if plain and condition(token) is not None else tense(token, headline=headline)


def _borrowed(token: Token, step: Edge, time: Time | None, *, told: bool) -> Time | None:
    """The time that an event takes from the word above it: a noun does not take the present of a description.

    "The strikes are a warning" leaves open when the strikes were; "the strikes continue" does not. Nor does what
    somebody denies or does not confirm (`told`) lie ahead because the denial does: "would not confirm the strike".
    """
    if told and time == Time.FUTURE:
        return None
    described = token.pos_ in NOMINAL and step.governor.pos_ == "AUX" and step.relation == "nsubj"
    return None if step.form == "whether" or (described and time == Time.ONGOING) else time


def _cued(word: Token, waiting: Sequence[Statement]) -> Statement | None:
    at = span_of(word)
    return next((s for s in waiting if s.cue is not None and s.cue.covers(at)), None)


def _at_root(reading: Reading, root: Token) -> Reading:
    if reading.closed:
        return reading
    helpers = [child for child in root.children if child.dep_ == "aux"]
    if root.tag_ == "VB" and helpers and helpers[0].tag_ == "TO":
        return reading.under(Effect.PLANNED, span_of(helpers[0]))
    last = root.sent[-1]
    while last.is_space or last.is_quote:
        if last.i == root.sent.start:
            return reading
        last = last.nbor(-1)
    return reading.under(Effect.HYPOTHETICAL, span_of(last)) if last.text == "?" else reading
