"""Mends of who speaks beside a participle: "Accusing Lima of X, the minister", "The Kremlin, asked about Y,"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.reading import WHEN, Reading, children
from sayso.attribute.words.cue_words import verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase, speaker
from sayso.attribute.words.speakers import can_speak
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUESTIONS = frozenset({"about", "if", "whether", "why", "how", "what", "when", "where", "on"})
_HELPS = ("aux", "auxpass", "nsubj", "nsubjpass", "agent")


def opening(reading: Reading, each: Found) -> Found:
    """ "Accusing Lima of X, the minister left", "Convinced that X, he left": who does the rest speaks."""
    cue = reading.within(each.cue)
    verb = cue[0] if cue else None
    if verb is None or each.source or children(verb, *_HELPS) or not _is_own(verb):
        return each
    if verb.left_edge != verb.sent[0] or verb.head == verb:
        return each
    who = speaker(reading, verb.sent.root)
    if who is None or who.phrase[0] < verb.i or meet(reading.spans(who.phrase), each.content):
        return each
    detail = f"{each.detail}; its source is the {who.how}"
    return replace(each, source=reading.spans(who.phrase), detail=detail, no_source="")


def _is_own(verb: Token) -> bool:
    """Whether a participle tells what its subject says or thinks, not what is said to or of it."""
    return verb.lower_.endswith("ing") or (verb.tag_ == "VBN" and verb.lower_ in cues("adj"))


def asked(reading: Reading, each: Found) -> Found:
    """ "The Kremlin, asked about the raid, said", "Asked if he knew, he said": nobody is named who asked."""
    verb = cue_verb(reading, each)
    if verb is None or verb.lemma_.lower() not in cues("questioning") or len(each.source) != 1:
        return each
    comma = verb.i - 1
    opens = verb.is_title and verb.tag_ in ("VBN", "VBD") and each.source[0].start > verb.idx
    if opens and not children(verb, "agent"):
        by = any(t.lower_ == "by" and t.i < reading.tokens(each.source[0])[0] for t in verb.subtree)
        return each if by else replace(each, source=(), no_source=f"{verb.text!r} names no one who asked")
    aside = verb.tag_ in ("VBN", "VBD") and reading.doc[comma].text == ","
    aside = aside and reading.doc[min(verb.i + 1, len(reading.doc) - 1)].lower_ in _QUESTIONS
    if (
        not aside
        or not comma <= reading.tokens(each.source[0])[1] <= verb.i
        or children(verb, "dobj", "agent")
    ):
        return each
    return replace(each, source=(), no_source=f"{verb.text!r} names no one who asked")


def asked_by(reading: Reading, each: Found) -> Found:
    """ "Asked about the figures by the BBC": whom the parse hung on what the passive verb is about speaks."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or each.source or verb.tag_ != "VBN" or len(each.content) != 1 or not content:
        return each
    end = content[-1].i + 1
    by = next((t for t in reading.doc[content[0].i : end + 1] if t.lower_ == "by" and t.i > verb.i), None)
    named = children(by, "pobj") if by is not None else []
    if by is None or not named or not can_speak(named[0]) or named[0].ent_type_ in WHEN:
        return each
    if named[0].right_edge.i + 1 < end or children(verb, "agent") or by.i == content[0].i:
        return each
    if verb.lemma_.lower() not in cues("telling") | cues("control") | cues("questioning"):
        return each
    source, content_ = reading.spans(phrase(reading, named[0])), reading.spans((content[0].i, by.i))
    return replace(each, source=source, content=content_, no_source="", detail=f"{each.detail}; by whom")


