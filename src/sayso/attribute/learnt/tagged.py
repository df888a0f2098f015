"""The encoder as a proposer: its attributions in the form that the rules give theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, Spans
from sayso.attribute.learnt.overrule import overruled
from sayso.attribute.reading import Reading
from sayso.attribute.words.cues import cues, venue_words
from sayso.attribute.words.speakers import veils
from sayso.records.base import Span
from sayso.records.stages import Encoded, EncodedAttribution
from sayso.records.vocabulary import PartKind, VenueKind

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

RULE = "encoder"
UNKNOWN = 0.4
"""The least score of an attribution whose cue is no word of the lexicon."""
VEIL = 6
"""The most words of a phrase that only hides a name."""
SOURCELESS = 0.45
"""The least score of an attribution to which the encoder links no source."""

PARTS = ("verb", "noun", "adj", "adverb", "reluctant")
"""The parts of the lexicon of cues that make a cue a known word."""

_MARKS = frozenset('"“”')
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def tagged(reading: Reading, encoded: Encoded) -> list[Found]:
    """What the encoder finds in the report, as far as it is credible.

    A source in another paragraph than its cue is not believed: that attribution is left to the rules.
    """
    found = (
        _without_relative(reading, within_paragraph(reading, as_found(each))) for each in encoded.attributions
    )
    kept = (each for each in found if each.content and _together(reading, each) and credible(reading, each))
    return [overruled(reading, each) for each in kept]


def _without_relative(reading: Reading, each: Found) -> Found:
    """ "could not verify the video, which (A said showed it)": a content does not end in a relative pronoun."""
    words = reading.within(each.content)
    if len(words) < 3 or words[-1].tag_ not in ("WDT", "WP") or words[-2].text != ",":
        return each
    last, end = each.content[-1], words[-2].idx
    return replace(each, content=(*each.content[:-1], Span(last.start, end))) if last.start < end else each


def within_paragraph(reading: Reading, each: Found) -> Found:
    """The attribution with its content cut to its cue's paragraph.

    The encoder sees no difference between a headline and a sentence; only a quotation runs over paragraphs.
    """
    paragraph = _paragraph(reading, each.cue)
    if paragraph is None or _quotes(reading, each.content):
        return each
    within = [Span(max(s.start, paragraph.start), min(s.end, paragraph.end)) for s in each.content]
    kept = tuple(span for span in within if span.start < span.end)
    return replace(each, content=kept)


def credible(reading: Reading, each: Found) -> bool:
    """Whether to believe the encoder: always where its cue is a word of the lexicon or its content a quotation.

    A content of pronouns alone says nothing and is never believed, nor is a venue ("a statement on Telegram"), a
    bare "to comment", or a deed with a mere phrase behind it ("signed a treaty", "allowed the town to burn").

    Otherwise only from a score on, a higher one where it has no source. The scores were chosen on PolNeAR's dev
    split.
    """
    words = [token for span in each.content for token in _tokens(reading, span)]
    if words and all(token.pos_ in ("PRON", "PUNCT", "SPACE") or _is_empty(token) for token in words):
        return False
    if each.score is None or _quotes(reading, each.content):
        return True
    if _says_of_source(reading, each, words) or _says_this(reading, each) or _is_veiled(reading, each):
        return False
    cue = reading.within(each.cue)
    said = any(
        token.dep_ in _SUBJECTS and _is_finite(token.head) and token.head not in cue for token in words
    )
    if not said and _is_deed(reading, each.cue):
        return False
    if not each.source and each.score < SOURCELESS:
        return False
    return _known(reading, each.cue) or each.score >= UNKNOWN


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
    """Whether the source stands in the cue's paragraph and in no later sentence."""
    paragraph = _paragraph(reading, each.cue)
    if paragraph is not None and not all(span.overlaps(paragraph) for span in each.source):
        return False
    last = reading.tokens(each.cue[-1])[1] - 1
    end = next((s.end_char for s in reading.sentences if s.start <= last < s.end), None)
    return end is None or _quotes(reading, each.content) or all(span.start < end for span in each.source)


