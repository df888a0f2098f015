"""Refusals with nothing behind them: "the rebels did not comment", "the port had no immediate comment"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.complements import complement
from sayso.attribute.propose.refusals import RULE, is_none
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import is_empty, speaker
from sayso.attribute.words.speakers import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

UNANSWERED = "unanswered call"


def silences(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The refusals between two tokens whose only content is that nothing is said."""
    for i in range(start, end):
        token = reading.doc[i]
        if (call := _unanswered(reading, token)) is not None:
            yield call
            continue
        split = _not_spoken(reading, token, end) or _no_word(token) or _not_returned(token, end)
        who = speaker(reading, token) if split is not None else None
        if split is None or who is None or is_empty(who, token) or not can_speak(who.head):
            continue
        yield Found(
            source=reading.spans(who.phrase),
            cue=reading.spans(split[0]),
            content=reading.spans(split[1]),
            rule=RULE,
            detail=f"speaker is the {who.how}",
        )


def _not_spoken(reading: Reading, verb: Token, limit: int) -> tuple[Range, Range] | None:
    """ "did not comment": cue and content are "did not" and "comment"."""
    rows = cues("silent").get(verb.lemma_.lower(), ())
    if not rows or verb.pos_ != "VERB" or not is_negated(verb):
        return None
    group = verb_group(verb)
    if group[0] == verb.i:
        return None
    if complement(reading, verb, cues("speaking").get(verb.lemma_.lower(), rows), group[1], limit):
        return None
    return (group[0], verb.i), (verb.i, verb.i + 1)


def _not_returned(verb: Token, limit: int) -> tuple[Range, Range] | None:
    """ "did not return calls", "did not respond to e-mails about X": the content is what was put to one."""
    rows = cues("returning").get(verb.lemma_.lower(), ())
    if not rows or verb.pos_ != "VERB" or not is_negated(verb):
        return None
    to = next((t for t in children(verb, "prep", "dative") if t.lower_ == "to"), None)
    asked = children(verb, "dobj") if "object" in rows[0].frames else children(to, "pobj") if to else []
    query = next((t for t in asked if verb.i < t.i < limit and t.lemma_.lower() in cues("query")), None)
    if query is None:
        return None
    return (verb_group(verb)[0], query.left_edge.i), (query.left_edge.i, min(query.right_edge.i + 1, limit))


def _unanswered(reading: Reading, verb: Token) -> Found | None:
    """ "Calls to the firm were not returned", "went unanswered": nobody is said to answer."""
    subjects = [
        t for t in children(verb, "nsubjpass", "nsubj") if t.lemma_.lower() in cues("query") and t.i < verb.i
    ]
    rest = next((t for t in children(verb, "acomp") if t.lower_ in cues("unheard")), None)
    returned = verb.tag_ == "VBN" and is_negated(verb) and verb.lemma_.lower() in cues("returning")
    if not subjects or not (returned or (rest is not None and verb.lemma_.lower() in ("go", "remain", "be"))):
        return None
    query, last = subjects[0], rest if rest is not None else verb
    first = verb_group(verb)[0]
    return Found(
        source=(),
        cue=reading.spans((first, last.i + 1)),
        content=reading.spans((query.left_edge.i, first)),
        rule=UNANSWERED,
        no_source=f"{query.text!r} names no one",
    )


def _no_word(verb: Token) -> tuple[Range, Range] | None:
    """ "had no immediate comment": cue and content are "had no" and "immediate comment"."""
    noun = next(iter(children(verb, "dobj")), None)
    if noun is None or verb.lemma_.lower() not in {*cues("light"), "have"} or noun.i != noun.right_edge.i:
        return None
    if noun.lemma_.lower() not in cues("silence") or not is_none(noun) or noun.i < verb.i:
        return None
    no = next(t for t in children(noun, "det") if t.lower_ == "no")
    return (verb_group(verb)[0], no.i + 1), (no.i + 1, noun.i + 1)
