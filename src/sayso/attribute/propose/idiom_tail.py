"""What stands behind an idiom: the clause, object or prepositional object that is its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.propose.content_end import cut_off
from sayso.attribute.propose.idioms import Met
from sayso.attribute.reading import WHEN, Range, Reading, children

if TYPE_CHECKING:
    from spacy.tokens import Token

_WH = frozenset({"that", "whether", "if", "how", "why", "what", "where", "when", "who", "which"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "PUNCT"})
_STOPS = frozenset({",", ";", ":", "."})
_BESIDE = frozenset({"prep", "npadvmod", "advmod", "dative"})
_GOES_ON = frozenset({"for", "over", "on", "as", "about", "after", "of", "with", "to", "by", "from"})
_WHEN = frozenset({"on", "in", "at", "after", "before", "by"})
_REACH = 10
"""How many tokens behind an idiom its content may begin."""


class Tail(NamedTuple):
    """What stands behind an idiom: the content, and the preposition before it, which belongs to the cue."""

    content: Range
    prep: Range


def tail(reading: Reading, idiom: Met, verb: Token, at: int, limit: int) -> Tail | None:
    """The first place from token `at` on that fills one of the idiom's frames.

    Where and when it was said may stand before it ("let it be known on Friday that X").
    """
    inside = {verb.i, *(token.i for token in idiom.path.tokens)}
    for i in range(at, min(at + _REACH, limit)):
        token = reading.doc[i]
        if i == at or token.head.i in inside or token.dep_ == "mark":
            found = _here(reading, idiom.row.frames, verb, (at, i), limit)
            if found is not None:
                return found
        if not _may_be_passed(token, inside):
            return None
    return None


def _may_be_passed(token: Token, inside: set[int]) -> bool:
    """Whether the token says when, where or to whom, between the idiom and what it introduces."""
    above = token
    while above.dep_ not in _BESIDE and above.head != above:
        above = above.head
    return above.head.i in inside and token.text not in _STOPS


def _here(reading: Reading, frames: tuple[str, ...], verb: Token, place: Range, limit: int) -> Tail | None:
    """What begins at the token `place[1]`, if it fills a frame; the idiom ends at `place[0]`."""
    at, i = place
    token, start = reading.doc[i], i
    if token.text == ":" and "colon" in frames:
        return Tail((i + 1, limit), (i, i))
    goes_on = f"{token.lower_}+" in frames
    if goes_on or token.lower_ in frames:
        if not _leads_on(token) or i + 1 >= limit:
            return None
        start = i + 1
    elif i == at and _opens_object(token, frames, at):
        goes_on = True
    elif not ("clause" in frames and _opens_clause(token, i == at)) and not (
        "infinitive" in frames and token.tag_ == "TO"
    ):
        return None
    end = _end(token, at, limit)
    content = cut_off(reading, verb, start, _with_more(reading, end, limit) if goes_on else end, limit)
    return Tail(content, (i, start)) if content is not None else None


def _leads_on(token: Token) -> bool:
    """Whether the token is a preposition, and none of time ("on Friday")."""
    behind = next(iter(children(token, "pobj")), None)
    if behind is not None and behind.ent_type_ in WHEN and token.lower_ in _WHEN:
        return False
    return token.tag_ in ("IN", "RP", "RB") or token.pos_ == "ADP"


def _opens_clause(token: Token, near: bool) -> bool:
    """Whether a clause begins here: with its conjunction, or straight behind the idiom without one."""
    if token.lower_ in _WH:
        return near or token.dep_ == "mark" or token.lower_ == "whether"
    top = token
    while top.pos_ not in ("VERB", "AUX") and top.head.i > top.i:
        top = top.head
    subject = any(t.left_edge.i <= token.i <= t.i for t in children(top, "nsubj", "nsubjpass", "expl"))
    finite = any(t.tag_ in _FINITE for t in (top, *children(top, "aux", "auxpass")))
    return near and subject and finite and top.i > token.i


def _opens_object(token: Token, frames: tuple[str, ...], at: int) -> bool:
    """Whether an object begins here, of the kind that the frame names, if it does ("object=talk/rumour")."""
    if token.text in _STOPS or token.pos_ not in _NOMINAL:
        return False
    head = token
    while head.pos_ not in ("NOUN", "PROPN") and at <= head.head.i and head.head.i > head.i:
        head = head.head
    while head.dep_ in ("compound", "poss", "nmod", "amod") and head.head.i > head.i:
        head = head.head
    kinds = (frame.split("=")[1:] for frame in frames if frame.split("=")[0] == "object")
    return any(not kind or head.lemma_.lower() in kind[0].split("/") for kind in kinds)


def _end(token: Token, at: int, limit: int) -> int:
    """Where the constituent ends that begins with the token."""
    top = token
    while at <= top.head.i < limit and top.head != top:
        top = top.head
    return min(top.right_edge.i + 1, limit)


def _with_more(reading: Reading, end: int, limit: int) -> int:
    """The end over what goes on behind an object: "Mali to vote", "the bank for its silence"."""
    while end + 1 < limit:
        token = reading.doc[end]
        if token.pos_ == "ADV":
            token = reading.doc[end + 1]
        if token.i + 1 >= limit or token.lower_ not in _GOES_ON or token.nbor().ent_type_ in WHEN:
            return end
        if token.tag_ != "TO" and token.dep_ not in ("prep", "mark"):
            return end
        end = _end(token, token.i, limit)
    return end
