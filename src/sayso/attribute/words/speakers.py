"""Nouns for those who can be cited as a source."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicons.load import table
from sayso.records.base import Record

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_ENDINGS = ("er", "or", "ist", "ian", "ant", "man", "woman", "eer")
"""Endings of nouns for people: "an air traffic controller"."""


class SpeakerNoun(Record, frozen=True, kw_only=True):
    """One row of speakers.tsv."""

    noun: str


class SourceNouns(Record, frozen=True, kw_only=True):
    """One row of source_nouns.tsv."""

    kind: str
    words: tuple[str, ...]


_PEOPLE = frozenset({"person", "hidden", "insider", "people", "mass", "media"})
_BODIES = frozenset({"state", "organisation", "paper", "armed", "bodies", "authorities", "office holder"})
_THINGS = frozenset({"it", "this", "that", "which", "these", "those", "what"})
_UNNAMED = frozenset({"DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "FAC", "CARDINAL", "MONEY"})


@cache
def speaker_nouns() -> frozenset[str]:
    """The nouns of speakers.tsv."""
    return frozenset(row.noun for row in table("speakers.tsv", SpeakerNoun))


@cache
def cited_nouns() -> frozenset[str]:
    """Nouns for what can be cited: speakers, people of any kind, documents."""
    rows = table("source_nouns.tsv", SourceNouns)
    return speaker_nouns() | documents() | {w for row in rows if row.kind in _PEOPLE for w in row.words}


@cache
def documents() -> frozenset[str]:
    """Nouns for documents and other things that show something."""
    rows = table("source_nouns.tsv", SourceNouns)
    return frozenset(word for row in rows if row.kind == "document" for word in row.words)


@cache
def veils() -> frozenset[str]:
    """Words beside a source that hide its name: "asked not to be"."""
    rows = table("source_nouns.tsv", SourceNouns)
    return frozenset(phrase for row in rows if row.kind == "veil" for phrase in row.words)


@cache
def titles() -> frozenset[str]:
    """Last words of the names of newspapers and stations: "Echo", "Radio"."""
    rows = table("source_nouns.tsv", SourceNouns)
    return frozenset(word for row in rows if row.kind == "title" for word in row.words)


@cache
def _bodies() -> frozenset[str]:
    """Nouns for states, organisations and other bodies."""
    rows = table("source_nouns.tsv", SourceNouns)
    return frozenset(word for row in rows if row.kind in _BODIES for word in row.words)


@cache
def _no_people() -> frozenset[str]:
    rows = table("source_nouns.tsv", SourceNouns)
    return frozenset(word for row in rows if row.kind == "not person" for word in row.words)


def is_cited(noun: Token) -> bool:
    """Whether a noun or name can be cited as a source: a name, a speaker, a document, one who does something."""
    word = noun.lemma_.lower()
    if word == "one" and any(t.lower_ == "of" for t in noun.rights):
        return True
    if noun.ent_type_ in _NAMED or noun.tag_ in ("NNP", "NNPS") or word in cited_nouns():
        return True
    return len(word) > 4 and word.endswith(_ENDINGS) and word not in _no_people()


def is_thing(noun: Token) -> bool:
    """Whether a noun names nobody who could speak or be cited: "the fire", "the shelves"."""
    return noun.pos_ == "NOUN" and not noun.ent_type_ and not can_speak(noun) and not is_cited(noun)


def is_body(noun: Token) -> bool:
    """Whether a noun is one for a state's or another body: "Department"."""
    return noun.lower_ in _bodies()


def can_speak(head: Token) -> bool:
    """Whether a noun phrase's head names, or may name, someone or something that speaks."""
    if head.pos_ == "PRON":
        return head.lower_ not in _THINGS
    if head.lower_ in ("old", "olds") and head.i and head.nbor(-1).text == "-":
        return True  # "the 40-year-old"
    if head.pos_ == "PROPN" or head.ent_type_:
        return head.ent_type_ not in _UNNAMED
    lemma = head.lemma_.lower()
    known = cited_nouns() | _bodies()
    if lemma in known or head.lower_ in known:
        return True
    return lemma.endswith(_ENDINGS) and lemma not in _no_people()
