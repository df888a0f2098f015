"""A clause as content: behind "that", "whether" or nothing, and where the parse loses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.propose.around import has_verb
from sayso.attribute.propose.content_end import cut_off
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speakers import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE_MARKS = frozenset({"that", "whether", "if", "how", "why", "what", "where", "when", "who"})
_SECOND_CLAUSE = frozenset({"that", "it", "they", "he", "she", "there"})
_ABOUT = frozenset({"on", "about", "to"})
_REACH = 9
"""How many tokens may stand between a cue and the "that" of its content."""


_ASIDE = 25
"""How many tokens the aside may hold that names whom a report cites."""


def clause(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """The clause that the cue introduces, with its conjunction, where the parse has it or hides it."""
    if _is_of_claim(reading, after):
        return None
    for child in children(cue, "ccomp"):
        start = _with_object_before(
            cue, _with_number(_clause_start(reading, child, after), after, cue), after
        )
        if child.left_edge.i < after or start >= limit:
            continue
        if has_verb(reading, start, limit) if child.i >= limit else _is_clause(child):
            end = _with_second_clause(cue, child.right_edge.i + 1, limit)
            end = _before_aside(reading, start, min(end, limit))
            return cut_off(reading, cue, start, end, limit)
    return (
        _after_that(reading, cue, after, limit)
        or _bare(reading, cue, after, limit)
        or _behind_aside(reading, cue, limit)
        or _swallowed(reading, cue, after, limit)
        or _behind_hearer(reading, cue, after, limit)
        or _across_aside(reading, cue, after, limit)
        or _behind_comma(reading, cue, after, limit)
    )


def _is_of_claim(reading: Reading, after: int) -> bool:
    """Whether the clause behind belongs to a claim that somebody speaks of: "“No,” A said | of the claim that X"."""
    words = reading.doc[after : after + 5]
    if len(words) < 4 or words[0].lower_ != "of":
        return False
    that = next((t for t in words if t.lower_ == "that"), None)
    return that is not None and that.i > after + 1 and that.nbor(-1).lemma_.lower() in cues("claim")


def _behind_comma(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """A clause that two verbs share: "A say, and B do not dispute, | that X"."""
    if cue.dep_ != "conj" or after + 2 >= limit or reading.doc[after].text != ",":
        return None
    that = reading.doc[after + 1]
    if that.lower_ != "that" or that.dep_ != "mark" or that.head.i >= limit:
        return None
    return cut_off(reading, cue, that.i, that.head.right_edge.i + 1, limit)


def _with_number(start: int, after: int, cue: Token) -> int:
    """The clause's start with the number that the parse took for a day's: "said on Sunday | 36 people were ill"."""
    number = cue.doc[start - 1] if start - 1 > after else None
    day = number is not None and number.like_num and number.head.i == number.i - 1
    return start - 1 if day and number is not None and number.head.pos_ == "PROPN" else start


def _with_object_before(cue: Token, start: int, after: int) -> int:
    """The clause's start with its subject, where the parse made that an object with a participle of its own.

    "Concluded people living in Europe thousands of years ago were taller": nobody is told by this verb.
    """
    if cue.lemma_.lower() in cues("telling") | cues("control") | cues("ordering"):
        return start
    for noun in children(cue, "dobj"):
        if noun.left_edge.i == after and noun.right_edge.i + 1 == start and children(noun, "acl"):
            return after
    return start


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


def _behind_aside(reading: Reading, cue: Token, limit: int) -> Range | None:
    """A clause that the parse hung on an aside: "reported, citing an official, that X"."""
    for aside in children(cue, "advcl"):
        if aside.tag_ != "VBG" or aside.lemma_.lower() not in cues("relay"):
            continue
        for child in children(aside, "ccomp"):
            first = child.left_edge
            if first.lower_ == "that" and reading.doc[first.i - 1].text == "," and first.i < limit:
                return cut_off(reading, cue, first.i, child.right_edge.i + 1, limit)
    return None


def _swallowed(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """A clause whose verb the parse hung below an object ("said a law allowing X marked a sad day")."""
    for child in children(cue, "dobj"):
        start, end = child.left_edge.i, min(child.right_edge.i + 1, limit)
        if start == after and not children(child, "relcl") and has_verb(reading, child.i, end):
            return cut_off(reading, cue, start, end, limit)
    return None


def _across_aside(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """A clause behind ", citing B, that", whatever the parse hung it on."""
    doc, at = reading.doc, after
    while at < limit and (doc[at].ent_type_ in WHEN or doc[at].lower_ == "on"):
        at += 1
    if at + 1 >= limit or doc[at].text != "," or doc[at + 1].tag_ != "VBG":
        return None
    if doc[at + 1].lemma_.lower() not in cues("relay"):
        return None
    reach = range(at + 2, min(at + _ASIDE, limit - 1))
    comma = next((i for i in reach if doc[i].text == "," and doc[i + 1].lower_ == "that"), None)
    if comma is None or not has_verb(reading, comma + 1, limit):
        return None
    return cut_off(reading, cue, comma + 1, limit, limit)


def _behind_hearer(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """A clause that the parse hung on the hearer: "told a colleague he wanted to leave"."""
    for hearer in children(cue, "dobj") if cue.lemma_.lower() in cues("telling") else ():
        for said in children(hearer, "relcl"):
            first = said.left_edge
            own = first.dep_ in ("nsubj", "nsubjpass") and first.tag_ == "PRP" and first.head == said
            near = after <= hearer.left_edge.i <= after + 1 and first.i == hearer.i + 1 and said.i < limit
            if own and near and can_speak(hearer):
                return cut_off(reading, cue, first.i, said.right_edge.i + 1, limit)
    return None


def _is_clause(head: Token) -> bool:
    own = [
        t for part in (head, *children(head, "aux", "auxpass")) for t in part.children
    ]  # "(the files) were gone"
    return any(
        t.dep_ in ("nsubj", "nsubjpass", "csubj", "expl", "mark") or t.tag_ in ("WP", "WRB", "WDT")
        for t in own
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
    if start >= end:
        return start
    if doc[at].dep_ == "prep" and at + 1 < end and doc[at + 1].ent_type_ in WHEN:
        at += 1
    elif doc[at].ent_type_ not in WHEN or doc[at].dep_ not in ("npadvmod", "compound", "amod", "det"):
        return start
    while at < end and doc[at].ent_type_ in WHEN:
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
        if i > after and token.lower_ == "that" and reading.doc[i - 1].tag_ == "CC":
            return None  # "warned the ministry and that nothing was done"
        if token.lower_ in ("that", "whether") and token.dep_ in (
            "mark",
            "nsubj",
            "det",
            "dobj",
            "nsubjpass",
        ):
            head = token.head
            while head.dep_ in ("xcomp", "ccomp") and head.head.i > i:
                head = head.head
            if head.pos_ not in ("VERB", "AUX") or head.i <= i:
                continue
            own = [t for t in children(head, "nsubj", "nsubjpass", "expl") if t.i != i]
            if i > after and token.dep_ != "mark" and not own:
                continue
            if head.dep_ in ("acl", "relcl") and _is_spoken_of(head.head, cue):
                return None
            noun = next((t for t in children(cue, "dobj") if after <= t.i < i), None)
            if noun is not None and cue.lemma_.lower() not in cues("telling"):
                return cut_off(reading, cue, noun.left_edge.i, head.right_edge.i + 1, limit)
            return cut_off(reading, cue, i, head.right_edge.i + 1, limit)
    return None


def _is_spoken_of(noun: Token, cue: Token) -> bool:
    """Whether a clause belongs to a noun that the cue speaks of: "declined to comment on reports that X"."""
    prep = noun.head
    return (
        prep.dep_ == "prep"
        and prep.head == cue
        and prep.lower_ in _ABOUT
        and noun.lemma_.lower() in cues("noun")
    )


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
                return cut_off(reading, cue, after, child.right_edge.i + 1, limit)
    return None
