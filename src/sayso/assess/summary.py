"""From the mentions of an event to the event: one assessment, one status, and whose word it is."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.assess.cues import marker
from sayso.assess.effects import Effect, Voice
from sayso.assess.mention import Judged
from sayso.assess.status import event_status
from sayso.records.event import Assessment, Event, EventDraft
from sayso.records.stages import Resolved
from sayso.records.statement import Statement
from sayso.records.vocabulary import AuxiliaryMode, Certainty, Polarity, Stance, Status, Time

_HAPPENED = (Status.ASSERTED, Status.HISTORICAL, Status.ALLEGED)
_NOT_SAID = (Status.DENIED, Status.UNCONFIRMED)
_WITHHOLDS = (Stance.DENIES, Stance.UNCONFIRMED)
_BRINGS_ABOUT = (Stance.ASKS, Stance.PROMISES, Stance.THREATENS)
_SURE = tuple(Certainty)
_PUBLISHER = "a0"
_NEW = ("mentions", "blanks")


def summarise(draft: EventDraft, judged: Sequence[Judged], resolved: Resolved) -> Event:
    """The event of these mentions.

    - `status`: the strongest of the mentions' (sayso.assess.status); but what others assert, never the publisher
      in its own voice, and somebody denies, is alleged, and so is what is told as probable and denied.
      `assessment`: that of the surest mention of the strongest status, the first in the text among equals.
    - `say_so`: the origins of the innermost statement around each mention that says what the status says, the
      publisher where it tells it in its own voice, and nobody where it is told as "alleged" without a name.
      Who ordered or promised what happened does not thereby say that it did; nor who only planned it.
      Whoever asserts, remembers or alleges an event, or holds it probable, says that it happened. Where the event
      is only denied or unconfirmed, those whose report the denial is about ("denied NATO's report that ...").
    - `denied_by`: the sources of the denials that a mention lies in or that point at one (sayso.assess.aside);
      and, where others say that it happened or is planned, those who say that it did not.
    - `unconfirmed_by`: the sources that did not or would not confirm a mention.
    """
    status = event_status(each.status for each in judged)
    hedged = any(each.hedged for each in judged)
    chosen = [each for each in judged if each.status == status]
    leading = min(chosen, key=lambda each: _SURE.index(each.mention.assessment.certainty)).mention.assessment
    own = Assessment(polarity=leading.polarity, time=leading.time, certainty=leading.certainty)
    say_so = _unique(actor for each in judged for actor in _sayers(each, status, resolved))
    happened = status in _HAPPENED or hedged
    denied_by = _unique(actor for each in judged for actor in _deniers(each, status, happened, resolved))
    doubtful = _PUBLISHER not in say_so if status is Status.ASSERTED else hedged and status in _NOT_SAID
    if denied_by and doubtful:
        status = Status.ALLEGED
    return Event(
        **{field: getattr(draft, field) for field in draft.__struct_fields__ if field not in _NEW},
        mentions=tuple(each.mention for each in judged),
        assessment=own,
        auxiliary_modes=auxiliary_modes(own, status),
        status=status,
        say_so=say_so,
        denied_by=denied_by,
        unconfirmed_by=_unique(
            actor
            for each in judged
            for actor in _heard((*each.voices, *each.asides), Effect.UNCONFIRMED, each, resolved)
        ),
        blanks=draft.blanks if say_so else {"say_so": _nobody(status), **draft.blanks},
    )


def _nobody(status: Status) -> str:
    if status in _NOT_SAID:
        return f"{status}, and nobody in the text says that it happened"
    return f"{status}, and the text does not say by whom"


def auxiliary_modes(assessment: Assessment, status: Status) -> tuple[AuxiliaryMode, ...]:
    """PLOVER's auxiliary modes of an event, read off its assessment."""
    modes = (
        (assessment.time == Time.HISTORICAL, AuxiliaryMode.HISTORICAL),
        (assessment.time == Time.FUTURE, AuxiliaryMode.FUTURE),
        (status == Status.HYPOTHETICAL, AuxiliaryMode.HYPOTHETICAL),
        (assessment.polarity == Polarity.NEGATIVE, AuxiliaryMode.NEGATION),
    )
    return tuple(mode for holds, mode in modes if holds)


def _sayers(judged: Judged, status: Status, resolved: Resolved) -> tuple[str, ...]:
    if judged.status in _NOT_SAID and not judged.hedged:
        inner = _inside_denial(judged.statements)
        return inner.origins if inner is not None else ()
    told = judged.hedged or judged.status in _HAPPENED
    if judged.status != status and not (told and status in (*_HAPPENED, *_NOT_SAID)):
        return ()
    silent = (*_WITHHOLDS, *_BRINGS_ABOUT) if told else _WITHHOLDS
    speaking = next((s for s in judged.statements if s.stance not in silent and not _intends(s)), None)
    if speaking is not None:
        return speaking.origins
    if judged.status == Status.ALLEGED:
        return tuple(_heard(judged.voices, Effect.ALLEGED, judged, resolved))
    return (_PUBLISHER,)


def _intends(statement: Statement) -> bool:
    """Whether somebody means to do it, and others say so: "Chad planned the attack"."""
    cue = (statement.cue.text or "").lower().split() if statement.cue else []
    return statement.stance is Stance.BELIEVES and any(marker(word, "intention") for word in cue)


def _inside_denial(statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement, where a denial or refusal to confirm lies further out."""
    first, *outer = statements or (None,)
    reported = first is not None and first.stance not in _WITHHOLDS
    return first if reported and any(s is not None and s.stance in _WITHHOLDS for s in outer) else None


def _deniers(judged: Judged, status: Status, happened: bool, resolved: Resolved) -> Iterator[str]:
    if judged.mention.assessment.polarity == Polarity.NEGATIVE:
        yield from _heard(judged.voices, Effect.DENIED, judged, resolved)
    if judged.status != Status.NEGATED:
        yield from _heard(judged.asides, Effect.DENIED, judged, resolved)
    ahead = judged.mention.assessment.time == Time.FUTURE
    contrary = happened or (status == Status.PLANNED and ahead)
    if judged.status == Status.NEGATED and contrary and judged.statements:
        yield from judged.statements[0].origins


def _heard(voices: Iterable[Voice], effect: Effect, judged: Judged, resolved: Resolved) -> Iterator[str]:
    """The actors behind the voices of this effect."""
    for voice in voices:
        if voice.effect != effect:
            continue
        statement = next((s for s in judged.statements if s.id == voice.statement), None)
        if statement is not None:
            yield from (statement.source.actors if statement.source else ()) or statement.origins
        elif voice.speaker is not None:
            yield from resolved.actors_at(voice.speaker)


def _unique(actors: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actors))
