"""Nominal mentions: nouns that act ("police", "the ministry", "North Korean troops"), and pronouns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import Agent, agent_at
from sayso.resolve.actors.found import Coding, Form, Found
from sayso.resolve.actors.titles import Around

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "npadvmod", "case", "punct"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "his", "her", "their", "our", "my"})
_KINDS = {
    "office": ActorKind.PERSON,
    "person": ActorKind.PERSON,
    "group": ActorKind.GROUP,
    "organisation": ActorKind.ORGANISATION,
    "state": ActorKind.STATE,
    "media": ActorKind.MEDIA,
    "collective": ActorKind.COLLECTIVE,
    "anonymous": ActorKind.ANONYMOUS,
    "document": ActorKind.DOCUMENT,
}
_PRONOUNS = frozenset({"PRP", "PRP$"})


def find_nominals(doc: "Doc", around: Around, taken: set[int]) -> list[Found]:
    """The nominal mentions whose head is no part of a name or title (`taken`)."""
    return [found for token in doc if token.i not in taken and (found := _nominal(doc, token, around)) is not None]


def _nominal(doc: "Doc", token: "Token", around: Around) -> Found | None:
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("compound", "nmod", "npadvmod"):
        return None
    if token.pos_ == "ADJ" and not _nominalised(token):
        return None
    first = _left_edge(token)
    words = [t.lower_ for t in doc[first : token.i + 1] if t.text != "-"]
    match = agent_at(words)
    if match is None or match[0].kind == "document":
        return None
    return made(doc, token, first, match[0], around)


def made(doc: "Doc", token: "Token", first: int, agent: Agent, around: Around) -> Found:
    """The mention with head `token`, coded from the words before it and from "of ..." after it."""
    coding = _coded(doc, token, first, agent, around)
    plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in ("police", "people")
    kind = _KINDS[agent.kind]
    if plural and kind == ActorKind.PERSON:
        kind = ActorKind.GROUP
    definite = any(t.lower_ in _DEFINITE for t in doc[first : token.i])
    return Found(first, token.i + 1, token.i, Form.NOMINAL, kind, None, coding, agent.word, agent.kind, plural, definite)


def _coded(doc: "Doc", token: "Token", first: int, agent: Agent, around: Around) -> Coding:
    coding = around.coding(first, token.i + 1)
    country, words = coding.country, coding.words
    if country is None:
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in ("of", "for", "from", "in", "at"):
                for noun in prep.children:
                    name = around.at.get(noun.i)
                    if noun.dep_ == "pobj" and name is not None and name.entity is not None and name.entity.place:
                        country, words = name.entity.place, doc[first : name.last].text
                        break
    role = coding.role if agent.kind == "office" else None
    return Coding(country, coding.sectors or agent.sectors, role, words, coding.former)


def _left_edge(token: "Token") -> int:
    """Where the noun phrase of `token` begins: articles, adjectives, numbers, owners; no clause before it."""
    first = token.i
    for child in sorted(token.lefts, key=lambda t: -t.i):
        if child.dep_ not in _LEFT or child.pos_ == "SPACE":
            break
        if child.dep_ == "punct" and child.text not in ("-", "–"):
            break
        edge = child.left_edge.i
        if first - child.right_edge.i > 1 and child.dep_ != "poss":
            break
        first = min(first, edge)
    return first


def _nominalised(token: "Token") -> bool:
    """Whether an adjective stands for people: "the displaced"."""
    return token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass", "agent") and any(c.lower_ == "the" for c in token.lefts)


def find_pronouns(doc: "Doc") -> Iterator[Found]:
    """Personal and possessive pronouns, with their number."""
    for token in doc:
        if token.tag_ in _PRONOUNS and token.lower_ in PRONOUNS:
            plural = PRONOUNS[token.lower_] in ("they", "we")
            yield Found(
                token.i, token.i + 1, token.i, Form.PRONOUN, ActorKind.GROUP, noun=PRONOUNS[token.lower_], plural=plural
            )


PRONOUNS = {
    word: base
    for base, forms in {
        "he": ("he", "him", "his", "himself"),
        "she": ("she", "her", "hers", "herself"),
        "it": ("it", "its", "itself"),
        "they": ("they", "them", "their", "theirs", "themselves"),
        "i": ("i", "me", "my", "mine", "myself"),
        "we": ("we", "us", "our", "ours", "ourselves"),
    }.items()
    for word in forms
}
