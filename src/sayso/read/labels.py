"""Marks by which a line shows that it is a caption, a desk's sign-off, or a label."""

import re
from functools import cache
from typing import Literal

from sayso.lexicons.load import table
from sayso.records.base import Record

LONGEST = 600
"""No paragraph longer than this is a caption or a sign-off."""


_WORD = re.compile(r"\w+")


class LabelRow(Record, frozen=True, kw_only=True):
    """A row of read_labels.tsv."""

    mark: str
    kind: Literal["caption", "desk", "label", "joining", "lede"]
    where: Literal["start", "end", "any"]


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph is the caption or the credit of a picture."""
    return _marked(paragraph, "caption")


def is_sign_off(paragraph: str) -> bool:
    """Whether a paragraph names reporters and editors: "(Reporting by ...; Editing by ...)"."""
    return _marked(paragraph, "desk")


def is_label(words: str) -> bool:
    """Whether words before a colon or dash are a label ("UPDATE") or a body's initials, and no place."""
    return words.casefold() in _marks("label", "start")


def joins_names(word: str) -> bool:
    """Whether a word joins names in a byline ("and", "in", "von")."""
    return word.casefold() in _marks("joining", "start")


def is_lede(sentence: str) -> bool:
    """Whether a sentence tells when, or in the past tense: the mark of a story's own opening."""
    words = set(_WORD.findall(sentence.casefold()))
    return not words.isdisjoint(_marks("lede", "any")) or any(
        word.isdigit() and len(word) == 4 for word in words
    )


def _marked(paragraph: str, kind: str) -> bool:
    if len(paragraph) > LONGEST:
        return False
    plain = paragraph.casefold()
    return plain.startswith(_marks(kind, "start")) or plain.rstrip(". ").endswith(_marks(kind, "end"))


@cache
def _marks(kind: str, where: str) -> tuple[str, ...]:
    rows = table("read_labels.tsv", LabelRow)
    return tuple(row.mark for row in rows if row.kind == kind and row.where == where)
