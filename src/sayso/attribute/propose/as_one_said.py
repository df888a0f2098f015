"""Clauses with "as" that give the sentence around them to someone: "as A put it", "as A first reported"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.phrases import beside
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import verb_cues, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_ENDS = frozenset({",", ".", ";", "!", "?", "–", "—"})
_LONGEST = 14
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def as_one_said(reading: Reading, sentence: Sentence, limit: int) -> Iterator[Found]:
    """The attributions of the sentence's clauses with "as"; contents end before token `limit`."""
    for token in sentence:
        if token.lower_ == "as" and token.i < limit:
            found = put_it(reading, sentence, token.i, limit) or _said(reading, sentence, token, limit)
            if found is not None:
                yield found


def put_it(reading: Reading, sentence: Sentence, start: int, limit: int) -> Found | None:
    """ "as the minister put it", "as A would have it", "the way A tells it"; `start` is "as" or "way"."""
    doc = reading.doc
    for i in range(start + 2, min(start + 16, limit - 1)):
        if doc[i].lemma_.lower() in cues("as one") and doc[i + 1].lower_ == "it":
            verb = min(verb_group(doc[i])[0], i)
            first = start - 1 if start and doc[start].lower_ == "way" else start
            source = reading.trim(start + 1, verb)
            return beside(reading, sentence, (first, i + 2), source, (verb, i + 2), limit, "as one put it")
        if doc[i].text in (",", ";") or doc[i].tag_ in ("VBD", "VBZ"):
            return None
    return None


def _said(reading: Reading, sentence: Sentence, as_: Token, limit: int) -> Found | None:
    """ "as A first reported (on Monday)": a clause without a content of its own, between commas."""
    verb = as_.head
    opens = as_.i == sentence.start or reading.doc[as_.i - 1].text in (",", "–", "—")
    if as_.dep_ not in ("mark", "advmod") or verb.dep_ != "advcl" or not opens or verb.left_edge != as_:
        return None
    subject = next((t for t in children(verb, *_SUBJECTS) if t.i < verb.i), None)
    end = verb.right_edge.i + 1
    if subject is None or subject.dep_ == "nsubjpass" or subject.lower_ == "you":
        return None
    if not _is_bare(verb) or not as_.i < end <= limit:
        return None
    closed = end >= sentence.end or reading.doc[end].text in _ENDS
    if not closed or end - as_.i > _LONGEST or reading.quotation_at(as_.i) is not None:
        return None
    row = max(verb_cues(verb), key=lambda row: row.cue.count(" "))
    cue = verb_group(verb, row.cue.count(" ") + 1)
    source = phrase(reading, subject, verb)
    return beside(reading, sentence, (as_.i, end), source, cue, limit, "as one said")


def _is_bare(verb: Token) -> bool:
    """Whether a verb of saying has no content of its own behind it."""
    clausal = any("clause" in row.frames for row in verb_cues(verb))
    return clausal and not children(verb, "ccomp", "dobj", "xcomp", "acomp", "attr")
