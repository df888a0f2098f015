"""What the table tells already, and what the encoder's pairs add to it: a new event, or the missing side of one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.events.candidates import Candidate
from sayso.events.found import Found
from sayso.events.lexicon import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART = frozenset({"relcl", "acl"})
BESIDE = 0.8
"""The least chance of a type beside an event that the table tells by half and that is not completed."""


def is_told(one: Candidate, told: list[Found]) -> bool:
    """Whether the table tells of it already: by its pair, or by a word with two sides over or under the candidate's.

    "The talks TOOK place": the verb says no more than the noun. Where the table knows one side only, the candidate
    may bring the other. What is discussed is done to no one, and a place alone is no one to whom the encoder should
    find something done.
    """
    pair = {one.actors[0], one.recipients[0]}
    full = [found for found in told if found.two_sided or len(found.roles.actor.ids) > 1]
    sides = [{*found.roles.actor.ids, *found.roles.recipient.ids} for found in full]
    topic = one.trigger.lemma_.lower() in word_classes()["topic_word"] and one.recipient_slot == "obj"
    return (
        topic
        or one.recipient_slot == "place"
        or any(pair <= side for side in sides)
        or any(_are_over_or_under(one.trigger, found) for found in full)
    )


def _are_over_or_under(trigger: "Token", found: Found) -> bool:
    """Whether the word is one of the event's, or hangs together with one in one clause.

    What a relative clause tells is told by itself: "rejected a call by those who had ACCUSED it".
    """
    words = (found.token, *(g.token for g in found.governed))
    if found.token.dep_ == "aux":  # "must": what must be done is under it
        words = (*words, found.token.head)
    return any(word == trigger or _hangs_on(word, trigger) or word.is_ancestor(trigger) for word in words)


def _is_by_the_way(word: "Token", above: "Token") -> bool:
    """Whether a word is only told as the way or time of the other: "started its inquiry by HIRING a firm"."""
    while word.head != word and word != above:
        if word.dep_ == "prep" and word.lower_ in word_classes()["apart_prep"]:
            return above.is_ancestor(word)
        word = word.head
    return False


def _hangs_on(word: "Token", above: "Token") -> bool:
    """Whether `word` lies below `above`, and no relative clause between them."""
    while word.head != word and not (word.dep_ in _APART and word.pos_ in ("VERB", "AUX")):
        word = word.head
        if word == above:
            return True
    return False


def joined(proposed: list[Found], told: list[Found]) -> Iterator[Found]:
    """The proposed events that are new; one that has a side of a one-sided event of its type completes that.

    Beside a one-sided event that it does not complete the encoder must be surer, for it may mean that one.
    """
    for new in proposed:
        halves = (f for f in told if not f.two_sided and f.type is new.type and _shares_a_side(f, new))
        half = next(halves, None)
        if half is None:
            beside = any(_are_over_or_under(new.token, found) for found in told)
            if not beside or (new.chance or 0.0) >= BESIDE:
                yield new
            continue
        if _is_by_the_way(new.token, half.token):
            continue
        half.roles.actor = half.roles.actor if half.roles.actor.ids else new.roles.actor
        half.roles.recipient = half.roles.recipient if half.roles.recipient.ids else new.roles.recipient
        half.chance, half.rival, half.rival_chance = new.chance, new.rival, new.rival_chance


def _shares_a_side(half: Found, new: Found) -> bool:
    mine, theirs = half.roles, new.roles
    return bool(
        set(mine.actor.ids) & set(theirs.actor.ids) or set(mine.recipient.ids) & set(theirs.recipient.ids)
    )
