"""Event: who did what to whom, in PLOVER 2.0, and how the text presents it."""

from datetime import date

import msgspec

from sayso.records.base import Record, Span, Why, Words, check_blanks
from sayso.records.vocabulary import (
    AuxiliaryMode,
    Certainty,
    Context,
    CountWhat,
    DatePrecision,
    EventType,
    ItemClass,
    Mode,
    Polarity,
    Quad,
    Stance,
    Status,
    Time,
)


class EventDate(Record, frozen=True, kw_only=True):
    """When: first and last day (both included), the calendar unit it is known to, and the words.

    `text` and `span` are None where the date is taken from the report's own date.
    """

    start: date
    end: date
    precision: DatePrecision
    text: str | None
    span: Span | None
    why: Why

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"date ends {self.end} before it starts {self.start}")


class Count(Words, frozen=True, kw_only=True):
    """A figure: what it counts, its range and best reading, and the statement it was given in.

    "more than 10,000 troops": low 10000, best 10000, high None (open above).
    """

    what: CountWhat
    low: int | None
    best: int | None
    high: int | None
    statement: str | None


class Item(Words, frozen=True, kw_only=True):
    """A thing given, moved or used: weapons, money, food."""

    class_: ItemClass = msgspec.field(name="class")


class Assessment(Record, frozen=True, kw_only=True):
    """How the text presents the event."""

    polarity: Polarity
    time: Time
    certainty: Certainty


class MentionAssessment(Assessment, frozen=True, kw_only=True):
    """How one sentence presents the event, with the cue words that say so.

    `factuality` puts it on the scale of the public corpora, -3 (did not happen) over 0 (open) to +3 (happened),
    by rules and encoder; `why` names what the cues do, the innermost first, and the two values. Both are
    None in an assessment that was not read off words.
    """

    cues: tuple[Span, ...]
    factuality: float | None = None
    why: Why | None = None


class DraftMention(Record, frozen=True, kw_only=True):
    """One place where the text tells of an event, before `assess` has judged it."""

    sentence: Span
    trigger: Words
    statement: str | None


class EventMention(Record, frozen=True, kw_only=True):
    """One place where the text tells of the event. `stance` is that of the statement it lies in, None in none."""

    sentence: Span
    trigger: Words
    statement: str | None
    stance: Stance | None
    assessment: MentionAssessment


class Alternative(Record, frozen=True, kw_only=True):
    """The type that came nearest to being chosen."""

    type: EventType
    confidence: float


class _EventCore(Record, frozen=True, kw_only=True):
    """What an event has before and after `assess`."""

    id: str
    type: EventType
    mode: Mode | None
    contexts: tuple[Context, ...]
    quad: Quad
    cameo: str | None
    plover_score: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: EventDate | None
    place: str | None
    counts: tuple[Count, ...]
    items: tuple[Item, ...]


class EventDraft(_EventCore, frozen=True, kw_only=True):
    """An event as `events` finds it: typed, with its arguments and facts, not yet assessed."""

    mentions: tuple[DraftMention, ...]
    confidence: float
    alternative: Alternative | None
    why: Why
    blanks: dict[str, str]


class Event(_EventCore, frozen=True, kw_only=True):
    """One event, once: all its mentions, their assessments, and the summary of them.

    `say_so` are the origins that assert it, `denied_by` those that deny it, `unconfirmed_by` those that did not
    or would not confirm it. `contexts`, `counts` and `items` may be empty without a reason.
    """

    mentions: tuple[EventMention, ...]
    assessment: Assessment
    auxiliary_modes: tuple[AuxiliaryMode, ...]
    status: Status
    say_so: tuple[str, ...]
    denied_by: tuple[str, ...]
    unconfirmed_by: tuple[str, ...]
    confidence: float
    alternative: Alternative | None
    why: Why
    blanks: dict[str, str]

    def __post_init__(self) -> None:
        check_blanks(self, ("mode", "cameo", "actors", "recipients", "date", "place", "alternative"))
        if not self.mentions:
            raise ValueError(f"event {self.id!r} has no mention in the text")
