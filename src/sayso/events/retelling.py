"""Tellings that are of one event by their words: headline and lead, a deed and its denial, a tale that goes on."""

from typing import TYPE_CHECKING

from sayso.events.lexicon import word_classes
from sayso.events.slots import fill
from sayso.events.telling import Telling
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEM = 5
_NEAR = 3
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_TARGETS = ("obj", "on", "against", "at", "of")


def is_retold(one: Telling, other: Telling) -> bool:
    """Whether headline and first paragraph say the same of it: the same word, and two words alike below it."""
    if one.headline == other.headline or not (one.lead and other.lead):
        return False
    return same_word(one, other) and len(_below(one) & _below(other)) > 1


def is_denial_of(one: Telling, other: Telling) -> bool:
    """Whether one denies the deed that the other tells: the same word, done to the same thing, taken as known.

    "Gunmen attacked a market. ... The group denied attacking the market." Who denies it need not be who did it.
    """
    if one.denied == other.denied:
        return False
    target = _target(one if one.denied else other)
    known = target is not None and any(c.lower_ in ("the", "this", "that") for c in target.children)
    told = _target(other if one.denied else one)
    if target is None or told is None or not known:
        return False
    return target.lemma_ == told.lemma_ and same_word(one, other)


def is_claim(telling: Telling) -> bool:
    """Whether somebody only says that it was he: "claimed responsibility"."""
    return telling.found.token.lemma_ == "responsibility"


def is_claim_of(claim: Telling, told: Telling) -> bool:
    """Whether somebody claims a deed that was told just before without another's name."""
    points = is_claim(claim) or _is_claimed(claim)
    points = points and not any(c.dep_ == "neg" for c in claim.found.token.head.children)
    near = 0 <= claim.number - told.number <= _NEAR
    return points and near and not is_claim(told) and bool(claim.found.roles.actor.ids)


def has_nameless_doers(telling: Telling) -> bool:
    """Whether those who did it are only said to be armed, or people: "gunmen", "a man"; another may claim it."""
    classes = word_classes()
    heads = telling.found.roles.actor.heads
    return all(h.pos_ == "NOUN" and h.lemma_.lower() in classes["attacker"] for h in heads)


def _is_claimed(telling: Telling) -> bool:
    """Whether it is only named as what somebody claims: "claimed responsibility for THE ATTACK"."""
    noun = telling.found.token
    known = any(c.lower_ in ("the", "this", "that") for c in noun.children)
    claimed = noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_ == "responsibility"
    return known and claimed and not telling.found.roles.recipient.ids


def goes_on(one: Telling, other: Telling) -> bool:
    """Whether `other` tells more of an assault by "they", and names nobody else whom it was done to.

    "Gunmen attacked a market. They burned the stalls and shot everyone."
    """
    if one.found.type is not EventType.ASSAULT or not (one.lead or other.number - one.number == 1):
        return False
    roles = other.found.roles
    pronoun = bool(roles.actor.heads) and all(head.tag_ == "PRP" for head in roles.actor.heads)
    again = any(c.lower_ in ("also", "again", "later") for c in other.found.token.children)
    return (
        pronoun
        and one.sentence != other.sentence
        and not again
        and not roles.recipient.ids
        and (other.date is None or other.date.span is None)
    )


def promises_support(telling: Telling) -> bool:
    """Whether support is promised in words, which is to express it: "will support X", "pledged to back X"."""
    found = telling.found
    readings = (found.trigger.reading, *(other.reading for other in found.governed))
    return found.type is EventType.AGREE and any(r.row.type is EventType.SUPPORT for r in readings)


def same_word(one: Telling, other: Telling) -> bool:
    """Whether the triggers, or those that they govern, are the same word as verb or noun."""
    return bool(_words(one) & _words(other))


def _words(telling: Telling) -> set[str]:
    """The trigger's lemma and those it governs, cut to the stem that verb and noun share."""
    found = telling.found
    words = [found.token, *(g.token for g in found.governed)]
    if found.type in (EventType.ASSAULT, EventType.SUPPORT):
        words += found.trigger.taken
    return {word.lemma_.lower()[:_STEM] for word in words}


def _below(telling: Telling) -> set[str]:
    """The content words of the trigger's complement and objects."""
    trigger = telling.found.token
    parts = (
        c for c in trigger.children if c.i > trigger.i and c.dep_ in ("xcomp", "ccomp", "dobj", "prep", "acl")
    )
    return {w.lemma_.lower() for part in parts for w in part.subtree if w.pos_ in _CONTENT}


def _target(telling: Telling) -> "Token | None":
    """The noun that it is done to, whoever that is."""
    heads = (head for slot in _TARGETS for head in fill(telling.found.token, slot))
    return next((head for head in heads if head.pos_ == "NOUN"), None)
