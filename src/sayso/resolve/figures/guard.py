"""Which numbers count things, and which are ages, names, years, fractions or rates."""

from typing import TYPE_CHECKING

from sayso.records.base import Span
from sayso.resolve.scan import Word
from sayso.resolve.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


def counts_things(token: "Token", word: Word, span: Span, tokens: Tokens) -> bool:
    """Whether the number `word` at `token`, in a figure of this span, counts things here."""
    if _is_written_into_something(word, span, tokens) or _is_age(
        token, tokens.text[max(0, span.start - 9) : span.start]
    ):
        return False
    if word.kind == "year" and "," not in word.span.cut(tokens.text) and token.dep_ != "nummod":
        return False
    if word.text == "one":
        return token.dep_ == "nummod" and token.head.i > token.i
    return not (_names_what_stands_before(token) or _is_in_a_name(token))


def is_score(words: tuple[Word, ...], noun: "Token | None") -> bool:
    """ "a 4-12 season", "a 6-10 record": a range with a hyphen before a singular noun."""
    return any(word.kind == "hyphen" for word in words) and noun is not None and noun.tag_ == "NN"


def _is_written_into_something(word: Word, span: Span, tokens: Tokens) -> bool:
    """Part of a name (F-16), time (10:30), fraction (two-thirds), rate (one-in-five) or measure (155mm, 8-metre)."""
    text = tokens.text
    before, after = text[max(0, span.start - 1) : span.start], text[word.end : word.end + 12].lower()
    if text[word.start] == "0" or before.isalpha() or after[:1].isalpha():
        return True
    if before in ("-", "–", "#", "/", "'", "’", ":", "×") or after[:1] in ("/", ":", "%", "°", "×"):
        return True
    if after.startswith(("-plus", "-odd", "-strong")):
        return False
    if text[max(0, span.start - 4) : span.start] == "per " or _is_decimal(word, text):
        return True
    hyphened = after[:1] == "-" and after[1:2].isalpha()
    return hyphened or after.lstrip("- ").startswith(("third", "quarter", "fifth", "tenth", "in-", "th of"))


def _is_decimal(word: Word, text: str) -> bool:
    """ "5.0", which measures even where it is whole; "5.0 million" counts."""
    return "." in word.span.cut(text) and (word.number or 0) < 1000


def _is_age(token: "Token", before: str) -> bool:
    """ "She was 68", "at the age of 78"."""
    if before.endswith(("age of ", "ages of ")):
        return True
    if token.dep_ not in ("attr", "acomp") or token.head.lemma_ != "be":
        return False
    subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    return subject is not None and (
        subject.lower_ in ("he", "she", "who", "i") or subject.ent_type_ == "PERSON"
    )


def _names_what_stands_before(token: "Token") -> bool:
    """ "Flight 12", "phase two", "Smith, 34,"."""
    if not token.i or token.dep_ not in ("nummod", "appos", "npadvmod") or token.head.i > token.i:
        return False
    left = token.nbor(-1)
    beside = token.dep_ == "nummod" and left.i == token.head.i
    return bool(beside or left.text == "," or left.text[0].isupper() or left.is_digit)


def _is_in_a_name(token: "Token") -> bool:
    """ "the Apollo 11 mission", "11 Downing Street": digits after a name or before one, and one thing."""
    if not token.is_digit or token.dep_ not in ("nummod", "compound") or token.head.i < token.i:
        return False
    after_name = bool(token.i) and token.nbor(-1).pos_ == "PROPN" and not token.nbor(-1).is_sent_start
    return token.head.tag_ == "NNP" or (after_name and token.head.tag_ == "NN")
