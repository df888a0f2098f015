"""Mends of where a content begins or ends: it holds what was said, not how, where or what was done next."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.mend.mending import cue_verb, with_content
from sayso.attribute.propose.relays import whom_it_names
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import verb_cues
from sayso.attribute.words.cues import cues, venue_words
from sayso.attribute.words.speaker import joined_to
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OCCASION = frozenset({"in", "after", "during", "following", "at", "amid", "upon", "before"})
_AFTERWARDS = frozenset({"afterwards", "afterward", "later", "earlier", "today", "yesterday"})
_LEARN = frozenset({"know", "learn", "hear"})
_ABOUT = frozenset({"on", "about", "regarding"})
_HEADING = 8
"""Words of the longest heading between paragraphs."""
_JOINS = frozenset({"and", "but", "or", "nor", "yet"})
_PLACES = frozenset({"elsewhere", "beyond", "others"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENDS = frozenset(".?!,…")
_DASHES = frozenset({"—", "–", "―", "--"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def what_one_wants_to_know(reading: Reading, each: Found) -> Found:
    """ "wanted to know how X", "“Why?” he wanted to know": the cue is "wanted to know", the content the question."""
    verb = cue_verb(reading, each)
    if verb is None or verb.lemma_.lower() not in ("want", "ask", "demand"):
        return each
    asks = next((t for t in children(verb, "xcomp") if t.lemma_.lower() in _LEARN), None)
    if asks is None:
        return each
    content = reading.within(each.content)
    if not content or content[0].lower_ != "to" or asks not in content:
        return each
    cue = (Span(each.cue[0].start, asks.idx + len(asks.text)),)
    if content[-1].i > asks.i:
        made = with_content(reading, each, (asks.i + 1, content[-1].i + 1), "what one wants to know")
        return replace(made, cue=cue)
    first = min(span.start for span in (*each.source, *each.cue))
    near = next((q for q in reading.quotations if first - 2 <= q.span.end <= first), None)
    return each if near is None else replace(each, content=(near.span,), cue=cue)


def questions_put(reading: Reading, each: Found) -> Found:
    """ "did not reply to questions about the breach", "to a request for comment on it": the content is those."""
    cue = reading.within(each.cue)
    noun = next(
        (token for token in cue if token.lemma_.lower() in cues("query") and token.pos_ == "NOUN"), None
    )
    if noun is None or not each.content or each.content[0].start < noun.idx or cue[-1].lower_ not in _ABOUT:
        return each
    first = noun.left_edge.i
    if first <= cue[0].i or noun.dep_ not in ("pobj", "dobj"):
        return each
    content = (Span(reading.doc[first].idx, each.content[0].end), *each.content[1:])
    cue_ = reading.spans((cue[0].i, first))
    return replace(each, cue=cue_, content=content, detail=f"{each.detail}; its content is the questions")


def without_upshot(reading: Reading, each: Found) -> Found:
    """ "promised a snap election, only to change his mind": what came of it is no content."""
    for token in reading.within(each.content)[:-1]:
        end = token.i - 1
        upshot = token.lower_ == "only" and token.nbor().tag_ == "TO" and reading.doc[end].text == ","
        if not upshot or reading.quotation_at(token.i) is not None:
            continue
        if any(t.tag_ in _FINITE and t.i < end for t in reading.within(each.content)):
            return each  # what is said to have come of it
        at = reading.doc[end].idx
        kept = tuple(Span(s.start, min(s.end, at)) for s in each.content if s.start < at)
        return replace(each, content=kept, detail=f"{each.detail}; without what came of it") if kept else each
    return each


def up_to_other_speaker(reading: Reading, each: Found) -> Found:
    """ "the police arrested two while the union said four were held": what another said is no content."""
    last = reading.tokens(each.content[-1]) if each.content else (0, 0)
    for i in range(*last):
        token = reading.doc[i]
        verb = token.head
        clause = token.lower_ in ("while", "whereas") and token.dep_ == "mark" and verb.dep_ == "advcl"
        if (
            clause
            and verb.lemma_.lower() in cues("verb")
            and children(verb, "nsubj")
            and children(verb, "ccomp")
        ):
            kept = reading.spans((last[0], i)) if i > last[0] else ()
            content = (*each.content[:-1], *kept)
            if content and reading.quotation_at(i) is None:
                return replace(each, content=content, detail=f"{each.detail}; up to what another said")
    return each


def up_to_next_deed(reading: Reading, each: Found) -> Found:
    """ "confirmed the death but would not say": what the same subject did next is no content."""
    verb = cue_verb(reading, each)
    if verb is None or not each.content or len(each.content) != 1:
        return each
    first, last = reading.tokens(each.content[0])
    if first <= verb.i:
        return each
    for other in _joined(reading, verb, last):
        if any(t.dep_ in ("nsubj", "nsubjpass") for t in reading.doc[first : other.i]):
            continue
        joint = next((t for t in children(other.head, "cc") if t.i < other.i and first < t.i < last), None)
        if (
            joint is not None
            and (_is_finite(other) or not _is_finite(verb))
            and joint.lower_ in _JOINS
            and reading.doc[joint.i + 1].lower_ not in _PLACES
            and first < other.i < last
            and not children(other, "nsubj")
            and (_takes_object(reading, each) or any(t.tag_ in _FINITE for t in reading.doc[first : joint.i]))
        ):
            return with_content(reading, each, (first, joint.i), "up to what its speaker did next")
    return each


def _joined(reading: Reading, verb: Token, last: int) -> list[Token]:
    """The verbs joined to a verb, those too that the parse joined to an infinitive in its content."""
    below = (t for t in reading.doc[verb.i + 1 : last] if t.dep_ == "conj" and t.head != verb)
    return [*children(verb, "conj"), *(t for t in below if joined_to(t) == verb)]


def _is_finite(verb: Token) -> bool:
    """Whether the verb has a tense, its own or an auxiliary's: "and left", but not "(agreed to share) and rely"."""
    return any(t.tag_ in _FINITE for t in (verb, *children(verb, "aux", "auxpass")))


