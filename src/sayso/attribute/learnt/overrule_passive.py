"""The parse's say on the source of a cue that is a passive verb: its agent, or nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import Speaker, agent
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_INTRODUCE = frozenset({"by", "from", "to", "of", "among", "with", "in", "for"})
_PAST = ("t", "d", "n")
"""Endings of an English past participle."""


def is_passive(verb: Token, verbs: list[Token]) -> bool:
    """Whether the cue's last verb is passive; `verbs` are all of them.

    It only looks so where the participle is an adjective ("were coy about") or tells how an active verb's subject
    is ("felt betrayed").
    """
    if verb.tag_ == "VBN" and verb.lemma_ == verb.lower_ and not verb.lower_.endswith(_PAST):
        return False
    first = verbs[0]
    if (
        first.i < verb.i
        and first.pos_ == "VERB"
        and first.tag_ in ("VBD", "VBZ", "VBP")
        and children(first, "nsubj")
    ):
        return False
    for auxiliary in children(verb, "auxpass"):
        if not auxiliary.lower_.endswith("s") or auxiliary.lower_ in ("is", "was"):
            return True
    return verb.tag_ == "VBN" and not children(verb, "aux") and verb.dep_ in ("acl", "advcl", "amod")


def agent_inside(reading: Reading, each: Found, verb: Token) -> Found | None:
    """With the agent that the cue holds as its source: "pressed by A about"."""
    who, cue = agent(reading, verb), reading.within(each.cue)
    if each.source or who is None or who.head not in cue:
        return None
    source = reading.spans(who.phrase)
    if not source or meet(source, each.content):
        return None
    before = [token for token in cue if token.i < who.phrase[0] and token.dep_ != "agent"]
    behind = [token for token in cue if token.i >= who.phrase[1]]
    ranges = [(part[0].i, part[-1].i + 1) for part in (before, behind) if part]
    detail = f"{each.detail}; its source is the {who.how}"
    return replace(each, source=source, cue=reading.spans(*ranges), no_source="", detail=detail)


def without_patient(reading: Reading, each: Found, verb: Token) -> Found:
    """Without a source that no preposition introduces, unless the verb says what its subject feels."""
    by = agent(reading, verb)
    felt = any(verb.lemma_.lower() in cues(part) for part in ("relay", "felt"))
    if by is not None and felt and meet(each.source, reading.spans(by.phrase)):
        return _who_feels(reading, each, verb)
    if by is not None and verb.dep_ == "acl" and not felt and verb.head in reading.within(each.source):
        return _by_agent(reading, each, by)
    if by is not None or felt or verb.lower_ in cues("adj") or not each.source or _is_lost_verb(verb):
        return each
    first = reading.tokens(each.source[0])[0]
    if first and reading.doc[first - 1].lower_ in _INTRODUCE:
        return each
    if first == verb.i + 1 and verb.i and reading.doc[verb.i - 1].is_quote:
        return each  # "“Who pays?” asked Oda Felt"
    plain = not children(verb, "auxpass") and first < verb.i
    behind = (
        bool(each.content) and each.content[0].start < each.source[0].start
    )  # "X, the minister, Ada Lo, promised"
    if plain and (behind or verb.lemma_.lower() not in cues("telling")):
        return each
    why = "the passive verb has no 'by'"
    return replace(each, source=(), no_source=why, detail=f"{each.detail}; {why}")


def _is_lost_verb(verb: Token) -> bool:
    """Whether a participle is its sentence's verb: "A Lind, the director, promised to pay" without another verb."""
    names = verb.sent.root.pos_ in ("NOUN", "PROPN") and not children(verb.sent.root, "cop", "aux")
    return verb.dep_ == "acl" and names and bool(children(verb, "xcomp", "ccomp"))


def _by_agent(reading: Reading, each: Found, by: Speaker) -> Found:
    """With the agent as the source, which its content may hold at its end: "described as calm by his friends"."""
    source, end = reading.spans(by.phrase), reading.doc[by.phrase[0] - 1].idx
    content = each.content
    if meet(content, source):
        content = tuple(Span(s.start, min(s.end, end)) for s in content if s.start < end)
        content = tuple(span for s in content for span in reading.spans(reading.tokens(s)))
        if reading.within(each.content)[-1].i >= by.phrase[1]:
            return each
    if not source or not content:
        return each
    return replace(each, source=source, content=content, detail=f"{each.detail}; its source is the {by.how}")


def _who_feels(reading: Reading, each: Found, verb: Token) -> Found:
    """With the subject of "was unsettled by" as its source."""
    for patient in children(verb, "nsubjpass") if verb.lemma_.lower() in cues("felt") else ():
        source = reading.spans((patient.left_edge.i, patient.right_edge.i + 1))
        if meet(source, each.content):
            each = replace(each, content=each.source)
        return replace(
            each, source=source, detail=f"{each.detail}; its source is the subject of {verb.text!r}"
        )
    return each
