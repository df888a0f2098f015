"""Who can hear: nouns and pronouns for those whom words are addressed to, and the words that belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.reading import WHEN, Range, children
from sayso.attribute.words.cues import cues, venue_words
from sayso.attribute.words.speakers import can_speak, documents

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT_HEARERS = frozenset(
    {"that", "this", "these", "what", "itself", "something", "anything", "nothing", "everything"}
)
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"}) | WHEN
_PLACES = frozenset({"in", "at", "on", "near", "from", "for", "outside", "along", "across", "around"})
_AT = frozenset({"at", "outside", "near", "around"})


def hears(noun: Token) -> bool:
    """Whether a noun or pronoun names a person or a body that words can be addressed to, not a thing asked for."""
    if noun.lower_ in _NOT_HEARERS or (noun.ent_type_ in _AMOUNTS and noun.pos_ != "NOUN"):
        return False
    if noun.ent_type_ == "MONEY" or noun.lemma_.lower() in documents():
        return False
    if noun.pos_ == "PRON" or noun.tag_ in ("WP", "WDT"):
        return True
    return noun.lemma_.lower() in cues("hearer") or noun.tag_ == "NNP" or can_speak(noun)


def with_place(noun: Token, found: Range) -> Range:
    """A hearer's words with the place behind them: "lawmakers | in Nuuk", "a crowd | outside the hospital"."""
    start, end = found
    if noun.pos_ != "NOUN" or end >= len(noun.doc) or noun.doc[end].lower_ not in _PLACES:
        return found
    prep = noun.doc[end]
    place = next(iter(children(prep, "pobj")), None)
    if (
        noun.left_edge.lower_ == "this"
        or place is None
        or prep.head not in (noun, noun.head)
        or place.ent_type_ in WHEN
    ):
        return found
    if place.lemma_.lower() in cues("hour place"):
        return found
    closes = place.i + 1 < len(noun.doc) and noun.doc[place.i + 1].text == "."
    named = place.pos_ == "PROPN" and not (closes and noun.tag_ == "NNS" and prep.lower_ != "for")
    stands = prep.lower_ in _AT and place.lemma_.lower() not in venue_words()
    return (start, place.i + 1) if named or stands else found
