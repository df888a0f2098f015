"""Refusals without a verb of refusing: "no comment from A on X", "was unable to verify X", "not drawn on X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.complements import complement
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import is_empty, phrase, speaker
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "verb of reluctance"
_ABOUT = frozenset({"on", "about", "to", "of", "regarding"})
_ABLE = frozenset({"able", "unable"})
_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_POSSIBLE = frozenset({"possible", "impossible"})


def refusals(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The refusals between two tokens."""
    for i in range(start, end):
        token, found = reading.doc[i], None
        if token.lower_ in _ABLE | _POSSIBLE:
            found = _not_able(reading, token, end)
        elif token.lower_ in ("reached", "contacted"):
            found = _not_reached(reading, token, end)
        elif token.lower_ == "drawn":
            found = _not_drawn(reading, token, end)
        elif token.dep_ == "expl" and token.lower_ == "there":
            found = _no_comment(reading, token.head, end)
        if found is not None:
            yield found


def _not_able(reading: Reading, adjective: Token, limit: int) -> Found | None:
    """ "was unable to verify X", "has not been able to confirm X", "it was not possible to verify X"."""
    be = adjective.head
    verbs = [*children(adjective, "xcomp"), *children(be, "xcomp")]
    verb = next((t for t in verbs if t.lemma_.lower() in cues("speaking") or _bears_out(t)), None)
    if verb is None or be.lemma_ != "be" or not (is_negated(be) or adjective.lower_.startswith(("un", "im"))):
        return None
    content = _of_verb(reading, verb, limit)
    who = speaker(reading, be)
    named = adjective.lower_ in _ABLE
    if content is None or who is None or (named and is_empty(who, be)):
        return None
    source = reading.spans(who.phrase) if named else ()
    return Found(
        source=source,
        cue=reading.spans((verb_group(be)[0], verb.i + 1)),
        content=reading.spans(content),
        rule=RULE,
        detail=f"speaker is the {who.how}" if named else "",
        no_source="" if named else f"{adjective.text!r} names no one",
    )


def _bears_out(verb: Token) -> bool:
    """Whether the verb's negation leaves its content open: "verify", "establish"."""
    rows = cues("verb").get(verb.lemma_.lower(), ())
    return verb.lemma_.lower() in cues("verifying") or any(row.negated == Stance.UNCONFIRMED for row in rows)


def _not_reached(reading: Reading, verb: Token, limit: int) -> Found | None:
    """ "could not be reached for comment on X", "could not be reached for comment"."""
    sought = next((t for t in children(verb, "prep") if t.lower_ == "for" and children(t, "pobj")), None)
    subjects = children(verb, "nsubjpass")
    nobody = bool(subjects) and subjects[0].left_edge.lower_ in _NOBODY
    if sought is None or not subjects or not (is_negated(verb) or nobody):
        return None
    comment = children(sought, "pobj")[0]
    about = next((t for t in comment.children if _is_about(t) and t.i < limit), None)
    if comment.lemma_.lower() not in cues("silence"):
        return None
    after = about or sought
    content = (about.i + 1, min(about.right_edge.i + 1, limit)) if about else (sought.i + 1, comment.i + 1)
    return Found(
        source=reading.spans(phrase(reading, subjects[0], verb)),
        cue=reading.spans((verb_group(verb)[0], after.i + 1)),
        content=reading.spans(content),
        rule=RULE,
        detail=f"speaker is the subject of {verb.text!r}",
    )


def _is_about(prep: Token) -> bool:
    """Whether a preposition leads to what the comment would be on, and not to a day."""
    day = any(noun.ent_type_ in WHEN for noun in children(prep, "pobj"))
    return prep.dep_ == "prep" and prep.lower_ in _ABOUT and not day


def _of_verb(reading: Reading, verb: Token, limit: int) -> Range | None:
    rows = cues("speaking").get(verb.lemma_.lower(), ()) or cues("verb").get(verb.lemma_.lower(), ())
    found = complement(reading, verb, rows, verb.i + 1, limit)
    if found is not None:
        return found.content
    rest = reading.trim(verb.i + 1, min(verb.right_edge.i + 1, limit))
    return rest if rest[0] < rest[1] else None


def _not_drawn(reading: Reading, drawn: Token, limit: int) -> Found | None:
    """ "would not be drawn on X", "refused to be drawn on X"."""
    on = next((t for t in children(drawn, "prep") if t.lower_ == "on" and t.i == drawn.i + 1), None)
    refusing = drawn.head if drawn.dep_ == "xcomp" and drawn.head.lemma_ in cues("reluctant") else None
    subjects = children(refusing, "nsubj") if refusing else children(drawn, "nsubjpass")
    shared = speaker(reading, drawn.head) if drawn.dep_ == "conj" and not subjects else None
    if not (subjects or shared) or not (refusing or is_negated(drawn)):
        return None
    asked = _asked(drawn) if on is None else None
    content = (on.i + 1, min(on.right_edge.i + 1, limit)) if on is not None else asked
    if content is None:
        return None
    who = shared.phrase if shared else phrase(reading, subjects[0], refusing or drawn)
    return Found(
        source=reading.spans(who),
        cue=reading.spans((verb_group(refusing or drawn)[0], (on or drawn).i + 1)),
        content=reading.spans(content),
        rule=RULE,
        detail=f"speaker is the subject of {(refusing or drawn).text!r}",
    )


def _asked(drawn: Token) -> Range | None:
    """The question that one would not answer: "Asked whether he would stand, A would not be drawn"."""
    first = drawn.sent[0]
    behind = [t for t in children(first, "ccomp", "xcomp") if first.i < t.i < drawn.i]
    if first.lower_ != "asked" or not behind:
        return None
    return behind[0].left_edge.i, behind[0].right_edge.i + 1


def _no_comment(reading: Reading, be: Token, limit: int) -> Found | None:
    """ "There was no immediate comment from A on X", "There was no comment from A"."""
    noun = next(iter(children(be, "attr", "nsubj")), None)
    if noun is None or noun.lemma_.lower() not in cues("silence") or not is_none(noun):
        return None
    source = next((t for t in children(noun, "prep") if t.lower_ == "from"), None)
    named = next(iter(children(source, "pobj")), None) if source is not None else None
    if named is None or source is None:
        return None
    about = next(
        (t for t in reading.doc[named.i + 1 : limit] if _is_about(t) and t.head in (named, noun, be)),
        None,
    )
    if about is None:
        no = next(t for t in children(noun, "det") if t.lower_ == "no")
        cue = (be.left_edge.i, no.i + 1), (source.i, source.i + 1)
        content = no.i + 1, noun.i + 1
    else:
        cue = (be.left_edge.i, source.i + 1), (about.i, about.i + 1)
        content = about.i + 1, min(about.right_edge.i + 1, limit)
    return Found(
        source=reading.spans(phrase(reading, named, about or be)),
        cue=reading.spans(*cue),
        content=reading.spans(content),
        rule=RULE,
        detail=f"speaker follows {source.text!r}",
    )


def is_none(noun: Token) -> bool:
    """Whether the noun is denied: "no comment"."""
    return any(t.lower_ == "no" for t in children(noun, "det"))
