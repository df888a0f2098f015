"""What keeps words that only look like a time from being taken for one: the verb "may", 2000 troops."""

from typing import TYPE_CHECKING

from sayso.resolve.dates.phrase import Phrase
from sayso.resolve.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


def speaks_of_time(phrase: Phrase, rule: str, tokens: Tokens) -> bool:
    """Whether the phrase, found by the rule of this name, speaks of time where it stands."""
    words = phrase.words
    end = words[-1].end
    after = tokens.text[end : end + 5].lstrip(" -").lower()
    if tokens.text[end : end + 1].isalnum() or tokens.text[max(0, words[0].start - 1)] in "$£€":
        return False
    if rule == "repeated" and words[0].kind == "often" and words[0].start:
        return not _is_title(tokens.at(words[0].start))
    if rule == "unit told from today" and phrase.has("the") and _before(phrase, tokens, 4) == " of ":
        return words[-1].text != "year" or len(words) > 2
    if rule == "day before or after":
        return after[:1] in (",", ".", ";", ":", "") or after.startswith("and ")
    if rule == "era":
        return _after_preposition(tokens.at(phrase.span.start))
    if rule == "unit told from today" and words[0].text == "the" and len(words) == 2:
        return not after.startswith(("befor", "after"))
    if rule == "reference":
        return tokens.text[words[-1].end : words[-1].end + 1] != "-"
    if ((rule == "length" and len(words) > 1) or words[0].kind == "units") and _is_light(phrase, tokens):
        return False
    if rule == "length":
        return not (after.startswith("old") or (words[-1].text == "quarters" and words[0].text != "several"))
    if rule == "month" and len(words) == 1 and words[0].kind == "month_short":
        return False
    if rule == "days of a month" and words[-1].kind in ("day", "ordinal"):
        last = tokens.at(words[-1].start)
        return not (last.dep_ == "nummod" and last.head.i > last.i)
    if rule == "season" and words[-1].text == "fall" and len(words) == 2:
        return not after.startswith("of ")
    if rule == "years":
        return len(words[-1].text) == 2 and float(words[-1].number or 0) > float(words[0].value) % 100
    if rule == "year":
        return _is_year(phrase, tokens)
    if rule == "clock":
        return phrase.has("ampm", "clock_word", "zone", "daypart", "clock")
    if len(words) == 1 and words[0].text in ("may", "march", "fall", "spring"):
        return _is_noun(tokens.at(phrase.span.start), after)
    return True


def _before(phrase: Phrase, tokens: Tokens, size: int) -> str:
    """The characters right before the phrase."""
    start = phrase.words[0].start
    return tokens.text[max(0, start - size) : start]


def _is_light(phrase: Phrase, tokens: Tokens) -> bool:
    """Whether it is a distance: "light years"."""
    start = phrase.words[-1].start
    return tokens.text[max(0, start - 7) : start].lower().endswith(("light ", "light-"))


def _after_preposition(token: "Token") -> bool:
    """Whether a preposition stands before: "during the Cold War", not "a Cold War relic"."""
    return bool(token.i) and token.nbor(-1).pos_ in ("ADP", "SCONJ")


def _is_title(token: "Token") -> bool:
    """Capitalised inside a sentence: the People's Daily."""
    return token.text[0].isupper() and not token.is_sent_start


def _is_noun(token: "Token", after: str) -> bool:
    if token.lower_ in ("fall", "spring"):
        return bool(token.pos_ in ("NOUN", "PROPN") and not token.text[0].isupper())
    before = token.nbor(-1) if token.i else None
    if before is not None and (
        before.text in ("'s", "’s") or (before.pos_ == "PROPN" and token.lower_ == "may")
    ):
        return False
    named = token.dep_ in ("compound", "nmod") and token.head.i > token.i and token.head.pos_ == "NOUN"
    if (
        not named
        and token.i
        and token.nbor(-1).pos_ in ("PROPN", "DET", "ADJ")
        and token.nbor(-1).dep_ != "nummod"
    ):
        return False
    return bool(token.pos_ in ("NOUN", "PROPN") and token.text[0].isupper() and not after.startswith("of "))


_LOOSE = {"year", "short_year", "approx", "less", "more_than", "at_least", "at_most"}


def _is_year(phrase: Phrase, tokens: Tokens) -> bool:
    word = phrase.get("year", "short_year")
    if word is None or not {w.kind for w in phrase.words} <= _LOOSE:
        return True
    before = tokens.text[max(0, word.start - 1) : word.start]
    if word.kind == "short_year":
        return not before or before.isspace()
    if before and before in "$£€#'":
        return False
    token = tokens.at(word.start)
    head = token.head
    if token.dep_ == "nummod" and head.i > token.i:
        owned = any(child.dep_ in ("det", "poss") for child in head.children)
        return head.tag_ != "NNS" or owned
    return True
