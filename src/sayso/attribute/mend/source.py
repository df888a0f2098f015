"""Mends of who speaks, where the source itself is read wrongly and the content stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_NAME = 4


def without_self(reading: Reading, each: Found) -> Found:
    """ "a bursar, who himself said": "who" is the source."""
    source = reading.within(each.source)
    if len(source) != 1 or not source[0].lower_.endswith(("self", "selves")) or not source[0].i:
        return each
    before = reading.doc[source[0].i - 1]
    if before.lower_ not in ("who", "which"):
        return each
    return replace(each, source=reading.spans((before.i, before.i + 1)))


def cleft(reading: Reading, each: Found) -> Found:
    """ "It was the nurse who warned that X": the nurse speaks."""
    verb = cue_verb(reading, each)
    source = reading.within(each.source)
    if verb is None or len(source) != 1 or source[0].lower_ not in ("who", "that", "which"):
        return each
    noun = verb.head
    be = noun.head
    if verb.dep_ != "relcl" or noun.dep_ != "attr" or be.lemma_ != "be":
        return each
    if not any(t.lower_ == "it" for t in children(be, "nsubj")):
        return each
    return replace(each, source=reading.spans((noun.left_edge.i, source[0].i)))


def listed(reading: Reading, each: Found) -> Found:
    """ "The protesters' demands include X": the owner of the demands speaks."""
    verb = cue_verb(reading, each)
    noun = next(iter(children(verb, "nsubj")), None) if verb is not None else None
    if verb is None or noun is None or verb.lemma_.lower() not in ("include", "be", "comprise"):
        return each
    owners = children(noun, "poss")
    if noun.lemma_.lower() not in cues("noun") or not owners or len(each.cue) != 1:
        return each
    source = reading.spans((owners[0].left_edge.i, owners[0].i + 1))
    return replace(each, source=source, cue=(Span(noun.idx, each.cue[0].end),))


def heard(reading: Reading, each: Found) -> Found:
    """ "The court heard that X": the court is told, nobody is named who told it."""
    verb, words, named_ = cue_verb(reading, each), reading.within(each.cue), reading.within(each.source)
    hears = bool(words) and (words[-1].lower_ == "hears" or _told_of(reading, named_, words))
    if hears and named_ and named_[-1].lemma_.lower() in cues("bench"):
        return replace(each, source=(), no_source=f"{named_[-1].text!r} is who was told")
    if verb is None or verb.lemma_.lower() not in cues("hearing"):
        return each
    subject = next(reversed(children(verb, "nsubj")), None)
    if subject is None or subject.lemma_.lower() not in cues("bench"):
        return each
    link = next((t for t in children(verb, "prep") if t.lower_ == "from" and children(t, "pobj")), None)
    if link is not None and link.i == verb.i + 1:
        named = reading.spans(phrase(reading, children(link, "pobj")[0]))
        cue = reading.spans((verb_group(verb)[0], link.i + 1))
        if not meet(named, each.content):
            return replace(each, source=named, cue=cue, no_source="")
    return replace(each, source=(), no_source=f"{subject.text!r} is who was told")


def _told_of(reading: Reading, source: Sequence[Token], cue: Sequence[Token]) -> bool:
    """Whether a noun is what a headline's bench is told of: "Court told of | threats"."""
    after = source[-1].i + 1 if source else len(reading.doc)
    return after < len(reading.doc) and reading.doc[after].lower_ == "told" and cue[0].pos_ == "NOUN"


def with_capital(reading: Reading, each: Found) -> Found:
    """ "The rights group Witness | Now said": a word in capitals belongs to the name before it."""
    cue, source = reading.within(each.cue), reading.within(each.source)
    if cue and source and len(each.source) == 1 and source[-1].is_title and cue[0].i == source[-1].i + 2:
        between = reading.doc[source[-1].i + 1]
        if between.is_title and between.pos_ == "ADV":
            return replace(each, source=(Span(each.source[0].start, between.idx + len(between.text)),))
    if len(cue) < 2 or not source or cue[0].i != source[-1].i + 1 or cue[0].pos_ == "AUX":
        return each
    if not (cue[0].is_title and source[-1].is_title) or cue[0].is_sent_start or len(each.source) != 1:
        return each
    longer = (Span(each.source[0].start, cue[0].idx + len(cue[0].text)),)
    return replace(each, source=longer, cue=(Span(cue[1].idx, each.cue[0].end), *each.cue[1:]))


