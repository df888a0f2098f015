"""Cues in a relative clause: "fires, which state media said were out", "A beat him, which the ministry denies"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import verb_cues, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase
from sayso.records.base import Span
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    who = _subject(reading, verb)
    if who is None or who.left_edge.i < 2 or not any(row.stance == Stance.DENIES for row in verb_cues(verb)):
        return None
    relative = reading.doc[who.left_edge.i - 1]
    if relative.lower_ != "which" or reading.doc[relative.i - 1].text != ",":
        return None
    comma = reading.doc[relative.i - 1].idx
    before = [each for each in known if each.content[-1].start < comma <= each.content[-1].end]
    if not before:
        return None
    denied = min(before, key=lambda each: each.content[-1].end - each.content[0].start)
    content = (*denied.content[:-1], Span(denied.content[-1].start, comma))
    found = Found(
        source=reading.spans(phrase(reading, who, verb)),
        cue=reading.spans(verb_group(verb)),
        content=content,
        rule="denial in passing",
        detail=f"speaker is the subject of {verb.text!r}; 'which' stands for the statement before",
    )
    return found, Span(comma, denied.content[-1].end)


def _subject(reading: Reading, verb: Token) -> Token | None:
    """The verb's subject, if it stands behind a first token and before the verb."""
    who = next(iter(children(verb, "nsubj")), None)
    return who if who is not None and who.left_edge.i > 0 and who.i < verb.i else None
