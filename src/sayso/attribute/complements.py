"""What stands behind a cue as its content: a clause, an infinitive, an object, a prepositional object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.around import has_verb
from sayso.attribute.cues import Cue, cues
from sayso.attribute.reading import Range, Reading, children

if TYPE_CHECKING:
    from spacy.tokens import Token

_SECOND = frozenset({"xcomp", "oprd", "ccomp", "attr", "acomp"})
_SECOND_PREPS = frozenset({"of", "as", "for", "over", "with", "against", "to", "from", "into", "on"})
_OBJECT_PREPS = frozenset({"for", "as", "over", "of"})
_FRAME_ORDER = ("clause", "object+", "infinitive", "object")
_CLAUSE_MARKS = frozenset({"that", "whether", "if", "how", "why", "what", "where", "when", "who"})
_TIME = frozenset({"DATE", "TIME"})
_SIDE_CLAUSE = frozenset({"while", "when", "during", "after", "before"})
_SECOND_CLAUSE = frozenset({"that", "it", "they", "he", "she", "there"})
_EMPTY = frozenset({"this", "that", "these", "those", "anything", "everything", "nothing", "all", "which"})
_REACH = 9
"""How many tokens may stand between a cue and the "that" of its content."""


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


def _clause(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    for child in children(cue, "ccomp"):
        start = _clause_start(reading, child, after)
        if child.left_edge.i < after or start >= limit:
            continue
        if has_verb(reading, start, limit) if child.i >= limit else _is_clause(child):
            end = _with_second_clause(cue, child.right_edge.i + 1, limit)
            end = _before_aside(reading, start, min(end, limit))
            return _cut(reading, cue, start, end, limit)
    return (
        _after_that(reading, cue, after, limit)
        or _bare(reading, cue, after, limit)
        or _swallowed(reading, cue, after, limit)
    )


def _before_aside(reading: Reading, start: int, end: int) -> int:
    """The content's end before ", citing ..." or ", adding ...", which belong to the reporting clause."""
    for i in range(start + 1, end):
        token = reading.doc[i]
        aside = token.tag_ == "VBG" and token.lemma_.lower() in cues("aside")
        if aside and reading.doc[i - 1].text == "," and reading.same_quotation(start, i):
            return i - 1
    return end


def _with_second_clause(cue: Token, end: int, limit: int) -> int:
    """The content's end over a second clause ("said it was ready, and that ...", "..., and they would ...")."""
    for child in children(cue, "conj"):
        first = child.left_edge
        if not end <= first.i <= end + 2 or child.i >= limit:
            continue
        if first.lower_ in _SECOND_CLAUSE and (first.dep_ in ("mark", "nsubj", "nsubjpass", "expl")):
            return min(child.right_edge.i + 1, limit)
    return end


