"""The actors that a phrase names: its heads and their conjuncts, else the names inside."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster

if TYPE_CHECKING:
    from spacy.tokens import Token

_BELONGS = frozenset({"of", "from"})
_INNER = frozenset({"amod", "compound", "poss", "nmod", "conj"})


def actors_of_phrase(
    tokens: "Iterable[Token]", heads: Mapping[int, Found], of: Mapping[Found, tuple[Cluster, ...]]
) -> tuple[Cluster, ...]:
    """The clusters named by a phrase, in order.

    `heads` gives the widest mention by its head token. A head without an actor ("assessments") gives those of the
    names before it and after its preposition.
    """
    inside = {token.i: token for token in tokens}
    if (person := _person_of_somewhere(list(inside.values()), of)) is not None:
        return of[person]
    found: dict[Cluster, None] = {}
    tops = [token for token in inside.values() if token.head.i not in inside or token.head == token]
    for token in tops:
        if not any(token is not top and _within(token, heads.get(top.i)) for top in tops):
            for head in _with_conjuncts(token, inside):
                found.update(dict.fromkeys(_actors(head, inside, heads, of)))
    return tuple(found)


def _person_of_somewhere(tokens: "list[Token]", of: Mapping[Found, tuple[Cluster, ...]]) -> Found | None:
    """The person whose name opens a phrase and is followed by "of" or "from" and names alone: to whom he belongs.

    "Ann Lee of Oakham University, Lyon (France)" is one person, whatever the parse joins; nothing where "and" or a
    clause follows.
    """
    first = tokens[0].i if tokens else -1
    name = next(
        (m for m in of if m.first == first and m.form is Form.NAME and m.kind == ActorKind.PERSON), None
    )
    rest = [t for t in tokens if name is not None and t.i >= name.last]
    if not rest or rest[0].lower_ not in _BELONGS:
        return None
    plain = all(t.pos_ in ("PROPN", "ADP", "DET") or t.is_punct for t in rest)
    return name if plain else None


def _within(token: "Token", mention: Found | None) -> bool:
    """Whether a word belongs to the mention of another head: "Kenyan" in "Kenyan, Ugandan ministers"."""
    return mention is not None and mention.first <= token.i < mention.last


def _actors(
    token: "Token",
    inside: "dict[int, Token]",
    heads: Mapping[int, Found],
    of: Mapping[Found, tuple[Cluster, ...]],
) -> tuple[Cluster, ...]:
    mention = heads.get(token.i)
    if mention is not None and mention in of and token.lemma_.lower() not in words("document"):
        return of[mention]
    found: dict[Cluster, None] = {}
    owned = any(child.dep_ == "poss" for child in token.children)
    if mention is None and owned and token.lemma_.lower() not in words("document"):
        return ()
    for name in _names_inside(token, inside):
        owner = heads.get(name.i)
        if owner is not None and owner in of:
            found.update(dict.fromkeys(of[owner]))
    if not found and mention is not None:
        return of.get(mention, ())
    return tuple(found)


def _with_conjuncts(head: "Token", inside: "dict[int, Token]") -> "list[Token]":
    found = [head]
    for token in found:
        found += [
            c for c in token.children if c.i in inside and c.dep_ in ("conj", "appos") and c not in found
        ]
        if token.pos_ == "ADP":
            found += [c for c in token.children if c.i in inside and c.dep_ == "pobj" and c not in found]
    return found


def _names_inside(token: "Token", inside: "dict[int, Token]") -> "list[Token]":
    """The names that a noun belongs to: "NATO and Ukrainian assessments"."""
    found: list[Token] = []
    for child in token.children:
        if child.i not in inside:
            continue
        if child.dep_ in _INNER:
            found += [child, *_names_inside(child, inside)]
        elif child.dep_ == "prep":
            found += [c for c in child.children if c.dep_ == "pobj" and c.i in inside]
    return found
