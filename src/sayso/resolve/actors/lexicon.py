"""Names of known actors in a text: one walk over the tokens, the longest name first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.fold import fold
from sayso.resolve.actors.tables import NAME, Known, body_names, people, state_names
from sayso.resolve.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHORT = 5
_MARKS = frozenset(',;:()[]"“”') | {"--", "..."}
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Listed:
    """A name as the index holds it: its later pieces, whether capitals or "the" are demanded, what it names.

    `small`: the name is written in small letters ("dpa").
    """

    rest: tuple[str, ...]
    capitals: bool
    article: bool
    known: tuple[Known, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens first..last (end excluded) that are the name of something known."""

    first: int
    last: int
    known: tuple[Known, ...]
    article: bool = False


Index = dict[str, list[Listed]]


@cache
def shipped() -> Index:
    """The index of all shipped names: states and bodies, and people by full name."""
    names = [*state_names(), *body_names()]
    names += [
        (name, Known(person, NAME)) for person, all_names, _ in people() for name in all_names if " " in name
    ]
    return index(names)


def index(names: "list[tuple[str, Known]]") -> Index:
    """An index over names; entities of one name are kept together."""
    by_pieces: dict[tuple[tuple[str, ...], bool, bool, bool], list[Known]] = {}
    for name, known in names:
        pieces = fold(_POSSESSIVE.sub(" s", name))
        article = pieces[:1] == ("the",) and len(pieces) > 1
        pieces = pieces[1:] if article else pieces
        if pieces:
            article = article and len(pieces) == 1 and known.entity.kind == ActorKind.MEDIA
            given = by_pieces.setdefault((pieces, _acronym(name), article, name.islower()), [])
            if all(known.entity is not other.entity for other in given):
                given.append(known)
    found: Index = {}
    for (pieces, capitals, article, small), several in by_pieces.items():
        found.setdefault(pieces[0], []).append(Listed(pieces[1:], capitals, article, tuple(several), small))
    for listed in found.values():
        listed.sort(key=lambda name: (-len(name.rest), not name.capitals))
    return found


def _acronym(name: str) -> bool:
    letters = name.replace(".", "")
    return len(letters) <= _SHORT and letters.isupper() and letters.isalpha()


def pieces_of(tokens: "Sequence[Token]") -> list[tuple[str, int]]:
    """The look-up pieces of a text, each with the index of its token."""
    return [(piece, i) for i, token in enumerate(tokens) for piece in fold(token.text)]


def find_listed(doc: "Doc", pieces: list[tuple[str, int]], given: Index) -> Iterator[Hit]:
    """The known names of a text in order, none inside another; `pieces` are the text's."""
    at = 0
    while at < len(pieces):
        hit = _longest(doc, pieces, at, given)
        if hit is None:
            at += 1
            continue
        yield hit
        while at < len(pieces) and pieces[at][1] < hit.last:
            at += 1


def _longest(doc: "Doc", pieces: list[tuple[str, int]], at: int, given: Index) -> Hit | None:
    piece, first = pieces[at]
    listed = given.get(piece)
    if not listed or (at and pieces[at - 1][1] == first):
        return None
    raw = doc[first].text
    if raw.islower() and not any(letter.isdigit() for letter in raw):
        listed = [name for name in listed if name.small]  # but "bdnews24"
    following = pieces[at + 1][0] if at + 1 < len(pieces) else None
    for name in listed:
        n = len(name.rest)
        if n and name.rest[0] != following:
            continue
        if n > 1 and tuple(p for p, _ in pieces[at + 1 : at + 1 + n]) != name.rest:
            continue
        last = pieces[at + n][1]
        if at + n + 1 < len(pieces) and pieces[at + n + 1][1] == last:
            continue
        if name.capitals and not raw.replace(".", "").isupper():
            continue
        if n and (doc[last].sent.start != doc[first].sent.start or _parted(doc, first, last)):
            continue
        if not n and not name.article and prints(doc, first):
            name = next((one for one in listed if one.article and not one.rest), name)
        return Hit(first, last + 1, name.known, name.article)
    return None


def prints(doc: "Doc", first: int) -> bool:
    """Whether "The" stands before a word and a verb for what newspapers do behind it: "The Namibian reported"."""
    if not first or doc[first - 1].text != "The" or first + 1 >= len(doc):
        return False
    verb = doc[first + 1]
    return verb.lemma_.lower() in words("printing") and verb.tag_ in ("VBZ", "VBD")


def _parted(doc: "Doc", first: int, last: int) -> bool:
    """Whether a mark that no name holds stands inside: "In France, 24 people"."""
    return any(token.text in _MARKS for token in doc[first + 1 : last])