def told(reading: Reading, each: Found) -> Found:
    """ "Court told of threats": a headline's passive; the court is told, nobody is named who told it."""
    verb = cue_verb(reading, each)
    if verb is None or verb.lower_ != "told" or children(verb, "aux", "auxpass", "dobj", "dative"):
        return each
    source = reading.within(each.source)
    if not source or source[-1].lemma_.lower() not in cues("bench") or source[-1].i != verb.i - 1:
        return each
    return replace(each, source=(), no_source=f"{source[-1].text!r} is who was told")


def asked_in_passing(reading: Reading, each: Found) -> Found:
    """ "The minister, asked whether X, said Y": the source of Y holds the question."""
    verb = cue_verb(reading, each)
    if verb is None or len(each.source) != 1:
        return each
    last = reading.tokens(each.source[0])[1]
    doc = reading.doc
    if (
        last + 2 >= verb.i
        or doc[last].text != ","
        or doc[last + 1].lower_ not in ("asked", "pressed", "questioned")
    ):
        return each
    comma = next((i for i in range(last + 2, verb.i) if doc[i].text == "," and i >= verb.i - 2), None)
    return each if comma is None else replace(each, source=(Span(each.source[0].start, doc[comma].idx + 1),))


def before_colon(reading: Reading, each: Found) -> Found:
    """ "Brandt: No deal": where a colon is the whole cue, a name that opens its line speaks."""
    cue = reading.within(each.cue)
    if each.source or [token.text for token in cue] != [":"]:
        return each
    colon = cue[0].i
    opens = next((i + 1 for i in range(colon - 1, -1, -1) if reading.doc[i].is_space), 0)
    name = reading.doc[opens:colon]
    if not 0 < len(name) <= _LONGEST_NAME or not all(
        token.pos_ in ("PROPN", "NOUN", "ADJ") for token in name
    ):
        return each
    detail = f"{each.detail}; its source is the name before the colon"
    return replace(each, source=reading.spans((opens, colon)), no_source="", detail=detail)


def from_a_place(reading: Reading, each: Found) -> Found:
    """ "Reports from the border that X": a place is no source."""
    source = reading.within(each.source)
    nouns = [token for token in source if token.pos_ != "DET"]
    said = {token.lemma_.lower() for token in reading.within(each.cue)}
    if (
        len(nouns) != 1
        or nouns[0].lemma_.lower() not in cues("whereabouts")
        or not {"report", "from"} <= said
    ):
        return each
    return replace(each, source=(), no_source=f"{nouns[0].text!r} only says where from")


def all_peoples(reading: Reading, each: Found) -> Found:
    """ "Kyrgyz, Tajik ministers agree": in a headline a comma joins the peoples before the noun."""
    source = reading.within(each.source)
    first = source[0].i if source else 0
    if first < 2 or reading.doc[first - 1].text != "," or len(each.source) != 1:
        return each
    before = reading.doc[first - 2]
    opens = before.is_sent_start or before.i == 0 or reading.doc[before.i - 1].is_space
    adverb = before.pos_ in ("ADV", "INTJ", "CCONJ", "SCONJ")  # "Rather, government sources"
    if not opens or adverb or not before.is_title or [t.tag_ == "NNS" for t in source] != [False, True]:
        return each
    return replace(each, source=(Span(before.idx, each.source[0].end),))


def without_manner(reading: Reading, each: Found) -> Found:
    """ "Speaking on condition of anonymity, a diplomat said": how one speaks is no part of who."""
    source = reading.within(each.source)
    if len(each.source) != 1 or not source or source[0].tag_ != "VBG" or not source[0].is_sent_start:
        return each
    comma = next((t for t in source if t.text == ","), None)
    if comma is None or comma.i + 1 > source[-1].i:
        return each
    spans = reading.spans((comma.i + 1, source[-1].i + 1))
    return replace(each, source=spans, detail=f"{each.detail}; its source without the clause before it")
