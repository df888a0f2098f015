"""Whose a deed is said to be: by him who claims it, by those who lay it on another, by what he pleads in court."""

from typing import TYPE_CHECKING

from sayso.events import phrases, syntax
from sayso.events.lexicon import blaming_verbs, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token


def doers_as_said(noun: "Token") -> "list[Token]":
    """Those who are said to have done what a noun of action names; none where nobody says it beside the noun."""
    return _claimants(noun) or _blamed(noun) or _pleaders(noun)


def _claimants(noun: "Token") -> "list[Token]":
    """Whose the deed is said to be: "X claimed responsibility for the ATTACK", "X is responsible for it"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head  # "for a series of attacks"
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun
    if above.lemma_ == "responsible" and above.dep_ == "acomp":
        return syntax.surface_subjects(above.head)
    objects = (c for c in above.children if c.dep_ == "dobj" and c.lemma_ == "responsibility")
    thing = above if above.lemma_ == "responsibility" else next(objects, None)
    verb = thing.head if thing is not None and thing.dep_ == "dobj" else None
    taking = ("claim",) if thing == noun else ("claim", "take", "accept")
    if verb is None or verb.lemma_ not in taking or any(c.dep_ == "neg" for c in verb.children):
        return []
    return syntax.subjects(verb)


def _blamed(noun: "Token") -> "list[Token]":
    """Whose others say that the violence is: "blamed or condemned X for the RAID", "blamed the RAID on X"."""
    if noun.lemma_.lower() not in word_classes()["violence"]:
        return []
    if phrases.is_laid_on(noun):
        return phrases.under(noun.head, "on") or phrases.under(noun, "on")
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "of"):
        return []
    verb = noun.head.head
    if verb.dep_ == "dobj":  # the parser hangs "for the raid" on the accused
        verb = verb.head
    faulting = blaming_verbs() | word_classes()["condemning_verb"]
    return syntax.objects(verb) if verb.pos_ == "VERB" and verb.lemma_ in faulting else []


def _pleaders(noun: "Token") -> "list[Token]":
    """Whose claims stand in it: "X's claims in a LAWSUIT against Y", "dismissed X's claims in a LAWSUIT"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return []
    above = noun.head.head
    claims = [above] if above.pos_ == "NOUN" else syntax.objects(above)
    said = [claim for claim in claims if claim.lemma_.lower() in word_classes()["uttered"]]
    return [t for claim in said for t in _owners(claim) or phrases.under(claim, "by")]


def _owners(noun: "Token") -> "list[Token]":
    return [t for c in noun.children if c.dep_ == "poss" for t in phrases.conjuncts(c)]
