"""Notices: where a report says itself that it was corrected, or that its publisher takes it back."""

import re
from enum import StrEnum
from functools import cache
from typing import Literal, NamedTuple

from sayso.lexicons.load import table
from sayso.records.base import Record

LONGEST = 400
"""Characters of a notice that are kept."""
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*")
_PARAGRAPH = re.compile(r"[^\n]{1,24}(?:\n+|$)[^\n]*|[^\n]+")
_QUOTES = str.maketrans({"’": "'", "‘": "'"})


class NoticeKind(StrEnum):
    """What a notice says of its report, the weaker before the stronger in the order of letters.

    corrected: it bears a correction; mistaken: so too, and this sentence tells what was wrong; withdrawn: all of it
    is taken back.
    """

    CORRECTED = "corrected"
    MISTAKEN = "mistaken"
    WITHDRAWN = "withdrawn"


class NoticeRow(Record, frozen=True, kw_only=True):
    """A row of notices.tsv."""

    kind: Literal["corrected", "mistaken", "withdrawn", "text"]
    phrase: str
    place: Literal["start", "any"] = "any"


class Notice(NamedTuple):
    """A sentence that takes something back: where it stands, and what it says of the report."""

    kind: NoticeKind
    words: str
    start: int
    end: int


def notices(text: str) -> list[Notice]:
    """The notices in a report's text, in its order: one a sentence, of the strongest kind that it shows.

    >>> [(n.kind.value, n.words) for n in notices("Correction: it was Gao. The market is open.")]
    [('corrected', 'Correction: it was Gao. The market is open.')]
    """
    folded = text.translate(_QUOTES).casefold()
    if not any(piece in folded for piece in _pieces()):
        return []
    found = []
    for match in _SENTENCE.finditer(text):
        plain = " ".join(match.group().translate(_QUOTES).casefold().split())
        opens = match.start() == 0 or text[match.start() - 1] == "\n"
        kinds = [
            kind for kind, start, any in _patterns() if any.search(plain) or (opens and start.match(plain))
        ]
        if kinds:
            start = match.end() - len(match.group().lstrip())
            found.append(Notice(max(kinds), _words(text[start:]), start, match.end()))
    return found


def notice_rows(report: int, text: str) -> list[dict[str, object]]:
    """The rows of `notices` for the ledger's report of this number."""
    return [
        {"report": report, "kind": one.kind, "words": one.words, "starts": one.start} for one in notices(text)
    ]


def _words(rest: str) -> str:
    """The rest of the paragraph, and of the next one where the first is a mere label, as one line."""
    paragraph = _PARAGRAPH.match(rest)
    return " ".join(paragraph.group().split())[:LONGEST] if paragraph else rest


@cache
def _pieces() -> tuple[str, ...]:
    """The longest run of words of each phrase: a text that has none of them has no notice."""
    phrases = [row.phrase for row in table("notices.tsv", NoticeRow) if row.kind != "text"]
    return tuple(dict.fromkeys(max(phrase.split("<text>"), key=len).strip() for phrase in phrases))


@cache
def _patterns() -> tuple[tuple[NoticeKind, re.Pattern[str], re.Pattern[str]], ...]:
    """For each kind the phrases that open a paragraph, and those that stand anywhere."""
    rows = table("notices.tsv", NoticeRow)
    texts = "|".join(re.escape(row.phrase) for row in rows if row.kind == "text")
    made = []
    for kind in NoticeKind:
        either = [
            "|".join(
                re.escape(row.phrase).replace("<text>", f"(?:{texts})")
                + (r"\b" if row.phrase[-1].isalpha() else "")
                for row in rows
                if row.kind == kind and row.place == place
            )
            for place in ("start", "any")
        ]
        start, any = (re.compile(pattern or r"(?!)") for pattern in either)
        made.append((kind, start, any))
    return tuple(made)
