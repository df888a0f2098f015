"""Counterparts: "Kenyan minister Ann Lee and her Ugandan counterpart, Bob Ray" gives both the same office."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.found import Coding, Found
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster, country_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BACK = 30


def learn_counterparts(doc: "Doc", at: Mapping[int, Found], of: Mapping[Found, Cluster]) -> None:
    """Give each person called a counterpart the state before that noun, and the office of the person before it.

    `at` gives the named mention of a token, `of` its actor.
    """
    for i, token in enumerate(doc):
        if token.lower_ not in words("counterpart"):
            continue
        person = _named(token, at)
        state = next(
            (at[j] for j in range(max(0, i - 4), i) if j in at and at[j].kind == ActorKind.STATE), None
        )
        if person is None or state is None or state.entity is None:
            continue
        cluster, other = of[person], _before(doc, i, at, of)
        if country_of(cluster) in (None, state.entity.place):
            role = other.role if other is not None else None
            sectors = other.sectors if other is not None else ()
            said = doc[state.first : i + 1].text
            cluster.learn(Coding(state.entity.place, sectors, role, said))


def _named(token: "Token", at: Mapping[int, Found]) -> Found | None:
    """The person whose name follows, after a comma or at once."""
    follows = range(token.i + 1, min(token.i + 3, len(token.doc)))
    name = next((at[j] for j in follows if j in at), None)
    between = token.doc[token.i + 1 : name.first] if name is not None else ()
    return (
        name
        if name is not None and name.kind == ActorKind.PERSON and all(t.text == "," for t in between)
        else None
    )


def _before(doc: "Doc", i: int, at: Mapping[int, Found], of: Mapping[Found, Cluster]) -> Cluster | None:
    """The person with an office who was named last."""
    for j in range(i - 1, max(-1, i - _BACK), -1):
        if j in at and at[j].kind == ActorKind.PERSON and of[at[j]].role:
            return of[at[j]]
    return None
