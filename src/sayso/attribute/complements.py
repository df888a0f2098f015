"""What stands behind a cue as its content: a clause, an infinitive, an object, a prepositional object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.clauses import clause
from sayso.attribute.content_end import cut_off
from sayso.attribute.cues import Cue
from sayso.attribute.objects import object_and_complement, plain_object
from sayso.attribute.reading import Range, Reading, children

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRAME_ORDER = ("clause", "object+", "infinitive", "object")


class Complement(NamedTuple):
    """The content behind a cue, where the cue's words end (a preposition belongs to the cue), and its row."""

    content: Range
    cue_end: int
    row: Cue


def complement(
    reading: Reading, cue: Token, rows: tuple[Cue, ...], cue_end: int, limit: int
) -> Complement | None:
    """The first frame of the rows that the tokens behind the cue fill; nothing from token `limit` on is taken."""
    for frame in _FRAME_ORDER:
        for row in rows:
            if frame in row.frames:
                found = _FRAMES[frame](reading, cue, cue_end, limit)
                if found is not None:
                    if frame.startswith("object") and "clause" in row.frames:
                        found = _with_its_verb(reading, found, limit)
                    return Complement(found, cue_end, row)
    for row in rows:
        for frame in row.frames:
            found_at = _prepositional(cue, frame, limit)
            if found_at is not None:
                return Complement(found_at[0], found_at[1], row)
    return None


def _with_its_verb(reading: Reading, found: Range, limit: int) -> Range:
    """An object that is the subject of a verb behind it: the parse missed a clause without "that"."""
    start, end = found
    if end >= limit or reading.doc[end].tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return found
    head = reading.doc[end]
    while head.dep_ in ("aux", "auxpass") and head.head.i > head.i:
        head = head.head
    return reading.trim(start, max(end, min(head.right_edge.i + 1, limit)))


def infinitive(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """An infinitive as content: "to leave by six"."""
    for child in children(cue, "xcomp", "ccomp", "advcl"):
        if child.left_edge.i >= after and any(
            t.lower_ == "to" and t.i == child.left_edge.i for t in children(child, "aux")
        ):
            return cut_off(reading, cue, child.left_edge.i, child.right_edge.i + 1, limit)
    return None


def _prepositional(cue: Token, frame: str, limit: int) -> tuple[Range, int] | None:
    word, open_end = frame.rstrip("+"), frame.endswith("+")
    for child in children(cue, "prep", "prt", "agent", "dative"):
        if child.lower_ != word or not cue.i < child.i < limit or child.i + 1 >= len(cue.doc):
            continue
        end = child.right_edge.i + 1
        pobj = children(child, "pobj", "pcomp")
        if child.dep_ != "prt" and not pobj:
            continue
        if open_end:
            to = [t for t in children(cue, "xcomp", "advcl", "ccomp") if t.i > child.i]
            inner = [t for p in pobj for t in children(p, "acl", "relcl")]
            if not to and not inner:
                continue
            end = max(end, *(t.right_edge.i + 1 for t in (to or inner)[:1]))
        return (child.i + 1, min(end, limit)), child.i + 1
    return None


_FRAMES = {
    "clause": clause,
    "infinitive": infinitive,
    "object": plain_object,
    "object+": object_and_complement,
}