def warned_against(reading: Reading, each: Found) -> Found:
    """ "warned fans against | travelling": who is asked something belongs to the content."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or verb.lemma_.lower() != "warn" or len(each.content) != 1:
        return each
    if not content or content[0].i < verb.i:
        return each
    against = reading.doc[content[0].i - 1]
    whom = next((t for t in children(verb, "dobj") if verb.i < t.i < content[0].i), None)
    if against.lower_ != "against" or whom is None or whom.left_edge.i != verb.i + 1:
        return each
    cue = tuple(span for span in each.cue if span.start < whom.left_edge.idx)
    first = Span(whom.left_edge.idx, each.content[0].end)
    return replace(each, cue=cue, content=(first,)) if cue and not meet(cue, (first,)) else each


def sought_from(reading: Reading, each: Found) -> Found:
    """ "A report had been sought from the police": the police are asked, nobody is named who asks."""
    verb = cue_verb(reading, each)
    if (
        verb is None
        or not each.source
        or not children(verb, "auxpass")
        or verb.lemma_.lower() not in cues("seeking")
    ):
        return each
    first = reading.tokens(each.source[0])[0]
    if first == 0 or reading.doc[first - 1].lower_ not in ("from", "of") or first <= verb.i:
        return each
    asked = Span(reading.doc[first - 1].idx, each.source[-1].end)
    content = tuple(sorted(span for span in (*each.content, asked)))
    cue = reading.spans((verb_group(verb)[0], verb.i + 1))
    if meet(cue, content):
        return each
    return replace(each, source=(), cue=cue, content=content, no_source="the passive verb has no 'by'")


def told_to(reading: Reading, each: Found) -> Found:
    """ "Thousands told to leave": a headline's passive; those who are told do not speak."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or not each.source or not content or children(verb, "dobj", "dative", *_HELPS[:2]):
        return each
    bidden = (
        verb.lemma_.lower() in cues("bidding in headlines")
        and verb.tag_ in ("VBD", "VBN")
        and content[0].lower_ == "to"
        and content[0].i == verb.i + 1
    )
    bidden = bidden and reading.within(each.source)[-1].pos_ != "PRON"
    if not bidden or reading.tokens(each.source[0])[1] != verb.i:
        return each
    return replace(
        each, source=(), content=(*each.source, *each.content), no_source="the passive verb has no 'by'"
    )


def with_bidden(reading: Reading, each: Found) -> Found:
    """ "Drivers were told to turn back", "The claim was dismissed as “a lie”": the subject belongs to the content."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or not content or verb.tag_ != "VBN" or content[0].i < verb.i:
        return each
    if not _is_of_patient(verb, content):
        return each
    subjects = children(verb, "nsubjpass") or (
        children(verb.head, "nsubjpass") if verb.dep_ == "conj" else []
    )
    bidden = reading.spans(phrase(reading, subjects[0], verb)) if subjects else ()
    if not bidden or subjects[0].i > verb.i or meet(bidden, (*each.source, *each.cue)):
        return each
    if subjects[0].lower_ in ("who", "which", "that"):
        return each
    return replace(
        each, content=(*bidden, *each.content), detail=f"{each.detail}; with the subject of the passive"
    )


def _is_of_patient(verb: Token, content: Sequence[Token]) -> bool:
    """Whether a content tells what a passive verb's subject is to do or is called: "to turn back", "as a farce"."""
    bids = verb.lemma_.lower() in cues("telling") | cues("control")
    if bids and (content[0].tag_ == "TO" or [t.tag_ for t in content[:2]] == ["RB", "TO"]):
        return True
    return content[0].lower_ == "as" and bool(children(verb, "auxpass"))


def joined_passive(reading: Reading, each: Found) -> Found:
    """ "were ordered to leave and told not to return": who is told does not speak."""
    verb = cue_verb(reading, each)
    if verb is None or verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or not each.source:
        return each
    passive = children(verb.head, "auxpass") and verb.lemma_.lower() in cues("telling") | cues("control")
    if not passive or children(verb, "dobj", "dative", "agent", *_HELPS[:4]):
        return each
    return replace(each, source=(), no_source=f"{verb.text!r} shares the passive of {verb.head.text!r}")
