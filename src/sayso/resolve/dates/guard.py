"""What keeps words that only look like a time from being taken for one: the verb "may", 2000 troops."""

from typing import TYPE_CHECKING

from sayso.resolve.dates.phrase import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc


def speaks_of_time(phrase: Phrase, rule: str, doc: "Doc") -> bool:
    """Whether the phrase, found by the rule of this name, speaks of time where it stands."""
    if rule == "month" and len(phrase.words) == 1 and phrase.words[0].kind == "month_short":
        return False
    if rule == "year":
        return _is_year(phrase, doc)
    if rule == "clock":
        return phrase.has("ampm", "clock_word", "zone", "daypart") or phrase.has("clock")
    if phrase.words[-1].text in ("may", "march", "fall", "spring") and len(phrase.words) == 1:
        token = doc.char_span(phrase.span.start, phrase.span.end, alignment_mode="expand")[0]
        return token.pos_ in ("NOUN", "PROPN") and (token.text[0].isupper() or token.lower_ in ("fall", "spring"))
    return True


def _is_year(phrase: Phrase, doc: "Doc") -> bool:
    word = phrase.get("year", "short_year")
    if word is None or len(phrase.words) > 1 or word.kind == "short_year":
        return True
    if doc.text[max(0, word.start - 1) : word.start] in ("$", "£", "€", "#"):
        return False
    token = doc.char_span(word.start, word.end, alignment_mode="expand")[0]
    head = token.head
    return not (token.dep_ == "nummod" and head.tag_ == "NNS" and head.i > token.i)
