"""What keeps words that only look like a time from being taken for one: the verb "may", 2000 troops."""

from typing import TYPE_CHECKING

from sayso.resolve.dates.phrase import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def speaks_of_time(phrase: Phrase, rule: str, doc: "Doc") -> bool:
    """Whether the phrase, found by the rule of this name, speaks of time where it stands."""
    words = phrase.words
    after = doc.text[words[-1].end : words[-1].end + 5].lstrip(" -").lower()
    if rule == "length":
        return not (after.startswith("old") or (words[-1].text == "quarters" and words[0].text != "several"))
    if rule == "month" and len(words) == 1 and words[0].kind == "month_short":
        return False
    if rule == "year":
        return _is_year(phrase, doc)
    if rule == "clock":
        return phrase.has("ampm", "clock_word", "zone", "daypart", "clock")
    if len(words) == 1 and words[0].text in ("may", "march", "fall", "spring"):
        return _is_noun(_token(doc, phrase), after)
    return True


def _token(doc: "Doc", phrase: Phrase) -> "Token":
    return doc.char_span(phrase.span.start, phrase.span.end, alignment_mode="expand")[0]


def _is_noun(token: "Token", after: str) -> bool:
    if token.lower_ in ("fall", "spring"):
        return bool(token.pos_ in ("NOUN", "PROPN") and not token.text[0].isupper())
    return bool(token.pos_ in ("NOUN", "PROPN") and token.text[0].isupper() and not after.startswith("of "))


def _is_year(phrase: Phrase, doc: "Doc") -> bool:
    word = phrase.get("year", "short_year")
    if word is None or len(phrase.words) > 1:
        return True
    before = doc.text[max(0, word.start - 1) : word.start]
    if word.kind == "short_year":
        return not before or before.isspace()
    if before and before in "$£€#'":
        return False
    token = _token(doc, phrase)
    head = token.head
    if token.dep_ == "nummod" and head.i > token.i:
        owned = any(child.dep_ in ("det", "poss") for child in head.children)
        return head.tag_ != "NNS" or owned
    return True
