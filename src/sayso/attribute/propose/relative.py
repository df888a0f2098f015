"""Cues in a relative clause: "fires, which state media said were out", "A beat him, which the ministry denies"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_cues, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase
from sayso.records.base import Span
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

DENIED = "denial in passing"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVES = frozenset({"which", "that", "who", "what"})


def in_relative_clause(reading: Reading, verb: Token, limit: int) -> Found | None:
    """The cue inside a relative clause: its content is that clause without the cue and its speaker."""
    if verb.i + 1 >= limit or not any({"clause", "quote"} & set(row.frames) for row in verb_cues(verb)):
        return None
    following, who = reading.doc[verb.i + 1], _subject(reading, verb)
    if following.tag_ not in _FINITE or verb.tag_ not in _FINITE or who is None:
        return None
    relative = who.left_edge.i - 1
    if reading.doc[relative].lower_ not in _RELATIVES:
        return None
    head = following
    while head.dep_ in ("aux", "auxpass") and head.head.i > head.i:
        head = head.head
    end = min(max(following.i + 1, head.right_edge.i + 1), limit)
    return Found(
        source=reading.spans(phrase(reading, who, verb)),
        cue=reading.spans(verb_group(verb)),
        content=reading.spans((relative, relative + 1), (verb.i + 1, end)),
        rule="relative clause",
        detail=f"speaker is the subject of {verb.text!r}",
    )


def what_one_called(reading: Reading, verb: Token, limit: int) -> Found | None:
    """ "what she called a farce", "what it described as mercenaries": the name that one gives to something."""
    if verb.lemma_.lower() not in cues("naming"):
        return None
    who = _subject(reading, verb)
    if who is None or reading.doc[who.left_edge.i - 1].lower_ != "what":
        return None
    start, end = verb.i + 1, min(verb.right_edge.i + 1, limit)
    start += start < end and reading.doc[start].lower_ == "as"
    content = reading.spans((start, end))
    if not content:
        return None
    return Found(
        source=reading.spans(phrase(reading, who, verb)),
        cue=reading.spans((verb_group(verb)[0], start)),
        content=content,
        rule="what one called",
        detail=f"speaker is the subject of {verb.text!r}",
    )


def denied_in_passing(reading: Reading, verb: Token, known: Sequence[Found]) -> tuple[Found, Span] | None:
    """ "..., which the ministry denies": its content is that of the statement before it, up to the comma.

    Gives the denial and the words (from the comma on) that the statement before it must lose; None if this is
    no denial in passing, or no statement stands before it.
    """
    head = verb.head if _is_yet_to(verb) else verb
    who = _subject(reading, head)
    if who is None or who.left_edge.i < 2 or not (head != verb or _leaves_open(verb)):
        return None
    relative = reading.doc[who.left_edge.i - 1]
    if relative.lower_ != "which" or reading.doc[relative.i - 1].text != ",":
        return None
    comma = reading.doc[relative.i - 1].idx
    before = [each for each in known if each.content[-1].start < comma <= each.content[-1].end]
    before = before or [
        each for each in known if max(span.end for span in (*each.source, *each.cue)) == comma
    ]
    if not before:
        return _of_sentence(reading, relative, who, (head, verb))
    clauses = [each for each in before if _holds_clause(reading, each, comma)]
    denied = min(clauses or before, key=lambda each: each.content[-1].end - each.content[0].start)
    last = denied.content[-1]
    content = (*denied.content[:-1], Span(last.start, min(comma, last.end)))
    found = Found(
        source=reading.spans(phrase(reading, who, head)),
        cue=reading.spans((verb_group(head)[0], verb.i + 1)),
        content=content,
        rule=DENIED,
        detail=f"speaker is the subject of {verb.text!r}; 'which' stands for the statement before",
    )
    return found, Span(comma, max(comma, last.end))


def _of_sentence(
    reading: Reading, relative: Token, who: Token, verbs: tuple[Token, Token]
) -> tuple[Found, Span] | None:
    """The denial of a sentence that nobody is said to have said: "Men in uniform beat them, which A denies"."""
    start, comma = relative.sent.start, relative.i - 1
    if not any(t.tag_ in _FINITE for t in reading.doc[start:comma]) or not reading.same_quotation(
        start, comma
    ):
        return None
    end = reading.doc[comma].idx
    found = Found(
        source=reading.spans(phrase(reading, who, verbs[0])),
        cue=reading.spans((verb_group(verbs[0])[0], verbs[1].i + 1)),
        content=reading.spans((start, comma)),
        rule=DENIED,
        detail=f"speaker is the subject of {verbs[1].text!r}; 'which' stands for the words before",
    )
    return found, Span(end, end)


def _is_yet_to(verb: Token) -> bool:
    """ "has yet to confirm" """
    yet = any(t.lower_ == "yet" for t in (*verb.children, *verb.head.children))
    open_ = any(row.negated == Stance.UNCONFIRMED for row in verb_cues(verb))
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "be") and yet and open_


def _leaves_open(verb: Token) -> bool:
    """Whether a verb denies, or says that it does not confirm."""
    rows = verb_cues(verb)
    unsure = is_negated(verb) and any(row.negated == Stance.UNCONFIRMED for row in rows)
    return unsure or any(row.stance == Stance.DENIES for row in rows)


def _holds_clause(reading: Reading, each: Found, end: int) -> bool:
    """Whether a content has a verb with a tense before `end`, so that "which" can stand for it."""
    return any(t.tag_ in _FINITE and t.idx < end for t in reading.within(each.content))


def _subject(reading: Reading, verb: Token) -> Token | None:
    """The verb's subject, if it stands behind a first token and before the verb."""
    who = next(iter(children(verb, "nsubj")), None)
    return who if who is not None and who.left_edge.i > 0 and who.i < verb.i else None
