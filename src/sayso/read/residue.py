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

LONGEST_FORM, FORM = 800, 2
"""Characters of the longest form that is cut, and how many of its phrases show that it is one."""

LONGEST_LIST = 20
"""Lines in the longest list of links that is cut."""

LONGEST_PHRASE = 8
"""Words in the longest phrase that stands at a paragraph's start or end."""

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|https?://\S+[^\s.]$")
_AGO = re.compile(
    r"(?:(?:published|updated|posted)\s+)?\d+ (?:second|minute|hour|day|week)s? ago", re.IGNORECASE
)
_TRAIL = re.compile(r"\s*[|›»>/]\s*")
_EDGES = re.compile(r"^[\s\W_]+|[\s\W_]+$")
_SPACE = re.compile(r"\s+")


class ResidueRow(Record, frozen=True, kw_only=True):
    """A residue phrase. `match`: the whole paragraph, its start, its end, a heading with what follows, or the
    line that opens or closes a list of links.

    `where`: at the start or end of the page ("edge"), or anywhere.
    """

    phrase: str
    match: Literal["whole", "start", "end", "heading", "opens", "closes", "form"]
    where: Literal["edge", "any"]
    kind: str


_NONE = ResidueRow(phrase="", match="whole", where="any", kind="")


def cut_residue(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, int]]:
    """The paragraphs without residue, and how many were cut, by kind.

    If all would go, all stay: a text of residue alone is better judged by the reader.
    """
    count = len(paragraphs)
    kinds = [_kind(p, n < HEAD or n >= count - TAIL) for n, p in enumerate(paragraphs)]
    _cut_lists(paragraphs, kinds)
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
        return _form(paragraph)
    plain = _plain(paragraph)
    if not plain:
        return "ornament"
    if at_edge and _AGO.fullmatch(plain):
        return "time stamp"
    row = _row(plain)
    if row is None or (row.where == "edge" and not at_edge):
        return "address" if at_edge and _ADDRESS.search(paragraph) and plain.count(" ") < 12 else None
    return row.kind


def _form(paragraph: str) -> str | None:
    """The kind of a form that runs on in one paragraph: no sentence of news holds two of its phrases."""
    if len(paragraph) > LONGEST_FORM:
        return None
    plain = _plain(paragraph)
    found = [row.kind for phrase, row in _phrases("form").items() if phrase in plain]
    return found[0] if len(found) >= FORM else None


def _row(plain: str) -> ResidueRow | None:
    whole, starts, ends = (_phrases(match) for match in ("whole", "start", "end"))
    if plain in whole:
        return whole[plain]
    if (trail := _TRAIL.split(plain))[1:] and all(whole.get(step, _NONE).kind == "section" for step in trail):
        return whole[trail[0]]
    words = plain.split(" ")
    lengths = range(min(len(words), LONGEST_PHRASE), 0, -1)
    found = (starts.get(" ".join(words[:n])) or ends.get(" ".join(words[-n:])) for n in lengths)
    return next((row for row in found if row), None)


def _cut_lists(paragraphs: tuple[str, ...], kinds: list[str | None]) -> None:
    """Lists of links that say where they open and close ("list of 3 items" ... "end of list")."""
    closes = [
        n for n, paragraph in enumerate(paragraphs) if _plain(paragraph[:LONGEST]) in _phrases("closes")
    ]
    for end in closes:
        for start in range(end, max(-1, end - LONGEST_LIST), -1):
            words = _plain(paragraphs[start][:LONGEST]).split(" ")
            if row := _phrases("opens").get(" ".join(words[:2])):
                kinds[start : end + 1] = [row.kind] * (end + 1 - start)
                break


def _cut_after_heading(paragraphs: tuple[str, ...], kinds: list[str | None]) -> None:
    """Below a heading such as "Related articles" in the second half, cut the rest if no prose follows."""
    headings = _phrases("heading")
    for number in range(len(paragraphs) // 2, len(paragraphs)):
        row = headings.get(_plain(paragraphs[number])) if len(paragraphs[number]) <= LONGEST else None
        if row is None:
            continue
        if not any(_is_prose(paragraph) for paragraph in paragraphs[number + 1 :]):
            kinds[number:] = [row.kind] * (len(paragraphs) - number)
            return


def _is_prose(paragraph: str) -> bool:
    return len(paragraph) > LONGEST or paragraph.rstrip("\"'”’)").endswith(".")


def _plain(paragraph: str) -> str:
    return _SPACE.sub(" ", _EDGES.sub("", paragraph)).casefold().replace("’", "'")


@cache
def _phrases(match: str) -> dict[str, ResidueRow]:
    """Phrases by how they match; a heading alone is cut as a whole paragraph."""
    taken = ("whole", "heading") if match == "whole" else (match,)
    return {row.phrase: row for row in table("residue.tsv", ResidueRow) if row.match in taken}
