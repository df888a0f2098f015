"""People whom the name finder passed over or took for something else, found again by their surnames."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.found import Coding, Form, Found
from sayso.resolve.actors.words import gender_of, words
from sayso.resolve.coreference.cluster import Cluster, country_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    Pieces = list[tuple[str, int]]
    Surnames = Mapping[tuple[str, ...], list[Cluster]]
    IsLeader = Callable[[str, str | None], bool]

_TELLING = 6
_OFTEN = 3
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})


def missed_surnames(
    doc: "Doc", pieces: "Pieces", named: Mapping[Found, Cluster], surnames: "Surnames", is_leader: "IsLeader"
) -> list[Found]:
    """Surnames of the report's people (`surnames`) outside the mentions in `named`, or taken for a body's name."""
    taken = _taken(named)
    firsts = {key[0] for key in surnames if key}
    found = []
    for at, (piece, i) in enumerate(pieces):
        if piece not in firsts or i in taken or len(piece) < 2:
            continue
        for n in (3, 2, 1):
            key = tuple(p for p, _ in pieces[at : at + n])
            last = pieces[min(at + n, len(pieces)) - 1][1]
            often = sum(len(cluster.mentions) for cluster in surnames.get(key, ())) >= _OFTEN
            if len(key) == n and key in surnames and _a_name(doc, i, last, taken, often=often):
                first = _given_names(doc, i, taken)
                found.append(Found(first, last + 1, last, Form.NAME, ActorKind.PERSON, core=first))
                taken.update(range(first, last + 1))
                break
    return found


def missed_leaders(
    doc: "Doc", pieces: "Pieces", named: Mapping[Found, Cluster], surnames: "Surnames", is_leader: "IsLeader"
) -> list[Found]:
    """Leaders by family name alone: as a subject, or after their state's possessive ("France's Macron")."""
    taken = _taken(named)
    owners = {
        name.last + 1: country_of(cluster) for name, cluster in named.items() if _owns(doc, name, cluster)
    }
    found = []
    for i in sorted({i for _, i in pieces} - taken):
        token = doc[i]
        if token.pos_ != "PROPN" or token.dep_ == "compound" or not (i in owners or token.dep_ in _ACTING):
            continue
        country = owners.get(i)
        if is_leader(token.text, country):
            coding = Coding(country=country)
            found.append(Found(i, i + 1, i, Form.NAME, ActorKind.PERSON, coding=coding, core=i))
    return found


def _owns(doc: "Doc", name: Found, cluster: Cluster) -> bool:
    """Whether a state's name is a possessive with a word after it."""
    return cluster.kind == ActorKind.STATE and name.last + 1 < len(doc) and doc[name.last].tag_ == "POS"


def _taken(named: Mapping[Found, Cluster]) -> set[int]:
    """The tokens of mentions, but for bodies that no table and no word of theirs shows to be one."""
    sure = (n for n in named if n.kind != ActorKind.ORGANISATION or n.entity is not None or n.coding.sectors)
    return {i for name in sure for i in range(name.first, name.last)}


def _a_name(doc: "Doc", first: int, last: int, taken: set[int], *, often: bool) -> bool:
    tokens = doc[first : last + 1]
    name = tokens[-1]
    if not name.text[0].isupper() or any(token.i in taken for token in tokens):
        return False
    telling = len(name) >= _TELLING or (often and len(name) > 3 and name.pos_ in ("NOUN", "VERB", "ADJ"))
    return name.pos_ == "PROPN" or (telling and agent_at([name.lower_]) is None)


def _given_names(doc: "Doc", first: int, taken: set[int]) -> int:
    """Where the full name begins of which `first` is the surname."""
    while first > 0 and first - 1 not in taken:
        before = doc[first - 1]
        compound = before.pos_ == "PROPN" and before.dep_ == "compound"
        if not compound or not (gender_of([before.lower_]) or _a_given_name(before)):
            break
        first -= 1
    return first


def _a_given_name(token: "Token") -> bool:
    """Whether a capitalised word before a surname is a given name that no list has: no title, and in no headline."""
    said = token.lower_
    if len(token) < 3 or not token.is_title or agent_at([said]) or said.rstrip(".") in words("title"):
        return False
    told = any(t.pos_ in ("VERB", "AUX") and t.is_lower for t in token.sent)
    return told and token.head.i == token.i + 1 and token.ent_type_ in ("", "PERSON", "ORG")
