"""Contents that a reading cuts in the wrong place: inside a word, behind a comma, before a subject's verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, Spans, meet
from sayso.attribute.mend.mending import cue_verb, with_content
from sayso.attribute.propose.as_told import bench_told
from sayso.attribute.reading import WHEN, Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.objects import with_change
from sayso.attribute.words.speakers import can_speak
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASIDES = frozenset({"while", "whereas", "although", "though"})
_OPENS = frozenset({"DT", "PRP", "PRP$"})
_CONJUNCTIONS = frozenset({"that", "whether", "if"})
_STOPS = frozenset(".,;:?!")
_FIGURE = 6
"""Last words of a content among which its number stands."""
_NAME = 6
"""Tokens of the longest name of who was told."""


def past_conjunction(reading: Reading, each: Found) -> Found:
    """ "said that, according to B, X": a content is no bare "that"."""
    content, verb = reading.within(each.content), cue_verb(reading, each)
    if len(content) != 1 or content[0].lower_ not in _CONJUNCTIONS or verb is None or verb.i > content[0].i:
        return each
    if content[0].tag_ == "DT" or content[0].dep_ == "dobj":
        return each  # "denied that and promised a review"
    sentence = content[0].sent
    said = next((t for t in children(verb, "ccomp", "advcl") if t.i > content[0].i), None)
    end = said.right_edge.i + 1 if said is not None else sentence.end
    while end > content[0].i + 1 and (reading.is_edge(end - 1) or reading.doc[end - 1].text in "?!"):
        end -= 1
    return with_content(reading, each, (content[0].i, end), "past its conjunction")


def with_what_is_called(reading: Reading, each: Found) -> Found:
    """ "dismissed as “baseless” | the claim that X": what is called so belongs to the content."""
    content, verb = reading.within(each.content), cue_verb(reading, each)
    if verb is None or len(content) < 2 or content[0].lower_ != "as" or content[0].i != verb.i + 1:
        return each
    last = content[-1].i + 1
    sentence = next((s for s in reading.sentences if s.start <= verb.i < s.end), None)
    end = sentence.end if sentence is not None else last
    if last >= end or not reading.is_mark(last - 1) or children(verb, "auxpass"):
        return each
    if reading.doc[last].tag_ not in _OPENS or reading.doc[last].ent_type_ in WHEN:
        return each
    stop = next((i for i in range(last, end) if reading.doc[i].text in _STOPS), end)
    spans = (Span(each.content[0].start, reading.spans((last, stop))[-1].end),)
    return replace(each, content=spans, detail=f"{each.detail}; with what is called so")


def over_hyphen(reading: Reading, each: Found) -> Found:
    """ "voters wish | to re-elect them": a content ends in no word's middle."""
    content = reading.within(each.content)
    if not content or content[-1].whitespace_ or content[-1].i + 2 >= len(reading.doc):
        return each
    hyphen, rest = reading.doc[content[-1].i + 1], reading.doc[content[-1].i + 2]
    if hyphen.text != "-" or hyphen.whitespace_ or not rest.is_alpha:
        return each
    end = rest.right_edge.i + 1 if rest.pos_ == "VERB" and rest.sent == content[-1].sent else rest.i + 1
    span = Span(each.content[-1].start, reading.spans((rest.i, end))[-1].end)
    if meet((span,), (*each.source, *each.cue)):
        return each
    return replace(each, content=(*each.content[:-1], span), detail=f"{each.detail}; to the end of a word")


def without_comma(reading: Reading, each: Found) -> Found:
    """ "reported, citing figures | , there were ten": no content and no source begins with a comma or a space."""
    content, source = (_from_first_word(reading, spans) for spans in (each.content, each.source))
    if not content or (content, source) == (each.content, each.source):
        return each
    return replace(each, content=content, source=source)


def _from_first_word(reading: Reading, spans: Spans) -> Spans:
    kept = []
    for span in spans:
        words = span.cut(reading.report.text)
        start = span.start + len(words) - len(words.lstrip(" ,;\n\t"))
        if start < span.end:
            kept.append(Span(start, span.end))
    return tuple(kept)


def without_stray_pronoun(reading: Reading, each: Found) -> Found:
    """ "had his hopes of a deal dashed when it rained": a pronoun of another verb, apart, is no content."""
    kept = tuple(span for span in each.content if not _is_stray(reading, span, each))
    if len(each.content) < 2 or len(kept) == len(each.content) or not kept:
        return each
    return replace(each, content=kept, detail=f"{each.detail}; without a stray pronoun")


