"""When an event was: the time expression nearest to its trigger in the parse, else what the report's date allows."""

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sayso.events.found import Found
from sayso.events.slots import light_verb
from sayso.events.tie import Apart, tie
from sayso.records.base import Why
from sayso.records.event import EventDate
from sayso.records.report import Report
from sayso.records.time import Timex
from sayso.records.vocabulary import DatePrecision, EventType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

VERBAL = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
"""Types of what is done by saying it."""
NO_TIME = "no date in its sentence"
"""The reason of a blank date where the sentence has no time expression."""


class Dating(NamedTuple):
    """The date of an event in its sentence, None where it has none; then `blank` says why."""

    date: EventDate | None
    blank: str = ""


def dated(
    found: Found, sentence: "Span", timexes: tuple[Timex, ...], report: Report, own_words: bool
) -> Dating:
    """The date of the time expression that belongs to the event's clause, or to one around it.

    Durations, sets, and expressions that date the telling ("reported on Saturday") are left out, unless the event is
    done by saying it (`own_words`: see `tie`).
    """
    trigger = found.token
    ties: list[tuple[int, int, Timex]] = []
    blank = NO_TIME
    for timex in timexes:
        step = tie(trigger, _head(sentence, timex), own_words and found.type in VERBAL)
        if timex.type not in ("DATE", "TIME"):
            step = Apart.NO_DAY
        elif timex.start is None or timex.end is None:
            step = Apart.NO_DAY if report.published else Apart.UNDATED
        if isinstance(step, Apart):
            blank = f"{_words(sentence, timex)!r} {step}"
        else:
            ties.append((step, abs(timex.span.start - trigger.idx), timex))
    if not ties:
        return Dating(None, blank)
    return Dating(_date(found, sentence, min(ties, key=lambda tied: tied[:2])[2]))


def _date(found: Found, sentence: "Span", timex: Timex) -> EventDate | None:
    if timex.start is None or timex.end is None:
        return None
    words = _words(sentence, timex)
    return EventDate(
        start=timex.start,
        end=timex.end,
        precision=timex.precision or DatePrecision.DAY,
        text=words,
        span=timex.span,
        why=Why(
            stage="events",
            rule="when.clause",
            version="1",
            detail=f"{words!r} is nearest to {found.token.text!r}",
        ),
    )


def _words(sentence: "Span", timex: Timex) -> str:
    at = sentence.start_char
    return sentence.text[timex.span.start - at : timex.span.end - at]


def from_report(report: Report) -> EventDate | None:
    """The week up to publication, for what headline or lead tell as news; None for a report without a date."""
    if report.published is None:
        return None
    return EventDate(
        start=report.published - timedelta(days=6),
        end=report.published,
        precision=DatePrecision.WEEK,
        text=None,
        span=None,
        why=Why(
            stage="events",
            rule="when.report",
            version="1",
            detail="headline or lead news, no date in its sentence",
        ),
    )


def is_news(dating: Dating, trigger: "Token") -> bool:
    """Whether lead or headline tell it as their news, by a verb or a noun that a light verb carries.

    Not in a clause that says which thing is meant ("the last time that police ATTACKED"), nor where the sentence
    gives another day.
    """
    told = trigger.pos_ in ("VERB", "AUX") or trigger.dep_ == "ROOT" or light_verb(trigger) is not None
    return told and trigger.dep_ != "relcl" and not dating.blank.endswith(Apart.OTHER)


def within(sentence: "Span", timexes: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """The time expressions that lie in the sentence."""
    return tuple(
        t for t in timexes if sentence.start_char <= t.span.start and t.span.end <= sentence.end_char
    )


def _head(sentence: "Span", timex: Timex) -> "Token | None":
    """The word by which the expression hangs in the tree."""
    inside = [t for t in sentence if timex.span.start <= t.idx < timex.span.end and not t.is_space]
    return next((t for t in inside if t.head not in inside or t.head == t), None)
