"""Mends of cues that are nouns: where the noun's clause ends, whose it is, and nouns that are no cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.mend.mending import cue_verb, with_content
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import verb_cues
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase
from sayso.records.base import Span
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WHOLE = frozenset({"VB", "VBN", "JJ", "JJR", "RB", "RP"})
"""Tags of a word that may close a predicate ("could collapse", "were false")."""


def up_to_own_verb(reading: Reading, each: Found) -> Found:
    """ "warnings that the dam might burst were ignored": the noun's own verb is no part of its clause."""
    noun, content = _cue_noun(reading, each), reading.within(each.content)
    if noun is not None and len(each.content) > 1 and noun.dep_ in _SUBJECTS and noun.i < noun.head.i:
        verb = noun.head
        kept = tuple(span for span in each.content if span.start < verb.idx)
        return replace(each, content=kept) if kept and content[0].i > noun.i else each
    if noun is None or len(each.content) != 1 or not content or content[0].lower_ != "that":
        return each
    if content[0].i < noun.i or reading.quotation_at(content[0].i) is not None:
        return each
    end = _verb_of(noun, content) or (_second_verb(content) if noun.dep_ in ("ROOT", "nsubj") else None)
    if end is None or end - content[0].i < 3:
        return each
    return with_content(reading, each, (content[0].i, end), "up to the noun's own verb")


def received(reading: Reading, each: Found) -> Found:
    """ "The regulator has received | 412 complaints that X": others complain, whom nobody names."""
    verb, cue, content = cue_verb(reading, each), reading.within(each.cue), reading.within(each.content)
    if verb is None or verb.lemma_.lower() not in cues("receiving") or any(t.pos_ == "NOUN" for t in cue):
        return each
    noun = next(
        (t for t in children(verb, "dobj") if t in content and t.lemma_.lower() in cues("noun")), None
    )
    if (
        noun is None
        or noun.left_edge.i != content[0].i
        or len(each.content) != 1
        or noun.i + 1 > content[-1].i
    ):
        return each
    return replace(
        each,
        source=(),
        cue=reading.spans((noun.i, noun.i + 1)),
        content=reading.spans((noun.i + 1, content[-1].i + 1)),
        no_source="the source receives the words",
    )


def _cue_noun(reading: Reading, each: Found) -> Token | None:
    """The noun that is the cue's main word, where it holds no verb."""
    tokens = reading.within(each.cue)
    if any(token.pos_ == "VERB" for token in tokens):
        return None
    return next((token for token in reversed(tokens) if token.pos_ in ("NOUN", "PROPN")), None)


def _verb_of(noun: Token, content: Sequence[Token]) -> int | None:
    """Where the verb begins, in the content, whose subject the noun is."""
    verb = noun.head
    if noun.dep_ not in _SUBJECTS or not content[0].i < verb.i <= content[-1].i:
        return None
    start = verb.i
    while verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in ("aux", "auxpass", "neg"):
        start -= 1
    return start


def _second_verb(content: Sequence[Token]) -> int | None:
    """Where a verb with a tense follows a whole predicate and has no subject of its own: "collapse | were"."""
    finite = 0
    for before, verb in pairwise(content):
        bare = verb.tag_ == "VBN" and not children(verb, "aux", "auxpass") and verb.dep_ in ("ROOT", "amod")
        if finite and (verb.tag_ in _FINITE or bare) and before.tag_ in _WHOLE and before.dep_ != "neg":
            own = [t for t in verb.lefts if t.dep_ in _SUBJECTS and content[1].i < t.i and t.pos_ != "VERB"]
            helps = verb.dep_ in ("aux", "auxpass") and before.head == verb.head and before.pos_ != "VERB"
            if not own and not helps:
                return verb.i
        finite += verb.tag_ in _FINITE
    return None


def given_by(reading: Reading, each: Found) -> Found:
    """ "The claim that X was made by A", "... came from A": A speaks."""
    noun, verb = _cue_noun(reading, each), None
    if noun is None or (each.source and not _is_determiner(reading, each)):
        return each
    verb = noun.head
    if noun.dep_ not in _SUBJECTS or meet(each.content, (Span(verb.idx, verb.idx + 1),)):
        return each
    if verb.lemma_ != "come" and not any(
        "object" in r.frames for r in cues("light").get(verb.lemma_.lower(), ())
    ):
        return each
    link = "from" if verb.lemma_ == "come" else "by"
    named = [
        n for prep in children(verb, "prep", "agent") if prep.lower_ == link for n in children(prep, "pobj")
    ]
    if not named:
        return each
    detail = f"{each.detail}; its source follows {link!r}"
    return replace(each, source=reading.spans(phrase(reading, named[0])), no_source="", detail=detail)


def _is_determiner(reading: Reading, each: Found) -> bool:
    return all(token.pos_ in ("DET", "PUNCT") for token in reading.within(each.source))


def with_object(reading: Reading, each: Found) -> Found:
    """ "confirmed reports that X", "denies plan to do X": the content is the reports, is the plan."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or not content or content[0].i <= verb.i or reading.is_mark(content[0].i):
        return each
    noun = next((t for t in children(verb, "dobj") if verb.i < t.i < content[0].i), None)
    if noun is None or noun.left_edge.i <= verb.i or not _is_whose(noun, content[0].i):
        return each
    rows = verb_cues(verb)
    takes = any("object" in row.frames for row in rows) and not any("object+" in row.frames for row in rows)
    if not takes or verb.lemma_.lower() in cues("telling") or verb.lemma_.lower() in cues("light"):
        return each
    if not any(t.left_edge == content[0] and t.dep_ in ("acl", "relcl") for t in noun.subtree):
        return each
    first = noun.left_edge
    start = each.cue[0].start
    cue = tuple(Span(s.start, min(s.end, verb.idx + len(verb.text))) for s in each.cue if s.start < first.idx)
    if not cue or start > verb.idx:
        return each
    whole = (Span(first.idx, each.content[0].end), *each.content[1:])
    return replace(each, cue=cue, content=whole, detail=f"{each.detail}; its content is the {noun.text!r}")


def with_claim(reading: Reading, each: Found) -> Found:
    """ "dismissed fears of a wave": what one denies is the fears."""
    cue, content = reading.within(each.cue), reading.within(each.content)
    if len(cue) < 3 or not content or cue[-1].lower_ != "of" or content[0].i != cue[-1].i + 1:
        return each
    noun = cue[-2]
    verb = next((t for t in reversed(cue[:-2]) if t.pos_ == "VERB"), None)
    if verb is None or noun.lemma_.lower() not in cues("claim") or noun.i - verb.i > 2:
        return each
    if not any(row.stance == Stance.DENIES for row in verb_cues(verb)):
        return each
    whole = (Span(reading.doc[verb.i + 1].idx, each.content[0].end), *each.content[1:])
    cue_ = reading.spans((cue[0].i, verb.i + 1))
    return replace(each, cue=cue_, content=whole, detail=f"{each.detail}; its content is the {noun.text!r}")


def _is_whose(noun: Token, end: int) -> bool:
    """Whether nothing but whose it is stands between a noun and its clause: "a report | by the agency | that"."""
    between = noun.doc[noun.i + 1 : end]
    return len(between) == 0 or (
        between[0].lower_ in ("by", "in", "from") and all(noun.is_ancestor(token) for token in between)
    )