def _paragraph(reading: Reading, spans: Spans) -> Span | None:
    """The paragraph in which the first of the spans begins."""
    start = spans[0].start if spans else -1
    heads = (
        part.span for part in reading.report.parts if part.kind in (PartKind.HEADLINE, PartKind.STANDFIRST)
    )
    return next((one for one in (*heads, *reading.report.paragraphs) if one.start <= start < one.end), None)


def _known(reading: Reading, cue: Spans) -> bool:
    lexicons = [cues(part) for part in PARTS]
    tokens = [token for span in cue for token in _tokens(reading, span)]
    lemmas = {token.lemma_.lower() for token in tokens}
    said = " ".join(token.lower_ for token in tokens)
    return any(lemma in lexicon for lexicon in lexicons for lemma in lemmas) or any(
        row.cue in said for rows in cues("phrase").values() for row in rows
    )


def _says_of_source(reading: Reading, each: Found, content: list[Token]) -> bool:
    """Whether the cue is a participle of the subject whose verb the content holds ("an audit ordered by A found"), or
    of its own source ("the people quoted").
    """
    verbs = _verbs(reading, each.cue)
    noun = verbs[-1].head if verbs and verbs[-1].dep_ == "acl" and verbs[-1].tag_ == "VBN" else None
    if noun is None:
        return False
    own = any(span.start <= noun.idx < span.end for span in each.source)
    if own and each.content[0].start < each.source[0].start and reading.doc[verbs[0].i - 1].text == ",":
        return False  # "X, the minister, Ada Lo, promised": the parse takes the verb for a participle
    return own or (noun.dep_ in _SUBJECTS and noun.head in content)


def _is_veiled(reading: Reading, each: Found) -> bool:
    """Whether the words only say that the speaker gives no name ("spoke on condition of anonymity")."""
    said = reading.report.text[each.cue[0].start : each.content[-1].end].lower()
    return len(said.split()) <= VEIL and any(veil in said for veil in veils())


def _says_this(reading: Reading, each: Found) -> bool:
    """Whether what is said is said already ("As he said this, the lights went out")."""
    return any(
        child.dep_ == "dobj" and child.lower_ in ("this", "so") and child.i == verb.i + 1
        for verb in _verbs(reading, each.cue)
        for child in verb.rights
    )


def _is_empty(token: Token) -> bool:
    """Whether the word says nothing as a content: a venue's name, "to", "comment"."""
    known = venue_words().get(token.lower_)
    social = known is not None and known.kind == VenueKind.SOCIAL_MEDIA
    return social or token.tag_ == "TO" or (token.tag_ == "VB" and token.lemma_.lower() in cues("speaking"))


def _is_finite(verb: Token) -> bool:
    """Whether a verb, or a verb that helps it, has a tense."""
    return any(
        t.tag_ in ("VBD", "VBP", "VBZ", "MD") for t in (verb, *verb.children) if t is verb or "aux" in t.dep_
    )


def _is_deed(reading: Reading, cue: Spans) -> bool:
    """Whether the cue's last full word names a deed, with the preposition that the lexicon asks for, if any."""
    words = [token for span in cue for token in _tokens(reading, span)]
    full = [token for token in words if token.pos_ in ("VERB", "NOUN", "ADJ", "PROPN")]
    rows = cues("deed").get(full[-1].lemma_.lower(), ()) if full else ()
    return any("object" in row.frames or words[-1].lower_ in row.frames for row in rows)


def _quotes(reading: Reading, content: Spans) -> bool:
    return any(_MARKS & set(span.cut(reading.report.text)) for span in content)


def _verbs(reading: Reading, cue: Spans) -> list[Token]:
    return [token for span in cue for token in _tokens(reading, span) if token.pos_ == "VERB"]


def _tokens(reading: Reading, span: Span) -> SpacySpan:
    start, end = reading.tokens(span)
    return reading.doc[start:end]


def _spans(pairs: tuple[tuple[int, int], ...]) -> Spans:
    return tuple(sorted(Span(*pair) for pair in pairs))
