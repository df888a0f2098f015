"""The report's paragraphs, cut into runs of characters that bear the same marks."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sayso.publish.dossier.context import Card, Paragraph, Ref, Segment, Tag
from sayso.publish.dossier.names import Names
from sayso.records.base import Span
from sayso.records.report import Report
from sayso.records.statement import Statement


class Marks:
    """All marks of one record, by where they lie in the text."""

    def __init__(self, names: Names) -> None:
        self._names = names
        record = names.record
        self._roles = [
            (span, statement, role)
            for statement in record.statements
            for role, span in _role_spans(statement)
        ]
        self._triggers = [
            (span, event, span == m.trigger.spans[-1])
            for event in record.events
            for m in event.mentions
            for span in m.trigger.spans
        ]
        self._numbers = {statement.id: number for number, statement in enumerate(record.statements, 1)}
        self._starts: dict[int, list[Statement]] = {}
        for statement in record.statements:
            self._starts.setdefault(first_character(statement), []).append(statement)

    def paragraphs(self, cards: dict[str, Card]) -> Iterator[Paragraph]:
        """The paragraphs in order, each with the cards of the statements that begin in it."""
        report = self._names.record.report
        for number, span in enumerate(report.paragraphs, 1):
            begun = [
                s for start, found in self._starts.items() if span.start <= start < span.end for s in found
            ]
            begun.sort(key=lambda statement: self._numbers[statement.id])
            yield Paragraph(
                number=number,
                kind=_kind(report, span),
                segments=tuple(self._segments(report.text, span)),
                cards=tuple(cards[statement.id] for statement in begun),
            )

    def _segments(self, text: str, within: Span) -> Iterator[Segment]:
        roles = [mark for mark in self._roles if mark[0].overlaps(within)]
        triggers = [mark for mark in self._triggers if mark[0].overlaps(within)]
        edges = {within.start, within.end}
        for span in (*(mark[0] for mark in roles), *(mark[0] for mark in triggers)):
            edges |= {max(span.start, within.start), min(span.end, within.end)}
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            here = Span(start, end)
            said = [(span, s, role) for span, s, role in roles if span.covers(here)]
            told = [mark for mark in triggers if mark[0].covers(here)]
            inner = min(said, key=lambda mark: mark[0].end - mark[0].start, default=None)
            ending = {event.id: event for span, event, last in told if last and span.end == end}
            yield Segment(
                text=here.cut(text),
                hue=None if inner is None else self._names.hue(inner[1]),
                role="" if inner is None else inner[2],
                statements=_ids(s.id for _, s, _ in said),
                events=_ids(event.id for _, event, _ in told),
                refs=tuple(self._ref(s) for s in self._starts.get(start, ())),
                tags=tuple(Tag(id=e.id, type=e.type, status=e.status) for e in ending.values()),
            )

    def _ref(self, statement: Statement) -> Ref:
        said = self._names.actors(statement.origins) or "an unnamed source"
        return Ref(
            id=statement.id,
            number=self._numbers[statement.id],
            label=f"statement {self._numbers[statement.id]}: {said} {statement.stance}",
        )


def first_character(statement: Statement) -> int:
    """Where a statement begins: the first character of its source, cue or content."""
    return min(span.start for _, span in _role_spans(statement))


def paragraph_of(report: Report, at: int) -> int:
    """The number, from 1, of the paragraph that holds the character `at`."""
    return next((n for n, span in enumerate(report.paragraphs, 1) if span.start <= at < span.end), 1)


def _role_spans(statement: Statement) -> Iterator[tuple[str, Span]]:
    for role, words in (("content", statement.content), ("source", statement.source), ("cue", statement.cue)):
        if words is not None:
            yield from ((role, span) for span in words.spans)


def _ids(ids: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(ids))


def _kind(report: Report, paragraph: Span) -> str:
    return next((part.kind for part in report.parts if part.span == paragraph), "body")
