"""Mends of sentences turned round: what stands in front is spoken of, and who speaks, if anyone, stands behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.mend.mending import cue_verb, with_content
from sayso.attribute.propose.headlines import is_headline
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import verb_cues
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase
from sayso.attribute.words.speakers import documents
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_out(reading: Reading, each: Found) -> Found:
    """ "“Burn it,” read the message", "warned a sign at the well": what stands behind the verb speaks."""
    verb = cue_verb(reading, each)
    if verb is None or not verb.i or _has_subject(reading, verb) or (each.source and verb.lemma_ != "read"):
        return each
    if not any("quote" in row.frames for row in verb_cues(verb)) or children(verb, "aux", "auxpass"):
        return each
    behind = [
        t for t in children(verb, "dobj", "nsubj", "dep") if t.i > verb.i and t.pos_ in ("NOUN", "PROPN")
    ]
    if verb.lemma_ != "read" and behind and behind[0].left_edge.i != verb.i + 1:
        return each
    if not behind or not (reading.is_mark(verb.i - 1) or reading.doc[verb.i - 1].text == ","):
        return each
    first, last = phrase(reading, behind[0], verb)
    if (
        behind[0].lemma_.lower() in documents()
    ):  # "warned a sign at the well": the parse hangs the place on the verb
        last = max((last, *(t.right_edge.i + 1 for t in children(verb, "prep") if t.i == last)))
    comma = next((i for i in range(first, last) if reading.doc[i].text == ","), last)
    return replace(each, source=reading.spans((first, comma)), no_source="")


def _has_subject(reading: Reading, verb: Token) -> bool:
    return any(t.i < verb.i and reading.same_quotation(t.i, verb.i) for t in children(verb, "nsubj"))


def said_of_one(reading: Reading, each: Found) -> Found:
    """ "The banker, said to be close to the president, left": nobody says it, and the banker is in the content."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or len(content) < 2 or not each.source or each.source[-1].end > verb.idx:
        return each
    if content[0].lower_ != "to" or content[0].tag_ != "TO" or content[0].i != verb.i + 1:
        return each
    spoken = verb.lower_ == "said" or (verb.tag_ == "VBN" and verb.lemma_.lower() in cues("passive"))
    if not spoken or children(verb, "aux", "auxpass") or len(each.cue) != 1:
        return each
    why = f"{verb.text!r} without subject names no one"
    return replace(each, source=(), content=(*each.source, *each.content), no_source=why)


def without_theme(reading: Reading, each: Found) -> Found:
    """ "It was a gem, the critic wrote of the film": of whom or what it was said is no content."""
    verb = cue_verb(reading, each)
    if verb is None or len(each.content) < 2 or each.content[0].start > verb.idx or children(verb, "auxpass"):
        return each  # "Hale is suspected of theft"
    last = each.content[-1]
    of = reading.doc[reading.tokens(last)[0] - 1]
    if of.lower_ != "of" or of.i != verb.i + 1 or reading.is_mark(of.i + 1):
        return each
    cue = (Span(each.cue[0].start, verb.idx + len(verb)),) if len(each.cue) == 1 else each.cue
    return replace(
        each, cue=cue, content=each.content[:-1], detail=f"{each.detail}; without of whom it is said"
    )


def when_asked(reading: Reading, each: Found) -> Found:
    """ "No, was his reply when asked if X": nobody is named who asked."""
    verb = cue_verb(reading, each)
    if verb is None or not each.source or verb.tag_ != "VBN" or verb.i < 1 or children(verb, "agent"):
        return each
    if reading.doc[verb.i - 1].lower_ != "when" or verb.lemma_.lower() not in cues("questioning"):
        return each
    return replace(each, source=(), no_source="'when asked' names no one")


def accused_of(reading: Reading, each: Found) -> Found:
    """ "Mayor accused of lying by deputy": a headline's passive; who stands before it does not speak."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if (
        verb is None
        or verb.lower_ != "accused"
        or verb.nbor().lower_ != "of"
        or not content
        or not each.source
    ):
        return each
    if children(verb, "aux", "auxpass", "dobj") or each.source[-1].end > verb.idx:
        return each
    by = next((t for t in content if t.lower_ == "by" and children(t, "pobj")), None)
    end = by.i if by is not None else content[-1].i + 1
    accuser = reading.spans((by.i + 1, content[-1].i + 1)) if by is not None else ()
    charge = reading.spans((verb.i + 1, end))
    why = "" if by is not None else "the passive verb has no 'by'"
    return replace(
        each,
        source=accuser,
        content=(*each.source, *charge),
        cue=reading.spans((verb.i, verb.i + 1)),
        no_source=why,
    )


def came_from(reading: Reading, each: Found) -> Found:
    """ "The warning that the dam might burst came from an engineer"."""
    content = reading.within(each.content)
    come = next(
        (t for t in content if t.lemma_ == "come" and t.i + 1 < len(t.doc) and t.nbor().lower_ == "from"),
        None,
    )
    if come is None or each.source or come.i <= content[0].i or cue_verb(reading, each) is not None:
        return each
    named = [noun for prep in children(come, "prep") for noun in children(prep, "pobj")]
    if not named or named[0].i > content[-1].i:
        return each
    shorter = with_content(reading, each, (content[0].i, come.i), "up to whom it came from")
    return replace(shorter, source=reading.spans(phrase(reading, named[0], come)), no_source="")


def feared_for(reading: Reading, each: Found) -> Found:
    """ "Miners feared dead in Norvik": in a headline nobody is named who fears; the miners are in the content."""
    cue, content = reading.within(each.cue), reading.within(each.content)
    lone = len(cue) == 1 and cue[0].lower_ == "feared" and len(each.source) == 1 and bool(content)
    if not lone or content[0].i != cue[0].i + 1 or not each.source[0].end <= cue[0].idx:
        return each
    state = content[0].pos_ in ("ADJ", "VERB") and content[0].dep_ in ("oprd", "acomp", "xcomp")
    past = [t.lower_ for t in content[:2]] == ["to", "have"]
    if not (state or past) or not is_headline(reading, cue[0].sent):
        return each
    return replace(
        each, source=(), content=(*each.source, *each.content), no_source="nobody is named who fears it"
    )