def _is_stray(reading: Reading, span: Span, each: Found) -> bool:
    tokens = reading.within((span,))
    if len(tokens) != 1 or tokens[0].tag_ != "PRP":
        return False
    return tokens[0].head not in (*reading.within(each.cue), *reading.within(each.content))


def with_what_it_was(reading: Reading, each: Found) -> Found:
    """ "reported 212 cases, | up from 94 a week before": what a number was before goes with it."""
    content = reading.within(each.content)
    if len(each.content) != 1 or not content or not any(t.tag_ == "CD" for t in content[-_FIGURE:]):
        return each
    last = content[-1].i + 1
    end = with_change(reading, last, content[-1].sent.end)
    if end == last or any(reading.quotation_at(i) for i in range(last, end)):
        return each
    spans = reading.spans((content[0].i, end))
    return each if meet(spans, (*each.cue, *each.source)) else replace(each, content=spans)


def without_bare_subject(reading: Reading, each: Found) -> Found:
    """ "announced an arrest while two others | were at large": a side clause without its verb is no content."""
    content = reading.within(each.content)
    if not content or len(each.content) != 1 or content[-1].i + 1 >= len(reading.doc):
        return each
    after = reading.doc[content[-1].i + 1]
    opens = next((token for token in reversed(content[2:]) if token.lower_ in _ASIDES), None)
    if opens is None or after.tag_ not in _FINITE or reading.quotation_at(after.i) is not None:
        return each
    own = any(span.start <= after.idx < span.end for span in each.cue)
    if own or any(token.tag_ in _FINITE for token in content if token.i > opens.i):
        return each
    return with_content(reading, each, (content[0].i, opens.i), "without a clause that lacks its verb")


def without_hearer(reading: Reading, each: Found) -> Found:
    """ "told Daily Star of Vale the bridge was shut": the name behind the verb is who was told."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if (
        verb is not None
        and content
        and (bench := bench_told(verb)) is not None
        and content[-1].i + 1 == bench[1]
    ):
        return with_content(reading, each, (content[0].i, bench[0]), "without who was told")
    if verb is None or len(content) < 4 or len(each.content) != 1 or content[0].i != verb.i + 1:
        return each
    if verb.lemma_.lower() not in cues("telling") or children(verb, "auxpass"):
        return each
    if (heard := _object(verb, content)) is not None:
        return with_content(reading, each, (heard, content[-1].i + 1), "without who was told")
    end = next((k for k, token in enumerate(content[: _NAME + 1]) if k and not _is_of_name(token)), None)
    if content[0].pos_ != "PROPN" or end is None or content[end].tag_ not in _OPENS:
        return each
    clause = children(verb, "ccomp")
    said = any(child.i > content[end].i and children(child, "nsubj", "nsubjpass") for child in clause)
    if content[end - 1].lower_ == "of" or not said:
        return each
    return with_content(reading, each, (content[end].i, content[-1].i + 1), "without who was told")


def _is_of_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.lower_ == "of"


def _object(verb: Token, content: Sequence[Token]) -> int | None:
    """Where the clause begins behind the hearer that is the verb's object: "told local media | Moss had left"."""
    for hearer in children(verb, "dobj"):
        clause = next((t for t in children(verb, "ccomp") if children(t, "nsubj", "nsubjpass")), None)
        opens = hearer.left_edge.i == content[0].i and clause is not None and can_speak(hearer)
        if opens and clause is not None and clause.left_edge.i == hearer.right_edge.i + 1 <= content[-1].i:
            return clause.left_edge.i
    return None


def over_hyphen_of_source(reading: Reading, each: Found) -> Found:
    """ "The vice | -president": a source ends and begins in no word's middle."""
    doc, spans = reading.doc, []
    for span in each.source:
        first, last = reading.tokens(span)
        while first > 1 and _is_joint(doc[first if doc[first].text == "-" else first - 1]):
            first = doc[first - 1 if doc[first].text == "-" else first - 2].left_edge.i
        while last + 1 < len(doc) and doc[last].text == "-" and _is_joint(doc[last]):
            last += 2
        spans.append(Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1])) if first < last else span)
    if tuple(spans) == each.source or meet(tuple(spans), (*each.cue, *each.content)):
        return each
    return replace(each, source=tuple(spans), detail=f"{each.detail}; its source to the ends of words")


def _is_joint(token: Token) -> bool:
    """Whether a hyphen joins two parts of a word: "vice-president"."""
    before = token.nbor(-1)
    return token.text == "-" and not token.whitespace_ and not before.whitespace_ and before.is_alpha
