"""The encoder as a proposer: its attributions in the form that the rules give theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.cues import cues
from sayso.attribute.encoder import EncodedAttribution, encoder
from sayso.attribute.found import Found, Spans
from sayso.attribute.reading import Reading
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

RULE = "encoder"
CLAUSE, PHRASE = 0.7, 0.8
"""The least score of an attribution whose cue is no word of the lexicon: for a clause and for a mere phrase."""

PARTS = ("verb", "noun", "adj", "adverb")
"""The parts of the lexicon of cues that make a cue a known word."""

_MARKS = frozenset('"“”')
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def tagged(reading: Reading) -> list[Found]:
    """What the shipped encoder finds in the report, as far as it is credible.

    A source in another paragraph than its cue is not believed: that attribution is left to the rules.

    Raises WrongModel or DamagedInstall as `encoder` does.
    """
    found = (within_paragraph(reading, as_found(each)) for each in encoder().encode(reading.report.text))
    return [each for each in found if _together(reading, each) and credible(reading, each)]


def within_paragraph(reading: Reading, each: Found) -> Found:
    """The attribution with its content cut to its cue's paragraph.

    The encoder sees no difference between a headline and a sentence; only a quotation runs over paragraphs.
    """
    paragraph = _paragraph(reading, each.cue)
    if paragraph is None or _quotes(reading, each.content):
        return each
    within = [Span(max(s.start, paragraph.start), min(s.end, paragraph.end)) for s in each.content]
    kept = tuple(span for span in within if span.start < span.end)
    return replace(each, content=kept) if kept else each


def credible(reading: Reading, each: Found) -> bool:
    """Whether to believe the encoder: always where its cue is a word of the lexicon or its content a quotation.

    A content of pronouns alone says nothing and is never believed.

    Otherwise only from a score on that is higher for a mere phrase ("signed a treaty") than for a clause. The
    scores were chosen on PolNeAR's dev split.
    """
    words = [token for span in each.content for token in _tokens(reading, span)]
    if words and all(token.pos_ in ("PRON", "PUNCT", "SPACE") for token in words):
        return False
    if each.score is None or _known(reading, each.cue) or _quotes(reading, each.content):
        return True
    clause = any(token.dep_ in _SUBJECTS for token in words)
    return each.score >= (CLAUSE if clause else PHRASE)


def as_found(encoded: EncodedAttribution) -> Found:
    """One of the encoder's attributions, its score kept."""
    return Found(
        source=_spans(encoded.source),
        cue=_spans(encoded.cue),
        content=_spans(encoded.content),
        rule=RULE,
        detail="tagged and linked by the encoder",
        score=encoded.score,
        no_source="" if encoded.source else "the encoder links no source to the cue",
    )


def _together(reading: Reading, each: Found) -> bool:
    paragraph = _paragraph(reading, each.cue)
    return paragraph is None or all(span.overlaps(paragraph) for span in each.source)


def _paragraph(reading: Reading, spans: Spans) -> Span | None:
    """The paragraph in which the first of the spans begins."""
    start = spans[0].start if spans else -1
    return next((one for one in reading.report.paragraphs if one.start <= start < one.end), None)


def _known(reading: Reading, cue: Spans) -> bool:
    lexicons = [cues(part) for part in PARTS]
    lemmas = {token.lemma_.lower() for span in cue for token in _tokens(reading, span)}
    return any(lemma in lexicon for lexicon in lexicons for lemma in lemmas)


def _quotes(reading: Reading, content: Spans) -> bool:
    return any(_MARKS & set(span.cut(reading.report.text)) for span in content)


def _tokens(reading: Reading, span: Span) -> SpacySpan:
    start, end = reading.tokens(span)
    return reading.doc[start:end]


def _spans(pairs: tuple[tuple[int, int], ...]) -> Spans:
    return tuple(sorted(Span(*pair) for pair in pairs))
