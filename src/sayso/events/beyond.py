"""Verbs that share the subject of one further up than the parser joins them to."""

from typing import TYPE_CHECKING

from sayso.events.lexicon import readings, word_classes
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPEAKING = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
_SAYING = frozenset({*_SPEAKING, EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, None})
_BEARERS = ("person", "person_unnamed", "official", "armed", "troops", "protester", "body")


def shared_with(verb: "Token") -> "Token | None":
    """The verb whose subject this one has, where that is not the one that it hangs on; None for most."""
    return _teller(verb) or _same_before(verb)


def _teller(verb: "Token") -> "Token | None":
    """The verb of saying that a verb of speech goes on from: "said the deal was void and ACCUSED X of fraud".

    The parser joins it to what was said; but things do not speak, and a part of the speaker speaks for him.
    """
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    teller = first.head
    if first == verb or first.dep_ != "ccomp" or teller.lemma_ not in word_classes()["reporting_verb"]:
        return None
    told = next((c for c in first.children if c.dep_ in _SUBJECTS), None)
    if told is None or verb.tag_ != teller.tag_ or any(c.dep_ == "aux" for c in verb.children):
        return None
    return teller if _is_speech(verb.lemma_.lower()) and _speaks_not(told) else None


def _is_speech(lemma: str) -> bool:
    """Whether all that the verb tells of is done by speaking."""
    if any(lemma in word_classes()[name] for name in ("reporting_verb", "performative")):
        return True
    kinds = {reading.row.type for reading in readings().get(("verb", lemma), ())}
    return bool(kinds & _SPEAKING) and kinds <= _SAYING


def _speaks_not(noun: "Token") -> bool:
    """Whether the noun is a thing, or somebody's own: "the deal", "its army"."""
    if noun.pos_ != "NOUN" or noun.ent_type_:
        return False
    lemma, classes = noun.lemma_.lower(), word_classes()
    thing = not any(lemma in classes[name] for name in _BEARERS)
    return thing or any(c.tag_ == "PRP$" for c in noun.children)


def _same_before(verb: "Token") -> "Token | None":
    """The same verb, over the clause between: "left after X had come, LEAVING the party too"."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.lemma_ == verb.lemma_:
        return None
    above = (word for word in verb.head.ancestors if word.pos_ == "VERB" and word.i < verb.i)
    return next((word for word in above if word.lemma_ == verb.lemma_), None)
