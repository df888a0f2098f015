"""Nouns that name no actor by themselves: what they lean on, and whose they are."""

from typing import TYPE_CHECKING

from sayso.events import phrases, syntax
from sayso.events.lexicon import word_classes
from sayso.events.slots import fill

if TYPE_CHECKING:
    from spacy.tokens import Token


def leaning(head: "Token") -> "list[Token]":
    """What a noun that names no actor leans on, best first.

    Its possessor (not that of a person: "his wife" is another), the name before it, "by X", "made by X", "from X"
    of words that were uttered; "of X" unless the noun is something done to X; its apposition.
    """
    classes = word_classes()
    lemma = head.lemma_.lower()
    found = [c for c in head.children if c.dep_ == "appos"] if lemma in classes["person"] else []
    owned = lemma not in classes["person"]
    if lemma in classes["currency"]:
        return []  # "US dollars" are not the US
    if not owned and lemma not in classes["official"] and lemma not in classes["armed"]:
        return found  # "Peru miners" are not Peru
    owners = [c for c in head.children if c.dep_ == "poss"]
    found += [c for c in owners if owned or c.ent_type_ in ("GPE", "ORG", "NORP")]
    found += [c for c in _before(head) if _may_name(c) and not _says_where(c, head)] + _holders(head)
    found += phrases.under(head, "by")
    deeds = {lemma, *(t.lemma_.lower() for t in phrases.under(head, "of"))}
    if not deeds.isdisjoint(classes["violence"]):
        found += fill(head, "light")  # "claimed the series of attacks that killed ten"
    found += [t for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN" for t in syntax.agents(c)]
    if lemma in classes["uttered"]:
        found += [
            t for c in head.subtree if c.lower_ in ("by", "from") for t in phrases.under(c.head, c.lower_)
        ]
        if head.dep_ == "dobj" and head.head.lemma_ in classes["light_verb"] - classes["borne_verb"]:
            found += syntax.subjects(head.head)
    elif lemma in classes["person"]:
        found += phrases.under(head, "from")
    if lemma not in classes["no_owner"]:
        found += phrases.under(head, "of")
    return found + [c for c in head.children if c.dep_ == "appos"]


def _before(head: "Token") -> "list[Token]":
    """What stands before a noun as a part of it, and before that: "ISIS", "group" in "ISIS group camp"."""
    near = [c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod")]
    return near + [word for c in near if c.dep_ == "compound" for word in _before(c)]


def _may_name(word: "Token") -> bool:
    """Whether a word before a noun may name someone: a name, an abbreviation, a word for the armed."""
    abbreviation = word.is_upper and len(word) > 1
    return (
        bool(word.ent_type_)
        or word.pos_ == "PROPN"
        or abbreviation
        or word.lemma_.lower() in word_classes()["armed"]
    )


def named_place(head: "Token") -> "list[Token]":
    """The name of a place behind the word for its kind: "Montana" in "the US state of Montana"."""
    if head.lemma_.lower() not in word_classes()["place_noun"]:
        return []
    return [name for name in phrases.under(head, "of") if name.pos_ == "PROPN"]


def _says_where(word: "Token", head: "Token") -> bool:
    """Whether a country before a place with a name of its own, or before a bomb, only says where that is."""
    planted = head.lemma_.lower() in word_classes()["planted_noun"] and word.tag_ == "NNP"
    if planted and word.ent_type_ == "GPE" and not word.is_upper:
        return True  # "Norway bomb kills three", but "US bomb"
    return word.ent_type_ in ("GPE", "NORP") and bool(named_place(head))


def _holders(head: "Token") -> "list[Token]":
    """Who holds a place: "Taliban" in "the Taliban-held town"."""
    held = [c for c in head.lefts if c.dep_ == "amod" and c.lower_ in ("held", "controlled")]
    return [word for c in held for word in c.lefts if word.dep_ != "punct"]


def is_own(head: "Token") -> bool:
    """Whether the noun is someone's own forces or people: "its troops"."""
    owned = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in head.children)
    return owned or head.lemma_.lower() in word_classes()["troops"]


def is_sent(head: "Token") -> bool:
    """Whether the noun is what somebody sends, moves or withdraws: "send observers", "send a team of experts"."""
    thing = _whole(head, "of")
    return thing.dep_ == "dobj" and thing.head.lemma_ in word_classes()["sending_verb"]


def is_made(head: "Token") -> bool:
    """Whether the noun is what somebody sets up: "agreed to establish a company", "a centre for artists"."""
    thing = _whole(head, "of", "for")
    return thing.dep_ == "dobj" and thing.head.lemma_ in word_classes()["creating_verb"]


def _whole(noun: "Token", *prepositions: str) -> "Token":
    """The first noun of the phrase that this one is a later member or a part of: "team" of "a team of experts"."""
    while noun.head != noun:
        if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ in prepositions and noun.head.head.pos_ != "VERB":
            noun = noun.head.head
        else:
            break
    return noun


def is_bare_protest(noun: "Token") -> bool:
    """Whether the noun takes up a protest that has been told: "the strike", with nothing that says whose."""
    return noun.lemma_.lower() in word_classes()["protest_noun"] and [c.lower_ for c in noun.children] == [
        "the"
    ]
