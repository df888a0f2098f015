"""Headline and standfirst: which of the first paragraphs stand above the story."""

import re
from typing import NamedTuple

from sayso.read.byline import read_byline
from sayso.read.labels import is_caption, is_lede
from sayso.read.stamp import read_stamp

LONGEST_HEADLINE = 200
LONGEST_STANDFIRST = 240
SHORTEST_LEDE = 30

_WORDS = re.compile(r"\w+")
_STOP = re.compile(r"(?<![A-Z]\.[A-Z])[.;:,][\"'”’»)\]]*$")
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’]?\s+\S")


class Headed(NamedTuple):
    """The headline and standfirst (None: there is none), and the paragraphs below them."""

    headline: str | None
    standfirst: str | None
    body: tuple[str, ...]

    def with_standfirst(self, standfirst: str) -> "Headed":
        """The same with a standfirst that the page marks as such; the body does not repeat it."""
        body = self.body if self.standfirst is None else (self.standfirst, *self.body)
        rest = body[1:] if body and same_words(body[0], standfirst) else body
        return Headed(self.headline, standfirst, rest)


def take_headline(paragraphs: tuple[str, ...], title: str | None = None) -> Headed:
    """Part the headline from the body.

    With a title (from the page, the row or the user), that is the headline, and the paragraphs that repeat it
    go. Else the first paragraph is one if it is repeated, or if it is short and no sentence ends it.
    """
    if title:
        rest = paragraphs
        while rest and same_words(rest[0], title):
            rest = rest[1:]
        return _below(title, rest) if rest or not paragraphs else Headed(None, None, paragraphs)
    if len(paragraphs) < 2:
        return Headed(None, None, paragraphs)
    first, *others = paragraphs
    repeated = 0
    while repeated < len(others) and same_words(first, others[repeated]):
        repeated += 1
    if len(others) == repeated or not (repeated or _looks_like_headline(first)):
        return Headed(None, None, paragraphs)
    return _below(first, tuple(others[repeated:]))


def same_words(one: str, other: str) -> bool:
    """Whether two lines differ in case, space and punctuation at most."""
    if abs(len(one) - len(other)) > 20:
        return False
    return [w.casefold() for w in _WORDS.findall(one)] == [w.casefold() for w in _WORDS.findall(other)]


def _below(headline: str, rest: tuple[str, ...]) -> Headed:
    if is_standfirst(headline, rest):
        return Headed(headline, rest[0], rest[1:])
    return Headed(headline, None, rest)


def _looks_like_headline(paragraph: str) -> bool:
    return len(paragraph) <= LONGEST_HEADLINE and paragraph.count("\n") <= 2 and not _STOP.search(paragraph)


def is_standfirst(headline: str, rest: tuple[str, ...]) -> bool:
    """Whether the first paragraph below the headline is a standfirst.

    It is one short sentence in the present tense, and the next paragraph begins the story anew: longer, and
    on the same names. A weekday, a year or a past tense marks the story's own first sentence (its lede).
    """
    first, *story = rest or ("",)
    story = [paragraph for paragraph in story if not _is_aside(paragraph)]
    if len(story) < 2 or _is_aside(first):
        return False
    lede = story[0]
    if len(first) > LONGEST_STANDFIRST or len(lede) < len(first) or first[0] in "\"“‘'(":
        return False
    if _SENTENCE_BREAK.search(first) or is_lede(first):
        return False
    above = _names(headline) | _names(first)
    return len(above & _names(lede)) >= 2


def _is_aside(paragraph: str) -> bool:
    if len(paragraph) < SHORTEST_LEDE:
        return True
    return bool(read_byline(paragraph) or read_stamp(paragraph) or is_caption(paragraph))


def _names(text: str) -> set[str]:
    """Longer words of a text, cut to a stem, in lower case."""
    return {word.casefold()[:6] for word in _WORDS.findall(text) if len(word) > 3}
