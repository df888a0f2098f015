"""Dates that the text gives elsewhere: of the occasion on which it was done, of the sentence before, of the lead.

Only an event that no time expression of its own sentences dates takes one, and its reason says from where.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.events.family import Family
from sayso.events.telling import Telling
from sayso.events.when import NO_TIME
from sayso.records.base import Why
from sayso.records.event import EventDate
from sayso.records.report import Report
from sayso.records.vocabulary import DatePrecision

if TYPE_CHECKING:
    from spacy.tokens import Token

Group = list[Telling]
_OCCASIONS = frozenset({"during", "at", "in"})


def carry(groups: list[Group], family: Family, report: Report) -> None:
    """Give the undated events among `groups` the dates that the text gives them elsewhere."""
    days = {t.found.token.i: date for group in groups for date in _said(group) for t in group}
    dated = [(t, t.date) for group in groups for t in group if t.date is not None and _is_day(t.date)]
    for group in groups:
        if any(True for _ in _said(group)):
            continue
        for telling in group:
            lent = _of_occasion(telling, days) or _of_story(telling, dated, family, report)
            if lent is not None:
                telling.date = lent
                break


def _said(group: Group) -> Iterator[EventDate]:
    """The narrowest date that a time expression gives one of the tellings, where one does."""
    dates = [t.date for t in group if t.date is not None and t.date.span is not None]
    if dates:
        yield min(dates, key=lambda date: date.end - date.start)


def _is_day(date: EventDate) -> bool:
    return date.span is not None and date.precision is DatePrecision.DAY


def _of_occasion(telling: Telling, days: dict[int, EventDate]) -> EventDate | None:
    """The date of the meeting or deed in which it happened: "agreed on it DURING a visit"."""
    for prep in _prepositions(telling):
        for noun in prep.children if prep.lower_ in _OCCASIONS else ():
            if noun.dep_ == "pobj" and noun.i in days:
                reason = f"{prep.text!r} the {noun.text!r} that {days[noun.i].text!r} dates"
                return _lent(days[noun.i], "when.occasion", reason)
    return None


def _prepositions(telling: Telling) -> "Iterator[Token]":
    """Those below the trigger, what it governs, and the verbs coordinated with it.

    And those that the parser hangs on the verb of telling after them: "agreed to it DURING talks, officials said".
    """
    token = telling.found.token
    words = [token, *(other.token for other in telling.found.governed)]
    while token.dep_ == "conj":
        token = token.head
        words.append(token)
    words += [c for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    words += [c for word in words[:] for c in word.children if c.dep_ == "xcomp"]
    for word in words:
        yield from (c for c in word.children if c.dep_ == "prep")
    teller = token.head
    if token.dep_ == "ccomp" and token.i < teller.i:
        yield from (c for c in teller.children if c.dep_ == "prep" and token.i < c.i < teller.i)


def _of_story(
    telling: Telling, dated: list[tuple[Telling, EventDate]], family: Family, report: Report
) -> EventDate | None:
    """The day of the sentence before, or of the lead, where the tale goes on as plain past, of the same ones."""
    if telling.date_blank != NO_TIME or not _is_plain_past(telling.found.token):
        return None
    mine = family.of(telling.participants)
    for other, date in reversed(dated):
        if other.number >= telling.number:
            continue
        shared = mine & family.of(other.participants)
        if shared and telling.number - other.number == 1 and _same_paragraph(telling, other, report):
            return _lent(
                date, "when.before", f"{date.text!r} dates the sentence before, of the same paragraph"
            )
        if len(shared) > 1 and other.lead:
            return _lent(date, "when.lead", f"{date.text!r} dates the lead, of the same parties")
    return None


def _is_plain_past(word: "Token") -> bool:
    """Whether it is told in a main clause as simply past: not "had done", not "has done"."""
    alone = not any(c.dep_ in ("aux", "neg") for c in word.children)
    return word.tag_ == "VBD" and word.dep_ in ("ROOT", "conj") and alone


def _same_paragraph(one: Telling, other: Telling, report: Report) -> bool:
    start, end = other.sentence.start_char, one.sentence.end_char
    return any(p.start <= start and end <= p.end for p in report.paragraphs)


def _lent(date: EventDate, rule: str, reason: str) -> EventDate:
    return EventDate(
        start=date.start,
        end=date.end,
        precision=date.precision,
        text=date.text,
        span=date.span,
        why=Why(stage="events", rule=rule, version="1", detail=reason),
    )
