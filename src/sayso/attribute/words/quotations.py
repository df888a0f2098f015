"""Stretches inside quotation marks, paragraph by paragraph, from the characters alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records.base import Span

_MARK = re.compile(r"''|``|[“”„«»‘’'\"]")
_CLOSERS = {
    "“": ("”", '"'), '"': ('"', "”"), "„": ("“", "”"), "«": ("»",),
    "``": ("''",), "''": ("''",), "‘": ("’",), "'": ("'",),
}  # fmt: skip
_SINGLE = {"‘", "'"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `span` with the marks, `inner` without.

    `closed` is False where the paragraph ends before the closing mark: the quotation goes on in the next
    paragraph, if that begins with an opening mark.
    """

    span: Span
    inner: Span
    closed: bool


def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of the text, in order; none of them crosses a paragraph."""
    return tuple(found for paragraph in paragraphs for found in _in_paragraph(text, paragraph))


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quotation]:
    marks = [(found.start(), found.group()) for found in _MARK.finditer(text, *paragraph)]
    at = 0
    while at < len(marks):
        start, mark = marks[at]
        if not _opens(text, paragraph, start, mark):
            at += 1
            continue
        closing = next(
            (k for k in range(at + 1, len(marks)) if _closes(text, paragraph, *marks[k], mark)), None
        )
        inner = start + len(mark)
        if closing is not None:
            end = marks[closing][0]
            if inner < end:
                yield Quotation(Span(start, end + len(marks[closing][1])), Span(inner, end), closed=True)
            at = closing + 1
        elif mark in _SINGLE:
            at += 1
        else:
            end = _trimmed(text, paragraph.end)
            if inner < end:
                yield Quotation(Span(start, end), Span(inner, end), closed=False)
            return


def _opens(text: str, paragraph: Span, at: int, mark: str) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark in "”’»":
        return False
    if mark in ("“", "„", "«", "``"):
        return True
    if mark in ('"', "''"):
        return not before.isdigit() and not (before.isalnum() and not after.isalnum())
    return not before.isalnum() and before not in "’'\"" and after.isalnum()


def _closes(text: str, paragraph: Span, at: int, mark: str, opener: str) -> bool:
    if mark not in _CLOSERS[opener]:
        return False
    if opener not in _SINGLE:
        return True
    after = text[at + 1] if at + 1 < paragraph.end else " "
    plural = text[at - 1] == "s" and after == " " and text[at + 2 : at + 3].islower()
    return not after.isalnum() and text[at - 1] != " " and not plural


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end
