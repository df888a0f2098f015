"""Nominal mentions: nouns that act ("police", "the ministry", "North Korean troops"), and pronouns."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import Agent, agent_at
from sayso.resolve.actors.found import Coding, Form, Found
from sayso.resolve.actors.titles import BELONGING, WEAK, Around
from sayso.resolve.actors.words import pronouns, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "npadvmod", "case", "punct"}
)
_PLURALS = frozenset({"police", "people"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_KINDS = {
    "office": ActorKind.PERSON,
    "person": ActorKind.PERSON,
    "group": ActorKind.GROUP,
    "force": ActorKind.GROUP,
    "organisation": ActorKind.ORGANISATION,
    "state": ActorKind.STATE,
    "media": ActorKind.MEDIA,
    "collective": ActorKind.COLLECTIVE,
    "anonymous": ActorKind.ANONYMOUS,
    "document": ActorKind.DOCUMENT,
}
_SPEAKS = frozenset({"nsubj", "pobj", "poss", "agent", "conj", "nsubjpass"})
_DEEPEST = 1
_BEFORE_PLACE = frozenset({"of", "for", "from", "in", "at"})


def find_nominals(tokens: "Sequence[Token]", around: Around, taken: set[int]) -> list[Found]:
    """The nominal mentions whose head is no part of a name or title (`taken`)."""
    doc = around.doc
    nouns = (token for i, token in enumerate(tokens) if i not in taken and token.pos_ in _NOUNS)
    return [found for token in nouns if (found := _nominal(doc, token, around)) is not None]


def _nominal(doc: "Doc", token: "Token", around: Around) -> Found | None:
    if token.dep_ in ("compound", "nmod", "npadvmod") and not (_heads_a_headline(token) or _does(token)):
        return None
    if token.pos_ == "ADJ" and not _nominalised(token):
        return None
    if (
        agent_at([token.lower_]) is None
        and agent_at([token.lemma_.lower()]) is None
        and "-" not in token.text
    ):
        before = doc[max(0, token.i - 4) : token.i + 1]
        phrase = [t.lower_ for t in before if t.text != "-" and t.tag_ != "POS"]
        if agent_at(phrase) is None:
            return None
    first = _left_edge(token)
    if doc[first].lower_ == "no":
        return None
    said = [t.lower_ for t in doc[first : token.i + 1] if t.text != "-" and t.tag_ != "POS"]
    match = agent_at(said)
    if match is None or match[0].kind == "document" or (match[0].word == "source" and not _a_speaker(token)):
        return None
    if match[0].word in words("mass") and token.text.islower() and not _counted(token):
        return None
    return _made(doc, token, first, match[0], around)


def _counted(token: "Token") -> bool:
    """Whether a noun that may mean a thing without bounds ("justice") is one or several here."""
    return token.tag_ == "NNS" or any(c.dep_ in ("det", "poss", "nummod") for c in token.lefts)


def _heads_a_headline(token: "Token") -> bool:
    """Whether a plural is the subject of a headline's verb that was read as a noun: "Peru miners strike"."""
    verb = token.head
    plural = token.tag_ == "NNS" and token.dep_ == "compound"
    return plural and verb.dep_ == "ROOT" and verb.i == token.i + 1 and agent_at([verb.lower_]) is None


def _does(token: "Token") -> bool:
    """Whether a noun before another says who did it: "police firing", "a rebel ambush"."""
    return (
        token.dep_ == "compound"
        and token.pos_ == "NOUN"
        and not words("deed").isdisjoint((token.head.lemma_.lower(), token.head.lower_))
    )


def _a_speaker(token: "Token") -> bool:
    """Whether "source" is a person: it acts, or something is told by or to it, and nothing comes "of" it."""
    return token.dep_ in _SPEAKS and not any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)


def _made(doc: "Doc", token: "Token", first: int, agent: Agent, around: Around) -> Found:
    """The mention with head `token`, coded from the words before it and from "of ..." after it."""
    coding = _coded(doc, token, first, agent, around)
    plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in _PLURALS
    plural = plural or (token.lower_.endswith("men") and agent.word.endswith(("man", "men")))
    kind = _KINDS[agent.kind]
    if plural and kind == ActorKind.PERSON:
        kind = ActorKind.GROUP
    if not plural and agent.kind == "group":
        kind = ActorKind.PERSON
    definite = any(t.lower_ in words("definite") for t in doc[first : token.i])
    return Found(
        first,
        token.i + 1,
        token.i,
        Form.NOMINAL,
        kind,
        None,
        coding,
        agent.word,
        agent.kind,
        plural,
        definite,
    )


