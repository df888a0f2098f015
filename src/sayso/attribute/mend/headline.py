"""Mends of headlines: who speaks at their second verb, and where what is denied ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.mend.mending import cue_verb, with_content
from sayso.attribute.propose.headlines import is_headline
from sayso.attribute.reading import Reading
from sayso.attribute.words.cues import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEANWHILE = frozenset({"as", "after", "amid", "following", "despite", "ahead"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_LANDS = frozenset({"GPE", "NORP", "ORG"})
_LONGEST = 5


def second_verb(reading: Reading, each: Found) -> Found:
    """ "Nissan cuts outlook, warns of closures": who does the first thing says the second."""
    cue, source = reading.within(each.cue), reading.within(each.source)
    if not cue or cue[0].i == 0 or cue[0].nbor(-1).text != ",":
        return each
    if source and (
        len(each.source) > 1 or not source[-1].i < cue[0].i or not any(_acts(t) for t in source[1:])
    ):
        return each
    sentence = cue[0].sent
    if (not source and cue[0].tag_ != "VBZ") or not is_headline(reading, sentence):
        return each
    verb = next((t for t in sentence[1:] if _acts(t)), None)
    if verb is None or not 0 < verb.i - sentence.start <= _LONGEST or verb.i >= cue[0].i:
        return each
    named = reading.spans((sentence.start, verb.i))
    return replace(
        each, source=named, no_source="", detail=f"{each.detail}; who does the headline's first thing"
    )


def of_pair(reading: Reading, each: Found) -> Found:
    """ "China, | Laos agree to speed up rail link": both names before a headline's verb are its source."""
    source = reading.within(each.source)
    if len(each.source) != 1 or len(source) != 1 or source[0].pos_ != "PROPN" or source[0].i < 2:
        return each
    first, comma = source[0].nbor(-2), source[0].nbor(-1)
    opens = first.is_sent_start or (first.i > 1 and first.nbor(-1).text == ":")
    names = first.pos_ == "PROPN" and first.ent_type_ in _LANDS and source[0].ent_type_ in _LANDS
    if comma.text != "," or not (opens and names) or not is_headline(reading, source[0].sent):
        return each
    return replace(each, source=reading.spans((first.i, source[0].i + 1)))


def named_by(reading: Reading, each: Found) -> Found:
    """ "Surgeon branded 'a disgrace' by tribunal": in a headline, who stands behind "by" calls the subject that."""
    verb, content, source = cue_verb(reading, each), reading.within(each.content), reading.within(each.source)
    if verb is None or verb.tag_ not in ("VBN", "VBD") or verb.lemma_.lower() not in cues("naming"):
        return each
    sentence = verb.sent
    own = (
        source
        and content
        and source[0].i == sentence.start
        and source[-1].i + 1 == verb.i == content[0].i - 1
    )
    if not own or not reading.is_mark(content[0].i) or not is_headline(reading, sentence):
        return each
    by = next((t for t in sentence if t.i > content[0].i and t.lower_ == "by"), None)
    end = sentence.end - (sentence[-1].is_punct or sentence[-1].is_space)
    if by is None or not reading.is_mark(by.i - 1) or by.i + 1 >= end:
        return each
    said = (*each.source, *reading.spans((content[0].i, by.i)))
    return replace(each, source=reading.spans((by.i + 1, end)), content=said)


def _acts(token: Token) -> bool:
    """Whether a headline's word may be its verb, whatever the parse takes it for."""
    return token.text.islower() and (
        token.tag_ in _FINITE or (token.tag_ == "NNS" and token.nbor(-1).is_title)
    )


def without_meanwhile(reading: Reading, each: Found) -> Found:
    """ "Firm denies fault after 31 drown": what happened meanwhile is no part of a thing denied or rejected."""
    content = reading.within(each.content)
    cue = reading.within(each.cue)
    after = bool(cue and content) and content[0].i == cue[-1].i + 1
    if len(each.content) != 1 or not after or not is_headline(reading, content[0].sent):
        return each
    first = content[0]
    if first.tag_ in ("IN", "TO", "WP", "WRB") or any(reading.quotation_at(t.i) for t in content):
        return each
    end = next((t for t in content if t.lower_ in _MEANWHILE and t.i > first.i), None)
    if end is None or any(t.tag_ in _FINITE for t in content if t.i < end.i):
        return each
    return with_content(reading, each, (first.i, end.i), "without what happened meanwhile")


def is_given_otherwise(reading: Reading, each: Found, found: Sequence[Found]) -> bool:
    """Whether a colon gives what its source's verb gives too: "“No deal”: minister hits back"."""
    if [token.text for token in reading.within(each.cue)] != [":"]:
        return False
    return any(o is not each and (o.source, o.content) == (each.source, each.content) for o in found)
