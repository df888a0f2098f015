"""What every record is built on: spans, words cut from a text, reasons, and the check for blanks."""

from typing import Any, NamedTuple

import msgspec


class Span(NamedTuple):
    """A stretch of one report's text, in code points, the end left out.

    >>> Span(4, 9).cut("The mayor resigned.")
    'mayor'
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all records: immutable, compared by value, checked when made."""


class Words(Record, frozen=True, kw_only=True):
    """Words of the report: `spans` cut exactly `text`, discontinuous spans joined by a space.

    `text` is None only in a record written without its report's text.
    """

    text: str | None
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        check_spans(self.spans)

    @property
    def start(self) -> int:
        """Where the first span begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last span ends."""
        return self.spans[-1].end

    @property
    def shown(self) -> str:
        """The words for a reader: "…" stands where the text has others between; empty without a text.

        >>> cut("It, he said, was over.", (0, 2), (13, 21)).shown
        'It … was over'
        """
        pieces, at = [], 0
        for span in self.spans:
            pieces.append((self.text or "")[at : at + span.end - span.start])
            at += span.end - span.start + 1
        return " … ".join(piece for piece in pieces if piece)

    def covers(self, span: Span) -> bool:
        """Whether one of the spans covers `span` wholly."""
        return any(own.covers(span) for own in self.spans)


class Why(Record, frozen=True, kw_only=True):
    """The reason of a decision: the stage and rule (or model) that took it, and what decided it.

    `score` is the deciding rule's or model's confidence in 0..1, rounded to three decimals; None for a rule
    that knows no degrees.
    """

    stage: str
    rule: str
    version: str
    score: float | None = None
    detail: str = ""

    def __post_init__(self) -> None:
        if self.score is not None and not 0.0 <= self.score <= 1.0:
            raise ValueError(f"score {self.score} of rule {self.rule!r} is not within 0..1")


def cut(text: str, *spans: Span | tuple[int, int]) -> Words:
    """The words of `text` at `spans`, given in any order; empty spans are an error.

    >>> cut("He said: no.", (9, 11)).text
    'no'
    """
    ordered = tuple(sorted(Span(*span) for span in spans))
    return Words(text=" ".join(span.cut(text) for span in ordered), spans=ordered)


def check_spans(spans: tuple[Span, ...]) -> None:
    """Refuse spans that are missing, empty, out of order or overlapping.

    Raises ValueError with the span at fault.
    """
    if not spans:
        raise ValueError("words need at least one span")
    reached = 0
    for span in spans:
        if not reached <= span.start < span.end:
            raise ValueError(
                f"span {span.start}..{span.end} is empty, out of order or overlaps the one before"
            )
        reached = span.end


def check_blanks(record: Any, fields: tuple[str, ...]) -> None:
    """Refuse a record in which one of `fields` is None or empty with no reason in its `blanks`.

    Raises ValueError that names the field.
    """
    for field in fields:
        value = getattr(record, field)
        if (value is None or value == () or value == "") and field not in record.blanks:
            raise ValueError(f"{type(record).__name__}.{field} is blank and `blanks` gives no reason")
