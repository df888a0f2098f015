"""Outlets by the form of their names: "Brackmoor.com", "NBC 4", "CBS Boston"."""

import re
from typing import TYPE_CHECKING

from sayso.resolve.source.nouns import nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_SITE = re.compile(r"[\w-]+(\.[\w-]+)*\.([a-z]+)$", re.IGNORECASE).match
_STATION = re.compile(r"([a-z]+)-?(\d{1,2})$", re.IGNORECASE).match
_NUMBER = re.compile(r"\d{1,2}$").match
_TOWN = frozenset({"GPE", "LOC", "ORG", "PERSON"})


def is_outlet_by_form(head: "list[Token]") -> bool:
    """Whether a name is a site's address, or a network's with a number or a town."""
    name = [token for token in head if token.lower_ != "the"]
    if not name:
        return False
    return (len(name) == 1 and _is_site(name[0].text)) or _is_station(name)


def _is_site(word: str) -> bool:
    """Whether a word is the address of a site: "Brackmoor.com"."""
    found = _SITE(word)
    return found is not None and found[2].lower() in nouns("end of a site")


def _is_station(name: "list[Token]") -> bool:
    """Whether a network's name has a number or a town behind it: "NBC10", "Channel 4", "CBS Boston"."""
    first, rest = name[0], name[1:]
    joined = _STATION(first.text)
    if joined is not None and first.text[:1].isupper() and joined[1].lower() in nouns("numbered network"):
        return all(t.text[:1].isupper() for t in rest)
    if not rest or not first.text[:1].isupper():
        return False
    if _NUMBER(rest[0].text):
        return first.lower_ in nouns("numbered network") and all(t.text[:1].isupper() for t in rest[1:])
    if not first.is_upper or first.lower_ not in nouns("network"):
        return False
    return all(t.pos_ == "PROPN" and t.is_title and t.ent_type_ in _TOWN for t in rest)
