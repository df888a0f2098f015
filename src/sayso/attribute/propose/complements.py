"""What stands behind a cue as its content: a clause, an infinitive, an object, a prepositional object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.propose.clauses import clause
from sayso.attribute.propose.content_end import cut_off
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cues import Cue
from sayso.attribute.words.objects import object_and_complement, plain_object
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRAME_ORDER = ("clause", "object+", "infinitive", "object")
_AIMED = frozenset({"at", "against"})
_TO_COME = frozenset({Stance.ASKS, Stance.PROMISES, Stance.THREATENS})


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
                    if frame == "object" and row.stance in _TO_COME:
                        found = found[0], with_terms(cue, found[1], limit)
                    return Complement(found, cue_end, row)
    for row in rows:
        for frame in row.frames:
            found_at = _prepositional(cue, frame, limit) or _for_one_to_act(cue, frame, limit)
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
        to = next((t for t in children(child, "aux") if t.lower_ == "to" and t.i >= after), None)
        nots = [t for t in children(child, "neg") if t.i == after or children(cue, "auxpass")]
        first = next((t for t in nots if to is not None and after <= t.i == to.i - 1), to)
        if first is not None and (
            first == child.left_edge or (child.left_edge.i < cue.i and first.i == after)
        ):
            return cut_off(reading, cue, first.i, child.right_edge.i + 1, limit)
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
        elif word == "for":
            end = with_purpose(cue, pobj[0], end)
        elif word in _AIMED:
            reasons = (
                t for t in children(cue, "prep") if t.left_edge.i == end and t.lower_ in ("over", "for")
            )
            end = max([end, *(t.right_edge.i + 1 for t in reasons)])
        return (child.i + 1, min(end, limit)), child.i + 1
    return None


def _for_one_to_act(cue: Token, frame: str, limit: int) -> tuple[Range, int] | None:
    """ "asked for the batch to be recalled": the clause behind "for"."""
    for clause_ in children(cue, "advcl", "ccomp", "xcomp") if frame == "for" else ():
        first = clause_.left_edge
        acts = any(t.tag_ == "TO" for t in children(clause_, "aux")) and first.lower_ == "for"
        if acts and cue.i < first.i <= cue.i + 2 and clause_.i < limit:
            return (first.i + 1, min(clause_.right_edge.i + 1, limit)), first.i + 1
    return None


def with_purpose(cue: Token, noun: Token, end: int) -> int:
    """The end of what is asked for with the infinitive behind it: "for $90 million to feed families"."""
    behind = (t for t in (*noun.children, *cue.children) if t.dep_ in ("xcomp", "advcl", "acl", "relcl"))
    for verb in behind:
        opens = verb.left_edge
        if opens.tag_ == "TO" and opens.i == end:
            return verb.right_edge.i + 1
    return end


def with_terms(cue: Token, end: int, limit: int) -> int:
    """The end of what is promised or threatened with whom it goes to and on what terms: "with arrest", "if ..."."""
    for child in cue.children:
        if child.left_edge.i != end or child.i >= limit:
            continue
        hearer = child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with")
        condition = child.dep_ == "advcl" and child.left_edge.lower_ in ("if", "unless")
        end = child.right_edge.i + 1 if hearer or condition else end
    return min(end, limit)


_FRAMES = {
    "clause": clause,
    "infinitive": infinitive,
    "object": plain_object,
    "object+": object_and_complement,
}