def after_citing(reading: Reading, each: Found) -> Found:
    """ "reported, citing two officials, that X": the content is X."""
    content = reading.within(each.content)
    if not content or not (content[0].lemma_.lower() in cues("relay") or _relays(content[0])):
        return each
    that = next((t for t in content if t.lower_ == "that" and reading.doc[t.i - 1].text == ","), None)
    return (
        each
        if that is None
        else with_content(reading, each, (that.i, content[-1].i + 1), "behind what it cites")
    )


def without_setting(reading: Reading, each: Found) -> Found:
    """ "said in a statement it was sorry", "said afterwards he knew": where and when it was said is no content."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or len(content) < 4 or content[0].i != verb.i + 1 or reading.is_mark(content[0].i):
        return each
    first, start = content[0], 0
    if first.pos_ == "ADV" and first.dep_ == "advmod" and first.lower_ in _AFTERWARDS:
        start = 1
    elif first.lower_ in ("in", "on", "at", "during", "via") and verb.lemma_.lower() != "comment":
        noun = next((t for t in content[1:6] if t.pos_ in ("NOUN", "PROPN")), first)
        start = noun.i + 1 - first.i if noun.lemma_.lower() in venue_words() else 0
    if not start or start >= len(content) or content[start].pos_ not in ("PRON", "DET", "PROPN", "SCONJ"):
        return each
    return with_content(reading, each, (content[start].i, content[-1].i + 1), "without where it was said")


def without_occasion(reading: Reading, each: Found) -> Found:
    """ "In response to a suit, the judge ruled the law was void": the reporting verb's own phrase is none."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or len(each.content) != 2 or not each.source:
        return each
    first, last = each.content
    speaks = each.source[0].start
    own = content[0].dep_ == "prep" and content[0].head == verb and content[0].lower_ in _OCCASION
    if not own or not first.end <= speaks < each.cue[0].start < last.start or reading.is_mark(content[0].i):
        return each
    return replace(each, content=(last,), detail=f"{each.detail}; without the occasion")


def within_dashes(reading: Reading, each: Found) -> Found:
    """ "The plan - even as he says it is sound - has failed": a content between dashes ends at the second."""
    verb = cue_verb(reading, each)
    if verb is None or len(each.content) != 1 or reading.quotation_at(verb.i) is not None:
        return each
    first, last = reading.tokens(each.content[0])
    opened = [t for t in reading.doc[verb.sent.start + 1 : verb.i] if t.text in _DASHES]
    closes = next((i for i in range(max(first, verb.i), last) if reading.doc[i].text in _DASHES), None)
    if closes is None or len(opened) % 2 == 0 or closes <= first or reading.quotation_at(closes) is not None:
        return each
    return with_content(reading, each, (first, closes), "up to the dash")


def with_verb_between(reading: Reading, each: Found) -> Found:
    """ "was fined for claiming that it was broke": the content of the fine is the claim."""
    content = reading.within(each.content[:1])
    if not content or not each.cue or content[0].lower_ not in ("that", "to"):
        return each
    said = content[0].head.head
    between = each.cue[-1].end < said.idx < content[0].idx and said.i == content[0].i - 1
    between = between and not (said.lower_ == "writing" and said.nbor(-1).lower_ == "in")
    if not between or said.tag_ != "VBG" or said.dep_ != "pcomp" or not verb_cues(said):
        return each
    first = Span(said.idx, each.content[0].end)
    return replace(each, content=(first, *each.content[1:]), detail=f"{each.detail}; with the verb before it")