def _coded(doc: "Doc", token: "Token", first: int, agent: Agent, around: Around) -> Coding:
    coding = around.coding(first, token.i + 1)
    country, sectors, said = coding.country, coding.sectors or agent.sectors, coding.words
    if (noun := _after(token, around)) is not None:
        country, said = country or around.country_at(noun.i), doc[first : noun.i + 1].text
        if agent.sectors[0] in WEAK and agent.kind in BELONGING and not coding.former:
            sectors = around.sectors_at(noun.i) or sectors
    if country is None and agent.sectors[0] == "MIL" and agent.kind in ("force", "group"):
        country = _sender(token, around)
    role = coding.role if agent.kind == "office" else None
    return Coding(country, sectors, role, said, coding.former)


def _after(token: "Token", around: Around, depth: int = 0) -> "Token | None":
    """The name of a state, place or body that "of", "in" or the like joins to a noun: "police in Lagos"."""
    nouns = [
        noun
        for prep in token.children
        if prep.dep_ == "prep" and prep.lower_ in _BEFORE_PLACE
        for noun in prep.children
        if noun.dep_ == "pobj"
    ]
    for noun in nouns:
        if around.country_at(noun.i) or around.sectors_at(noun.i):
            return noun
    inner = (_after(noun, around, depth + 1) for noun in nouns if depth < _DEEPEST)
    return next((noun for noun in inner if noun is not None), None)


def _sender(token: "Token", around: Around) -> str | None:
    """The state that sends, deploys or withdraws these forces."""
    head = token
    while head.dep_ in ("pobj", "prep"):
        head = head.head
    verb = head.head
    if head.dep_ != "dobj" or verb.lemma_ not in words("sender"):
        return None
    while not (subjects := [c for c in verb.lefts if c.dep_ == "nsubj"]) and verb.dep_ in (
        "xcomp",
        "conj",
        "advcl",
    ):
        verb = verb.head
    name = around.at.get(subjects[0].i) if subjects else None
    return name.entity.place if name is not None and name.entity is not None else None


def _left_edge(token: "Token") -> int:
    """Where the noun phrase of `token` begins: articles, adjectives, numbers, owners; no clause before it."""
    first = token.i
    for child in sorted(token.lefts, key=lambda t: -t.i):
        if (
            child.dep_ not in _LEFT
            or child.pos_ == "SPACE"
            or (child.dep_ == "punct" and (child.text not in ("-", "–") or child.whitespace_))
        ):
            break
        if first - child.right_edge.i > 1 and child.dep_ != "poss":
            break
        if child.tag_ == "VBG" and child.i and child.nbor(-1).dep_ == "prep":
            break
        if any(
            t.is_punct and t.whitespace_ and t.text in ("-", "–", "—") for t in child.doc[child.i : first]
        ):
            break
        first = min(first, child.left_edge.i)
    doc = token.doc
    while first < token.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    if first and doc[first].lower_ == "to" and doc[first - 1].lower_ == "up":
        first -= 1
    if (
        first > 1
        and doc[first - 1].text == "-"
        and not doc[first - 1].whitespace_
        and doc[first - 2].is_alpha
    ):
        first -= 2
    return first


def _nominalised(token: "Token") -> bool:
    """Whether an adjective stands for people: "the displaced"."""
    return token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass") and any(
        c.lower_ == "the" for c in token.lefts
    )


def find_quantities(tokens: "Sequence[Token]", heads: dict[int, Found]) -> Iterator[tuple[Found, Found]]:
    """Quantities that act for the noun after "of": "thousands of troops", "a group of students", with that noun."""
    quantities = words("quantity")
    for token in tokens:
        if token.lower_ in quantities and token.i not in heads:
            for prep in token.children:
                if prep.lower_ == "of" and prep.dep_ == "prep":
                    for noun in prep.children:
                        inner = heads.get(noun.i)
                        if (
                            noun.dep_ == "pobj"
                            and noun.i > token.i
                            and inner is not None
                            and (inner.plural or inner.form is Form.PRONOUN)
                        ):
                            first = min(_left_edge(token), token.i)
                            yield (
                                Found(first, inner.last, token.i, Form.NOMINAL, inner.kind, plural=True),
                                inner,
                            )


def find_pronouns(tokens: "Sequence[Token]") -> Iterator[Found]:
    """Personal and possessive pronouns, with their base form and number."""
    bases = pronouns()
    for token in tokens:
        if (base := bases.get(token.lower_)) is not None and token.tag_ in ("PRP", "PRP$"):
            plural = base in ("they", "we")
            yield Found(
                token.i, token.i + 1, token.i, Form.PRONOUN, ActorKind.GROUP, noun=base, plural=plural
            )
