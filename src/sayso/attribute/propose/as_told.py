"""Clauses beside what is told: "to hear A tell it", "if A is to be believed", "X, the court was told"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.as_one_said import put_it
from sayso.attribute.propose.phrases import beside
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import verb_group
from sayso.attribute.words.cues import cues

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_REACH = 16
_BELIEVED = (("to", "be", "believed"), ("to", "be", "trusted"))


def as_told(reading: Reading, sentence: Sentence, limit: int) -> Iterator[Found]:
    """The attributions of such clauses in the sentence."""
    for token in sentence:
        if (heard := bench_told(token)) is not None and _closes(reading, sentence, token, heard):
            yield Found(
                source=(),
                cue=reading.spans(verb_group(token)),
                content=reading.spans((sentence.start, heard[0])),
                rule="court was told",
                no_source=f"{reading.doc[heard[1] - 1].text!r} is who was told",
            )
        if token.i + 2 >= limit:
            return
        read = _READERS.get(token.lower_)
        found = read(reading, sentence, token.i, limit) if read is not None else None
        if found is not None:
            yield found


def bench_told(verb: Token) -> Range | None:
    """Where those who hear stand right before a verb, of which nobody says who told them: "the court was told"."""
    subject = next(iter(children(verb, "nsubjpass")), None) if verb.lower_ == "told" else None
    if subject is None or subject.lemma_.lower() not in cues("bench") or children(verb, "agent"):
        return None
    return (subject.left_edge.i, subject.i + 1) if subject.i + 1 == verb_group(verb)[0] else None


def _closes(reading: Reading, sentence: Sentence, verb: Token, heard: Range) -> bool:
    """Whether such a clause closes its sentence behind a comma."""
    ends = verb.i + 1 >= sentence.end or reading.is_edge(verb.i + 1)
    return ends and heard[0] - 1 > sentence.start and reading.doc[heard[0] - 1].text == ","


def _to_hear_one_tell(reading: Reading, sentence: Sentence, start: int, limit: int) -> Found | None:
    """ "to hear the owner tell it"."""
    doc = reading.doc
    if doc[start + 1].lower_ != "hear":
        return None
    for i in range(start + 3, min(start + _REACH, limit - 1)):
        if doc[i].lemma_.lower() in cues("as one") and doc[i + 1].lower_ == "it":
            return _between(reading, sentence, (start, i + 2), (start + 2, i), limit)
        if doc[i].text in (",", ";"):
            return None
    return None


def _if_one_is_believed(reading: Reading, sentence: Sentence, start: int, limit: int) -> Found | None:
    """ "if the guards are to be believed", "if you believe the guards"."""
    doc = reading.doc
    if doc[start + 1].lower_ in ("you", "one", "we") and doc[start + 2].lemma_.lower() == "believe":
        end = doc[start + 2].right_edge.i + 1
        source = reading.trim(start + 3, min(end, limit))
        if source[0] >= source[1]:
            return None
        return beside(
            reading, sentence, (start, source[1]), source, (start, start + 3), limit, "as one put it"
        )
    for i in range(start + 3, min(start + _REACH, limit - 2)):
        if tuple(t.lower_ for t in doc[i : i + 3]) in _BELIEVED:
            return _between(reading, sentence, (start, i + 3), (start + 1, i - 1), limit)
        if doc[i].text in (",", ";"):
            return None
    return None


def _so_it_goes(reading: Reading, sentence: Sentence, start: int, limit: int) -> Found | None:
    """ "so the story goes", "so legend has it": nobody in particular tells it."""
    doc = reading.doc
    for i in range(start + 2, min(start + 6, limit)):
        goes = doc[i].lower_ in ("goes", "went") and doc[i - 1].lemma_.lower() in cues("lore")
        has_it = doc[i].lower_ == "has" and doc[i - 1].lemma_.lower() in cues("lore") and i + 1 < limit
        if goes or (has_it and doc[i + 1].lower_ == "it"):
            end = i + 2 if has_it else i + 1
            told = beside(
                reading, sentence, (start, end), (start, end), (start, end), limit, "so the story goes"
            )
            if told is None:
                return None
            return Found((), told.cue, told.content, told.rule, no_source=f"{doc[i - 1].text!r} names no one")
    return None


def _between(reading: Reading, sentence: Sentence, extent: Range, source: Range, limit: int) -> Found | None:
    """With the cue on both sides of the source."""
    found = beside(reading, sentence, extent, source, extent, limit, "as one put it")
    if found is None:
        return None
    cue = reading.spans((extent[0], source[0]), (source[1], extent[1]))
    return Found(found.source, cue, found.content, found.rule, found.detail)


_READERS = {
    "way": put_it,
    "to": _to_hear_one_tell,
    "if": _if_one_is_believed,
    "so": _so_it_goes,
}