def without_silence(reading: Reading, each: Found) -> Found:
    """ "said he would stand, without giving details": what he would not say is no content."""
    content = reading.within(each.content)
    if len(content) < 4 or reading.quotation_at(content[-1].i) is not None:
        return each
    for token in content[2:-1]:
        after = reading.doc[token.i + 1]
        kept_back = after.tag_ == "VBG" and after.lemma_.lower() in cues("withholding") | cues("elaborating")
        if (
            token.lower_ == "without"
            and kept_back
            and reading.doc[token.i - 1].text == ","
            and after in content
        ):
            last = each.content[-1]
            end = reading.doc[token.i - 2]
            cut_ = Span(last.start, end.idx + len(end.text))
            return (
                replace(each, content=(*each.content[:-1], cut_))
                if last.start < cut_.end <= last.end
                else each
            )
    return each


def without_citing(reading: Reading, each: Found) -> Found:
    """ "X, A said, citing B": what is cited is no second part of the content."""
    if len(each.content) < 2 or not each.cue:
        return each
    kept = [each.content[0], *(s for s in each.content[1:] if not _cites(reading, s, each.cue[-1]))]
    return each if len(kept) == len(each.content) else replace(each, content=tuple(kept))


def _cites(reading: Reading, span: Span, cue: Span) -> bool:
    first = reading.within((span,))[:1]
    behind = bool(first) and span.start > cue.end and reading.doc[first[0].i - 1].text == ","
    return behind and first[0].tag_ == "VBG" and whom_it_names(first[0]) is not None


def _relays(first: Token) -> bool:
    """Whether the words before are "citing": the content of the cited source itself begins with that source."""
    return any(
        t.lemma_.lower() in cues("relay") and t.tag_ == "VBG"
        for t in first.doc[max(0, first.i - 1) : first.i]
    )


def up_to_quotation(reading: Reading, each: Found) -> Found:
    """ "chanted “Water!” outside the palace": where a whole utterance was said is no content."""
    content = reading.within(each.content)
    if len(each.content) != 1 or not content or not reading.is_mark(content[0].i) or not each.cue:
        return each
    quotation = reading.quotation_at(content[0].i)
    if quotation is None or each.cue[-1].end > content[0].idx:
        return each
    if quotation.inner.cut(reading.report.text)[-1] not in _ENDS and _takes_object(reading, each):
        return each
    end = reading.tokens(quotation.span)[1]
    after = reading.doc[end] if end < content[-1].i + 1 else None
    if after is None or after.pos_ not in ("ADP", "SCONJ") or after.lower_ in ("of", "to"):
        return each
    if any(t.dep_ in _SUBJECTS and end <= t.head.i <= content[-1].i for t in reading.doc[content[0].i : end]):
        return each  # "said “poor wages” at the mill were to blame"
    return with_content(reading, each, (content[0].i, end), "up to the end of its quotation")


def _takes_object(reading: Reading, each: Found) -> bool:
    """Whether the cue's content may be a thing, of which the quotation is then a part ("reported “nine” dead")."""
    verb = cue_verb(reading, each)
    rows = verb_cues(verb) if verb is not None else ()
    return not rows or any(frame.startswith("object") for row in rows for frame in row.frames)


def up_to_our_own(reading: Reading, each: Found) -> Found:
    """ "State television said the video was real; we could not verify it": "we" outside quotations is the writer."""
    content = reading.within(each.content)
    for mark, we in pairwise(content):
        if mark.text == ";" and we.lower_ == "we" and reading.quotation_at(we.i) is None:
            return with_content(reading, each, (content[0].i, mark.i), "up to what the writer adds")
    return each


def without_crosshead(reading: Reading, each: Found) -> Found:
    """ "... it is going.”" and "'Coal Isn't the Villain.'" below it: a heading between paragraphs is no content."""
    text = reading.report.text
    last = each.content[-1] if each.content else None
    line = text.rfind("\n", last.start, last.end) if last is not None else -1
    if last is None or line < 0 or text[last.end : last.end + 1].strip():
        return each
    heading, before = text[line + 1 : last.end], text[last.start : line].rstrip()
    short = 0 < len(heading.split()) <= _HEADING and heading[0] in "'‘" and heading[-1] in "'’"
    if not short or not before:
        return each
    kept = Span(last.start, last.start + len(before))
    return replace(
        each, content=(*each.content[:-1], kept), detail=f"{each.detail}; without the heading below"
    )
