"""What is said of a source's manner or state in passing, or of the day: no part of who speaks."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cues import cues, venue_words
from sayso.attribute.words.speakers import is_cited, veils

_PASSING = frozenset({"in", "on", "at", "during", "via", "through", "for"})
_AGENTS = frozenset({"agent", "lawyer", "lawyers", "spokesman", "spokeswoman", "office", "part"})
_POSSESSIVE = "PRP$"


def without_aside(reading: Reading, each: Found) -> Found:
    """ "Ada Lo, in a statement, said", "A rebel, his arm in a sling, said": the source is Ada Lo, is the rebel.

    Who he is (", a nurse,", ", who keeps the shop,") and what hides his name stays with him.
    """
    if len(each.source) != 1:
        return each
    first, last = reading.tokens(each.source[0])
    if (
        last - first > 2
        and reading.doc[last - 2].lower_ == "on"
        and reading.doc[last - 1].ent_type_ == "DATE"
    ):
        return replace(each, source=reading.spans((first, last - 2)))
    if reading.doc[max(first, last - 3) : last].text.lower() == "at the time" and last - first > 3:
        return replace(each, source=reading.spans((first, last - 3)))
    for i in range(first + 1, last - 1):
        if reading.doc[i].text != "," or reading.quotation_at(i) is not None:
            continue
        words = reading.doc[i + 1 : last].text.lower()
        if _is_aside(reading, i + 1, last) and not any(veil in words for veil in veils()):
            source = reading.spans((first, i))
            return replace(each, source=source, detail=f"{each.detail}; its source without the aside")
    return each


def _is_aside(reading: Reading, start: int, end: int) -> bool:
    first = reading.doc[start]
    if first.lower_ in _PASSING:
        named = children(first, "pobj")
        if first.lower_ == "through" and named:
            return is_cited(named[0])
        known = {*venue_words(), *_AGENTS}
        return any(noun.lemma_.lower() in known or noun.lower_ in known for noun in named)
    if first.tag_ in ("VBG", "VBN", "VBD"):
        lemma = first.lemma_.lower()
        return lemma in cues("relay")
    if first.pos_ in ("ADJ", "ADV"):
        return all(token.pos_ in ("ADJ", "ADV", "CCONJ", "PUNCT") for token in reading.doc[start:end])
    return first.tag_ == _POSSESSIVE and _is_absolute(reading, start, end)


def _is_absolute(reading: Reading, start: int, end: int) -> bool:
    """ "his arm in a sling", "her voice shaking": a thing that he has, and how it is."""
    rest = [token for token in reading.doc[start + 1 : end] if not token.is_punct]
    noun = rest[0] if rest else None
    if noun is None or noun.pos_ != "NOUN" or len(rest) < 2 or noun.ent_type_:
        return False
    return rest[1].pos_ in ("ADP", "ADJ") or rest[1].tag_ in ("VBG", "VBN")
