"""When an event was: the time expression nearest to its trigger in the parse, else what the report's date allows."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sayso.events.lexicon import word_classes
from sayso.events.slots import light_verb
from sayso.records.base import Why
from sayso.records.event import EventDate
from sayso.records.report import Report
from sayso.records.time import Timex
from sayso.records.vocabulary import DatePrecision

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FAR = 99


def nearest(trigger: "Token", sentence: "Span", timexes: tuple[Timex, ...]) -> EventDate | None:
    """The date of the time expression that belongs to the trigger's clause, or to one around it.

    Durations, sets, and expressions that date the telling ("reported on Saturday") are left out.
    """
    best: tuple[int, int] = (_FAR, 0)
    chosen: Timex | None = None
    for timex in timexes:
        if timex.start is None or timex.end is None or timex.type not in ("DATE", "TIME"):
            continue
        distance = _distance(trigger, _head(sentence, timex))
        if (distance is not None and (distance, abs(timex.span.start - trigger.idx)) < best) or (
            distance is not None and chosen is None
        ):
            best = (distance, abs(timex.span.start - trigger.idx))
            chosen = timex
    if chosen is None or chosen.start is None or chosen.end is None:
        return None
    words = sentence.doc.text[chosen.span.start : chosen.span.end]
    return EventDate(
        start=chosen.start,
        end=chosen.end,
        precision=chosen.precision or DatePrecision.DAY,
        text=words,
        span=chosen.span,
        why=Why(
            stage="events",
            rule="when.clause",
            version="1",
            detail=f"{words!r} is nearest to {trigger.text!r}",
        ),
    )


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


def is_news(trigger: "Token") -> bool:
    """Whether lead or headline tell it as their news: by a verb, or a noun that a light verb carries."""
    return trigger.pos_ in ("VERB", "AUX") or trigger.dep_ == "ROOT" or light_verb(trigger) is not None


def within(sentence: "Span", timexes: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """The time expressions that lie in the sentence."""
    return tuple(
        t for t in timexes if sentence.start_char <= t.span.start and t.span.end <= sentence.end_char
    )


def _head(sentence: "Span", timex: Timex) -> "Token | None":
    """The word by which the expression hangs in the tree."""
    inside = [t for t in sentence if timex.span.start <= t.idx < timex.span.end and not t.is_space]
    return next((t for t in inside if t.head not in inside or t.head == t), None)


def _distance(trigger: "Token", time: "Token | None") -> int | None:
    """How far the time's clause is from the trigger's; None where it dates another happening or the telling."""
    if time is None:
        return None
    reporting = word_classes()["reporting_verb"]
    clause = _clause(time.head if time.dep_ not in ("ROOT",) else time)
    if clause.i == trigger.i or trigger.i in (t.i for t in time.ancestors if t.pos_ == "NOUN"):
        return 0
    own = _clause(trigger)
    if clause.i == own.i:
        return 1 if clause.lemma_ not in reporting or trigger.i == clause.i else None
    above = list(trigger.ancestors)
    if clause.lemma_ in reporting and clause in above and not _tells_after(time, clause, trigger):
        return None
    if clause in above:
        return 2 + above.index(clause)
    if own in list(clause.ancestors) and clause.dep_ in ("relcl", "acl", "ccomp", "advcl"):
        return None
    return 6 if clause.dep_ == "conj" else None


def _tells_after(time: "Token", clause: "Token", trigger: "Token") -> bool:
    """Whether a time that hangs on a verb of telling stands inside what is told (a common slip of the parser)."""
    return clause.i > time.i > trigger.i


def _clause(word: "Token") -> "Token":
    while word.pos_ not in ("VERB", "AUX") and word.head != word:
        word = word.head
    return word
