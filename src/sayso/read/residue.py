"""Page residue: sign-in lines, share bars, "Scroll to Top". Whole short paragraphs only, never a sentence."""

import re
from functools import cache
from typing import Literal

from sayso.lexicons.load import table
from sayso.records.base import Record

HEAD, TAIL = 5, 12
"""How many paragraphs count as the start and the end of a page."""

LONGEST = 160
"""No paragraph longer than this is residue."""

_EDGES = re.compile(r"^[\s\W_]+|[\s\W_]+$")
_SPACE = re.compile(r"\s+")


class ResidueRow(Record, frozen=True, kw_only=True):
    """A residue phrase. `match`: the whole paragraph, its start, or a heading whose followers go too.

    `where`: at the start or end of the page ("edge"), or anywhere.
    """

    phrase: str
    match: Literal["whole", "start", "heading"]
    where: Literal["edge", "any"]
    kind: str


def cut_residue(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, int]]:
    """The paragraphs without residue, and how many were cut, by kind.

    If all would go, all stay: a text of residue alone is better judged by the reader.
    """
    count = len(paragraphs)
    kinds = [_kind(p, n < HEAD or n >= count - TAIL) for n, p in enumerate(paragraphs)]
    _cut_after_heading(paragraphs, kinds)
    kept = tuple(p for p, kind in zip(paragraphs, kinds, strict=True) if kind is None)
    if not kept:
        return paragraphs, {}
    counts: dict[str, int] = {}
    for kind in kinds:
        if kind is not None:
            counts[kind] = counts.get(kind, 0) + 1
    return kept, counts


def _kind(paragraph: str, at_edge: bool) -> str | None:
    if len(paragraph) > LONGEST:
        return None
    plain = _plain(paragraph)
    if not plain:
        return "ornament"
    whole, starts = _phrases()
    row = whole.get(plain)
    if row is None:
        words = plain.split(" ")
        openings = (" ".join(words[:n]) for n in range(min(len(words), 6), 0, -1))
        row = next((starts[opening] for opening in openings if opening in starts), None)
    if row is None or (row.where == "edge" and not at_edge):
        return None
    return row.kind


def _cut_after_heading(paragraphs: tuple[str, ...], kinds: list[str | None]) -> None:
    """Below a heading such as "Related articles" in the page's second half, cut the rest if no prose follows."""
    whole, _ = _phrases()
    for number in range(len(paragraphs) // 2, len(paragraphs)):
        row = whole.get(_plain(paragraphs[number])) if len(paragraphs[number]) <= LONGEST else None
        if row is None or row.match != "heading":
            continue
        if not any(_is_prose(paragraph) for paragraph in paragraphs[number + 1 :]):
            kinds[number:] = [row.kind] * (len(paragraphs) - number)
            return


def _is_prose(paragraph: str) -> bool:
    return len(paragraph) > LONGEST or paragraph.rstrip("\"'”’)").endswith((".", "!", "?"))


def _plain(paragraph: str) -> str:
    return _SPACE.sub(" ", _EDGES.sub("", paragraph)).casefold().replace("’", "'")


@cache
def _phrases() -> tuple[dict[str, ResidueRow], dict[str, ResidueRow]]:
    rows = table("residue.tsv", ResidueRow)
    whole = {row.phrase: row for row in rows if row.match != "start"}
    starts = {row.phrase: row for row in rows if row.match == "start"}
    return whole, starts