def _swallowed(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """A clause whose verb the parse hung below an object ("said a law allowing X marked a sad day")."""
    for child in children(cue, "dobj"):
        start, end = child.left_edge.i, min(child.right_edge.i + 1, limit)
        if start == after and not children(child, "relcl") and has_verb(reading, child.i, end):
            return _cut(reading, cue, start, end, limit)
    return None


def _is_clause(head: Token) -> bool:
    return any(t.dep_ in ("nsubj", "nsubjpass", "csubj", "expl", "mark") for t in head.children) or any(
        t.tag_ in ("WP", "WRB", "WDT") for t in head.children
    )


def _clause_start(reading: Reading, head: Token, after: int) -> int:
    """The clause's left edge, with the "that" before it where the parse hung it elsewhere."""
    start = max(head.left_edge.i, after)
    while start > after and reading.doc[start - 1].lower_ in _CLAUSE_MARKS:
        start -= 1
    return _behind_date(reading, start, head.i)


def _behind_date(reading: Reading, start: int, end: int) -> int:
    """Past a date at the clause's start that says when it was said ("said on Monday they believe")."""
    doc, at = reading.doc, start
    if doc[at].dep_ == "prep" and at + 1 < end and doc[at + 1].ent_type_ in _TIME:
        at += 1
    elif doc[at].ent_type_ not in _TIME or doc[at].dep_ not in ("npadvmod", "compound", "amod", "det"):
        return start
    while at < end and doc[at].ent_type_ in _TIME:
        if doc[at].dep_ in ("nsubj", "nsubjpass"):
            return start
        at += 1
    return start if doc[at].text == "," else at


def _after_that(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """A clause behind "that" or "whether" that the parse gave to something else than the cue."""
    for i in range(after, min(after + _REACH, limit)):
        token = reading.doc[i]
        if token.text in (",", ";", ":") or (token.pos_ == "VERB" and token.head == cue):
            return None
        if token.lower_ in ("that", "whether") and token.dep_ in (
            "mark",
            "nsubj",
            "det",
            "dobj",
            "nsubjpass",
        ):
            head = token.head
            if head.pos_ not in ("VERB", "AUX") or head.i <= i:
                continue
            own = [t for t in children(head, "nsubj", "nsubjpass", "expl") if t.i != i]
            if i > after and token.dep_ != "mark" and not own:
                continue
            noun = next((t for t in children(cue, "dobj") if after <= t.i < i), None)
            if noun is not None and cue.lemma_.lower() not in cues("telling"):
                return _cut(reading, cue, noun.left_edge.i, head.right_edge.i + 1, limit)
            return _cut(reading, cue, i, head.right_edge.i + 1, limit)
    return None


def _bare(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """A clause without conjunction straight behind the cue, its head taken for something else by the parse."""
    if after >= limit:
        return None
    first = reading.doc[after]
    for child in cue.children:
        if child.dep_ in ("xcomp", "advcl", "dep", "conj", "relcl") and after <= child.i < limit:
            subject = children(child, "nsubj", "nsubjpass", "expl")
            marked = any(
                t.lower_ in ("whether", "if", "that") and t.i == after for t in children(child, "mark")
            )
            if marked or (subject and child.left_edge.i == first.i and not children(child, "mark", "cc")):
                return _cut(reading, cue, after, child.right_edge.i + 1, limit)
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


def _infinitive(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    for child in children(cue, "xcomp", "ccomp", "advcl"):
        if child.left_edge.i >= after and any(
            t.lower_ == "to" and t.i == child.left_edge.i for t in children(child, "aux")
        ):
            return _cut(reading, cue, child.left_edge.i, child.right_edge.i + 1, limit)
    return None


def _object(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    for gerund in children(cue, "xcomp", "ccomp"):
        if gerund.tag_ == "VBG" and after <= gerund.left_edge.i <= after + 1 and gerund.i < limit:
            return _cut(reading, cue, gerund.left_edge.i, gerund.right_edge.i + 1, limit)
    found = next((t for t in children(cue, "dobj") if t.left_edge.i >= after and t.i < limit), None)
    if found is None or found.ent_type_ in _TIME or found.tag_ in ("WP", "PRP") or found.lower_ in _EMPTY:
        return None
    end = found.right_edge.i + 1
    for child in children(cue, "prep"):
        if child.i == end and child.lower_ in _OBJECT_PREPS:
            end = child.right_edge.i + 1
    return _cut(reading, cue, found.left_edge.i, end, limit)


def _object_and(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """An object with what is said of it: "it a lie", "Mali to vote", "the bloc of meddling"."""
    parts = [
        t
        for t in cue.children
        if t.dep_ in ("dobj", "ccomp", "nsubj", "oprd", "xcomp") and t.left_edge.i >= after
    ]
    if not parts or parts[0].i >= limit:
        return None
    first = parts[0]
    small = (
        first.dep_ in ("ccomp", "xcomp")
        and not children(first, "mark")
        and bool(children(first, "nsubj", "nsubjpass"))
    )
    if first.dep_ != "dobj" and not small and len(parts) < 2:
        return None
    if cue.lemma_.lower() == "put":
        return _figure(reading, cue, first, limit)
    end, complete = first.right_edge.i + 1, small or len(parts) > 1 or _holds_complement(first)
    for child in cue.children:
        if child.i <= first.i or child.i >= limit:
            continue
        if child.dep_ in _SECOND or (
            child.dep_ in ("dobj", "npadvmod") and child.ent_type_ not in _TIME and child.i > first.i
        ):
            end, complete = max(end, child.right_edge.i + 1), True
        elif (
            child.dep_ == "prep" and (child.lower_ in _SECOND_PREPS or complete) and child.left_edge.i <= end
        ):
            end, complete = (
                max(end, child.right_edge.i + 1),
                complete or child.lower_ in ("of", "as", "for", "with"),
            )
        elif child.dep_ == "advcl" and any(t.lower_ == "to" for t in children(child, "aux")):
            end, complete = max(end, child.right_edge.i + 1), True
    return _cut(reading, cue, first.left_edge.i, end, limit) if complete else None


def _figure(reading: Reading, cue: Token, noun: Token, limit: int) -> Range | None:
    """ "put the toll at 30"."""
    at = next((t for t in (*children(cue, "prep"), *children(noun, "prep")) if t.lower_ == "at"), None)
    if at is None or noun.lemma_.lower() not in cues("figure"):
        return None
    return _cut(reading, cue, noun.left_edge.i, at.right_edge.i + 1, limit)


def _holds_complement(noun: Token) -> bool:
    """Whether the parse hung "as a lie", "of meddling" or "to vote" on the object itself."""
    return any(
        (t.dep_ == "prep" and t.lower_ in ("of", "as", "for"))
        or (t.dep_ == "appos" and t.left_edge.i > noun.i and noun.doc[t.left_edge.i - 1].text in "“‘\"'")
        or (t.dep_ in ("acl", "relcl") and any(a.lower_ == "to" for a in children(t, "aux")))
        for t in noun.children
    )


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


def _cut(reading: Reading, cue: Token, start: int, end: int, limit: int) -> Range | None:
    """The range up to `limit`, with quotations at its ends whole; None if nothing is left."""
    end = min(end, limit)
    if start >= end:
        return None
    start, end = reading.trim(start, end)
    if start >= end:
        return None
    if end - start == 1 and reading.doc[start].pos_ in ("PRON", "DET", "ADV", "PART"):
        return None
    first, last = reading.whole_quotations(start, end, cue.i)
    last = _before_side_clause(reading, first, last)
    if last < limit and reading.is_mark(last) and reading.quotation_at(last) is not None:
        _, last = reading.whole_quotations(first, last + 1, cue.i)
    return max(first, cue.i + 1), last


def _before_side_clause(reading: Reading, start: int, end: int) -> int:
    """The content's end before "while hosting ..." behind its quotation, which belongs to the reporting clause."""
    for i in range(end - 2, start, -1):
        closes = reading.is_mark(i) and reading.quotation_at(i) is not None
        if closes and reading.doc[i + 1].lower_ in _SIDE_CLAUSE and not reading.same_quotation(i, i + 1):
            return i + 1
    return end


_FRAMES = {"clause": _clause, "infinitive": _infinitive, "object": _object, "object+": _object_and}
