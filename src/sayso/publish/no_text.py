"""A record that may be shared where its report's text may not."""

from typing import TypeVar

from msgspec.structs import replace

from sayso.records.base import Words
from sayso.records.coded import CodedReport
from sayso.records.event import Event
from sayso.records.statement import Statement

LEFT_OUT = "left out: written without text"

_Some = TypeVar("_Some", bound=Words)


def without_text(record: CodedReport) -> CodedReport:
    """The record without the report's text, its headline and every word cut from it.

    Spans, codes, resolved names, reasons and digests stay: whoever has the text can put the words back. The
    record is checked again as it is made.
    """
    report = replace(record.report, text="", title="", blanks={**record.report.blanks, "title": LEFT_OUT})
    return replace(
        record,
        report=report,
        statements=tuple(_statement(statement) for statement in record.statements),
        events=tuple(_event(event) for event in record.events),
    )


def _statement(statement: Statement) -> Statement:
    return replace(
        statement,
        source=_bare(statement.source),
        cue=_bare(statement.cue),
        content=replace(statement.content, text=None),
        addressee=_bare(statement.addressee),
        venue=_bare(statement.venue),
    )


def _event(event: Event) -> Event:
    return replace(
        event,
        date=replace(event.date, text=None) if event.date else None,
        counts=tuple(replace(count, text=None) for count in event.counts),
        items=tuple(replace(item, text=None) for item in event.items),
        mentions=tuple(
            replace(mention, trigger=replace(mention.trigger, text=None)) for mention in event.mentions
        ),
    )


def _bare(words: _Some | None) -> _Some | None:
    return replace(words, text=None) if words is not None else None
