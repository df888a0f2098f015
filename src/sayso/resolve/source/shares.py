"""Shares of many people, and groups that are nothing but their people: "six in ten voters", "a group of doctors"."""

from typing import TYPE_CHECKING

from sayso.resolve.source.nouns import noun_at, nouns
from sayso.resolve.source.parts import core, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = frozenset({"most", "many", "some", "half", "few", "several", "majority", "all", "both", "none"})
_THOSE = frozenset({"those", "them", "these"})
_ARTICLES = frozenset({"a", "an", "the"})


def is_share(tokens: "list[Token]") -> bool:
    """Whether a source is a share of many: "six in ten respondents", "48 per cent", "most of those polled"."""
    while len(tokens) > 2 and tokens[0].lower_ in nouns("about") and tokens[1].lower_ != "of":
        tokens = tokens[1:]
    said = [token.lower_ for token in tokens]
    numeral = [token.like_num for token in tokens]
    if len(said) > 2 and numeral[0] and said[1] == "in" and numeral[2]:
        return _is_of_people(tokens[3:])
    if len(said) > 3 and numeral[0] and said[1:3] == ["out", "of"] and numeral[3]:
        return _is_of_people(tokens[4:])
    if any(numeral[:3]) and _is_percent(said, numeral):
        after = said.index("of") + 1 if "of" in said else len(said)
        return _is_of_people(tokens[after:])
    first = said[1] if said[0] in _ARTICLES and len(said) > 1 else said[0]
    at = said.index("of") if "of" in said[:4] else 0
    if at > 0 and said[at - 1] in nouns("share"):
        return _is_of_people(tokens[at + 1 :])
    return first in _MOST and at > 0 and said[at + 1 : at + 2] != [] and said[at + 1] in _THOSE


def _is_percent(said: list[str], numeral: list[bool]) -> bool:
    """Whether the first number is one of per cent: "48 per cent", "48%"."""
    at = numeral.index(True) + 1
    return said[at : at + 1] in (["%"], ["percent"], ["pc"]) or said[at : at + 2] == ["per", "cent"]


def _is_of_people(of: "list[Token]") -> bool:
    """Whether what a share is of are people, or left open."""
    noun = noun_at(lowered(core(of))) if of else None
    return noun is None or noun.person or (noun.kind == "bodies" and of[-1].text.islower())


def is_group_of_people(tokens: "list[Token]") -> bool:
    """Whether a group is nothing but its people: "a group of former regulators"."""
    said = [token.lower_ for token in tokens]
    at = said.index("of") if "of" in said[:4] else 0
    if said[0] not in _ARTICLES or not at > 1 or said[at - 1] not in nouns("group of people"):
        return False
    people = core(tokens[at + 1 :])
    noun = noun_at(lowered(people)) if people else None
    former = any(token.lower_ in nouns("former") for token in people)
    person = noun is not None and noun.plural and (noun.person or former)
    return person and people[-1].text.islower()
