"""Sentences that give what went before to someone: "That is what A says", "So say the police"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, Spans
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import verb_cues, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

RULE = "what went before"
_BACK = frozenset({"that", "this"})
_SO = frozenset({"so", "thus"})
_EMPTY = _BACK | {"is", "was", "'s", "’s", "all", "at", "least", ","}
_MOST = 3
"""Sentences before it that such a sentence takes up at most."""


def pointing_back(reading: Reading, known: Sequence[Found]) -> list[Found]:
    """The attributions found so far, and those whose content is what stands before their sentence."""
    found = [_taken_up(reading, each) for each in known]
    for number, sentence in enumerate(reading.sentences):
        for verb, cue, source in _in_sentence(reading, sentence):
            before = _before(reading, number)
            if any(each.source and _lies_in(each.cue, before) for each in known):
                continue  # what went before has its own speaker
            if before and reading.spans(source):
                detail = f"speaker of {verb.text!r}, which takes up what went before"
                found.append(Found(reading.spans(source), reading.spans(cue), before, RULE, detail))
    return found


def _lies_in(cue: Spans, spans: Spans) -> bool:
    return any(span.covers(one) for one in cue for span in spans)


def _taken_up(reading: Reading, each: Found) -> Found:
    """ "That is according to A": the content is what went before "that"."""
    words = reading.within(each.content)
    if len(words) < 2 or words[0].lower_ not in _BACK or any(t.lower_ not in _EMPTY for t in words):
        return each
    number = next((n for n, s in enumerate(reading.sentences) if s.start <= words[0].i < s.end), 0)
    before = _before(reading, number)
    return replace(each, content=before, rule=RULE) if before else each


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[tuple[Token, Range, Range]]:
    """Cue word, cue and source of a sentence that points back."""
    root = sentence.root
    subject = next(iter(children(root, "nsubj")), None)
    if root.lemma_ == "be" and subject is not None and subject.lower_ in _BACK and subject.i < root.i:
        yield from _what_one_says(reading, root)
        yield from _ones_message(reading, root)
    elif sentence[0].lower_ in _SO and root.i == sentence.start + 1 and verb_cues(root):
        for noun in children(root, "nsubj", "dobj")[:1]:
            yield root, (root.i, root.i + 1), phrase(reading, noun, root)
    elif subject is not None and root.lemma_.lower() in cues("light"):
        for account in children(root, "dobj"):
            if account.lemma_.lower() in cues("own words") and account.left_edge.lower_ in _BACK:
                yield root, (verb_group(root)[0], account.i + 1), phrase(reading, subject, root)


def _what_one_says(reading: Reading, be: Token) -> Iterator[tuple[Token, Range, Range]]:
    for verb in children(be, "ccomp"):
        subjects = children(verb, "nsubj")
        what = any(t.lower_ == "what" for t in children(verb, "dobj"))
        if what and subjects and any("clause" in row.frames for row in verb_cues(verb)):
            yield verb, verb_group(verb), phrase(reading, subjects[0], verb)


def _ones_message(reading: Reading, be: Token) -> Iterator[tuple[Token, Range, Range]]:
    for noun in children(be, "attr"):
        if noun.lemma_.lower() not in {*cues("noun"), *cues("message"), *cues("own words")}:
            continue
        for owner in children(noun, "poss"):
            yield noun, (noun.i, noun.i + 1), (owner.left_edge.i, owner.right_edge.i + 1)
            return
        preps = (t for t in children(noun, "prep") if t.lower_ in ("of", "from", "by"))
        for named in (t for prep in preps for t in children(prep, "pobj")):
            yield noun, (noun.i, named.left_edge.i), phrase(reading, named)
            return


def _before(reading: Reading, number: int) -> Spans:
    """What stands before a sentence: the rest of its paragraph, or the last sentence of the one before."""
    sentences = reading.sentences
    start = sentences[number].start_char
    paragraphs = reading.report.paragraphs
    home = next((p for p in paragraphs if p.start <= start < p.end), None)
    same = [s for s in sentences[:number] if home is not None and home.start <= s.start_char]
    chosen = same if 1 <= len(same) <= _MOST else [s for s in sentences[:number] if s.start_char < start][-1:]
    return reading.spans(*((s.start, s.end) for s in chosen))
