"""Words that come up: "word came from A that X", "fears are growing over X", "there are calls from A for X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.refusals import is_none
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase
from sayso.attribute.words.speakers import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE, NAMED = "noun that comes up", "noun that comes from one"
_FROM = frozenset({"from", "among", "amongst", "by", "within"})
_ABOUT = frozenset({"about", "over", "of"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "advcl", "xcomp"})


def stirring(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The attributions of such nouns between two tokens; the source is who is named behind "from" or "among"."""
    for i in range(start, end):
        noun = _noun(reading.doc[i])
        found = _found(reading, noun, reading.doc[i], end) if noun is not None else None
        if found is not None:
            yield found


def _noun(verb: Token) -> Token | None:
    """The noun that comes up, if this is a verb of its coming."""
    there = verb.lemma_ == "be" and any(t.lower_ == "there" for t in children(verb, "expl"))
    comes = verb.lemma_.lower() in cues("stirring") and not children(verb, "auxpass", "dobj")
    subjects = children(verb, "attr", "nsubj") if there else children(verb, "nsubj") if comes else []
    for noun in subjects[:1]:
        opens = noun.pos_ == "PROPN" and noun.i == noun.sent.start
        denied = is_none(noun) or is_negated(verb)
        if (noun.pos_ == "NOUN" or opens) and not denied and not children(noun, "poss"):
            return noun
    return None


def _frames(noun: Token) -> set[str]:
    lemma = noun.lower_ if noun.pos_ == "PROPN" else noun.lemma_.lower()
    frames = {frame for row in cues("noun").get(lemma, ()) for frame in row.frames}
    return frames | ({"clause", *_ABOUT} if lemma in cues("murmur") else set())


def _found(reading: Reading, noun: Token, verb: Token, limit: int) -> Found | None:
    near = [t for t in (*noun.children, *verb.children) if max(noun.i, verb.i) < t.i < limit]
    whom = [(t, who) for t in near if t.lower_ in _FROM for who in children(t, "pobj")]
    content, prep = _content(noun, [*near, *(t for _, who in whom for t in who.children)], limit)
    if content is None:
        return None
    there = bool(children(verb, "expl"))
    cue = [(noun.i, noun.i + 1) if there else (min(noun.left_edge.i, verb_group(verb)[0]), verb.i + 1)]
    source: Range = (0, 0)
    for by, who in [(by, who) for by, who in whom if _is_source(who)][:1]:
        start, end = phrase(reading, who, by)
        source = (start, min(end, content[0]) if content[0] > by.i else end)
        cue.append((by.i, by.i + 1))
    if prep is not None:
        cue.append((prep.i, prep.i + 1))
    return Found(
        source=reading.spans(source),
        cue=reading.spans(*cue),
        content=reading.spans(content),
        rule=NAMED if source[1] else RULE,
        detail=f"{noun.text!r} comes up",
        no_source="" if source[1] else f"the noun {noun.text!r} names no one",
    )


def _is_source(whom: Token) -> bool:
    return can_speak(whom) and whom.lemma_.lower() not in cues("whereabouts")


def _content(noun: Token, behind: Sequence[Token], limit: int) -> tuple[Range | None, Token | None]:
    """What the noun says, and the preposition before it, if one leads to it."""
    frames = _frames(noun)
    for child in behind:
        if child.dep_ in _CLAUSES and _opens(child, noun, frames):
            return (child.left_edge.i, min(child.right_edge.i + 1, limit)), None
    for child in behind:
        if child.lower_ in frames and child.dep_ == "prep" and children(child, "pobj", "pcomp"):
            return (child.i + 1, min(child.right_edge.i + 1, limit)), child
    return None, None


def _opens(clause: Token, noun: Token, frames: set[str]) -> bool:
    """Whether a clause is what the noun says: "that X", "for A to do X", "to do X"."""
    first = clause.left_edge
    if first.lower_ in ("that", "whether"):
        own = clause.head != noun and bool(children(clause, "nsubj", "nsubjpass"))
        return "clause" in frames and (first.dep_ == "mark" or own)
    bidden = first.tag_ == "TO" or (first.lower_ == "for" and first.dep_ == "mark")
    return "infinitive" in frames and bidden
