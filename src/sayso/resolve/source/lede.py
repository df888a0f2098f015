"""Somebody whom a report's first paragraph brings in and the next one names: "A former guard ... Oto Lindt"."""

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.resolve.actors.words import is_given_name
from sayso.resolve.elsewhere import alike, kept
from sayso.resolve.source.nouns import noun_at, nouns
from sayso.resolve.source.parts import core, lowered

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NEXT = 2
"""Paragraphs behind the first in which the name must stand."""
_LATER = 4
"""Paragraphs behind the first in which a name behind the very noun must stand."""
_FULL = 8
"""Tokens of the longest name with an age."""
_OLD = 4
"""Digits that an age has less than."""
_REACH = 12
"""Tokens of such a paragraph among which it must stand."""
_BYLINE = 12
"""Tokens of the longest byline."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "appos", "compound"})


def is_named_below(tokens: "list[Token]") -> bool:
    """Whether a nameless person of the first paragraph is named in those behind it: "A former guard told a court"."""
    head = core(tokens) if tokens[0].lower_ in ("a", "an") else []
    noun = noun_at(lowered(head)) if head else None
    if noun is None or noun.plural:
        return False
    spokesman = head[-1].lower_ in nouns("spokes")
    if noun.kind != "person" and not spokesman:
        return False
    paragraphs = kept(tokens[0].doc, "paragraphs", _paragraphs)
    lede = _lede(paragraphs)
    if lede is None or not paragraphs[lede][0] <= tokens[0].i < paragraphs[lede][1]:
        return False
    holds = head[-1].lower_ in nouns("sole post") or any(t.lower_ in nouns("former") for t in tokens)
    if any(_names_holder(head[-1], *bounds) for bounds in paragraphs[lede + 1 : lede + 1 + _LATER]):
        return True
    behind = paragraphs[lede + 1 : lede + 1 + _NEXT]
    return any(_names(tokens[0].doc, first, aged=not (holds or spokesman)) for first, _ in behind)


def is_named_below_headline(tokens: "list[Token]") -> bool:
    """Whether the first paragraph tells of a headline's bare noun as one whom the next names: "Ex-guard"."""
    last = tokens[-1]
    paragraphs = kept(last.doc, "paragraphs", _paragraphs)
    lede = _lede(paragraphs)
    if not lede or last.i >= paragraphs[0][1]:
        return False
    first, end = paragraphs[lede]
    below = (token for token in alike(last) if first <= token.i < end)
    return any(is_named_below([*token.doc[token.left_edge.i : token.i + 1]]) for token in below)


def _paragraphs(doc: "Doc") -> list[tuple[int, int]]:
    """The first and last tokens of the paragraphs, where more than one stands."""
    cuts = [token.i for token in doc if token.is_space and "\n" in token.text]
    bounds = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(doc)], strict=True)
    return [(first, last) for first, last in bounds if first < last]


def _lede(paragraphs: "list[tuple[int, int]]") -> int | None:
    """The number of the first paragraph that is no headline or byline, by its length, if others stand behind it."""
    long = next((n for n, (first, last) in enumerate(paragraphs) if n and last - first > _BYLINE), None)
    return long if long is not None and long + 1 < len(paragraphs) else None


def _names(doc: "Doc", first: int, aged: bool) -> bool:
    """Whether a paragraph begins with a person's full name as its subject, with an age if `aged`: "Oto Lindt, 61"."""
    for token in doc[first : first + _REACH]:
        if token.i + 1 == len(doc) or not (token.is_title and token.nbor().text[:1].isupper()):
            continue
        if token.ent_type_ == "PERSON" or (is_given_name(token.lower_) and token.nbor().is_title):
            return token.dep_ in _SUBJECTS and (not aged or _has_age(doc, token.i))
    return False


def _names_holder(noun: "Token", first: int, last: int) -> bool:
    """Whether a name stands in a paragraph behind the very noun: "a federal judge" and "District Judge Irma Rosk"."""
    same = (token for token in noun.doc[first : last - 1] if token.lower_ == noun.lower_)
    return any(
        t.nbor().is_title and (t.nbor().ent_type_ == "PERSON" or is_given_name(t.nbor().lower_)) for t in same
    )


def _has_age(doc: "Doc", name: int) -> bool:
    """Whether an age stands behind a name: "Oto Lindt, 61,"."""
    behind = doc[name + 1 : name + _FULL]
    return any(a.text == "," and b.text.isdigit() and len(b) < _OLD for a, b in pairwise(behind))
