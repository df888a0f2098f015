"""What lies within a word's reach: the noun phrases below it, nearest first, where no frame names its slots.

A frame of triggers.tsv says in which slot a recipient stands; text knows more ways ("set a deadline for X to leave",
"stepped up attacks on X", "agreed to allow flights from X"). This walk goes down from the trigger through objects,
prepositions and complement clauses, and does not leave the trigger's own clause otherwise.
"""

from collections import deque
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from sayso.events import phrases, syntax
from sayso.events.lexicon import blaming_verbs, word_classes
from sayso.events.verbs import OBJECT_CONTROL

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 5
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "npadvmod"})
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp"})
_TO_DO = frozenset({"acl", "relcl", "advcl"})
_ASIDE = frozenset({"with", "without"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})


class Reached(NamedTuple):
    """Coordinated nouns, the slot by which the walk came to them, and how many steps it took."""

    heads: "list[Token]"
    slot: str
    steps: int


def reach(trigger: "Token") -> Iterator[Reached]:
    """The noun phrases within reach of a verb or noun of action, nearest first."""
    if trigger.pos_ in ("VERB", "AUX"):
        objects = syntax.objects(trigger)
        if objects:
            yield Reached(objects, "obj", 1)
    waiting = deque(_below(trigger, "", 1))
    while waiting:
        word, slot, steps = waiting.popleft()
        if slot == "on" and phrases.is_laid_on(trigger):
            continue
        if word.pos_ in _NOUNS:
            yield Reached(phrases.conjuncts(word), slot, steps)
        if steps < _DEEPEST:
            waiting.extend(_below(word, slot, steps + 1))
    if trigger.pos_ == "NOUN" and trigger.dep_ in ("dobj", "pobj", "nsubjpass"):
        for word, slot, steps in _beside(trigger):
            yield Reached(phrases.conjuncts(word), slot, steps)


def is_told_of(word: "Token", trigger: "Token") -> bool:
    """Whether the word stands in what others do or are to do: "plans to arrest X", "accused Y of attacking X".

    Not where that is a charge itself ("put out a report accusing X"), nor as the one who does it.
    """
    if word.dep_ in ("nsubj", "nsubjpass"):
        return False
    between = takewhile(lambda above: above != trigger, word.ancestors)
    clause = next((above for above in between if above.pos_ in ("VERB", "AUX")), None)
    if clause is None or clause.lemma_ in blaming_verbs():
        return False
    done_by = clause.dep_ == "pcomp" and clause.head.lower_ in OBJECT_CONTROL
    return done_by or clause.dep_ == "xcomp" or clause.dep_ in _TO_DO


def _below(word: "Token", slot: str, steps: int) -> "Iterator[tuple[Token, str, int]]":
    """The next words down; the first preposition or clause on the way names the slot."""
    clause = word.dep_ in _CLAUSES or word.dep_ in _TO_DO
    for child in word.children:
        if child.i < word.i and not (clause and steps > 1 and child.dep_ in ("nsubj", "nsubjpass")):
            continue
        if child.dep_ in _OBJECTS and child.pos_ != "ADP" and child.ent_type_ not in phrases.TIMES:
            yield child, slot or "obj", steps
        elif child.dep_ in ("nsubj", "nsubjpass") and not _asks(word) and not _is_said_to_suffer(child):
            yield child, slot or "csubj", steps
        elif child.dep_ in ("prep", "prt", "advmod", "dative", "agent") and child.pos_ in (
            "ADP",
            "SCONJ",
            "VERB",
        ):
            yield from _after(child, slot, steps)
        elif child.dep_ in _CLAUSES or (child.dep_ in _TO_DO and _is_to_do(child)):
            yield child, slot or "comp", steps
        elif child.dep_ == "acomp" or (child.dep_ == "conj" and child.pos_ in _NOUNS and word.pos_ in _NOUNS):
            yield from _below(child, slot, steps)
        elif child.dep_ == "acl" and child.tag_ in ("VBG", "VBN") and steps < _DEEPEST:
            yield from _below(child, slot, steps + 1)


def _after(prep: "Token", slot: str, steps: int) -> "Iterator[tuple[Token, str, int]]":
    if prep.lower_ in word_classes()["apart_prep"] or prep.dep_ == "agent":
        return
    for child in prep.children:
        if child.dep_ == "pcomp" and prep.lower_ in _ASIDE and any(c.dep_ == "nsubj" for c in child.children):
            continue  # "dug in, WITH its president dismissing the bid"
        if child.dep_ == "pobj" and prep.lower_ in _ASIDE and _reports(child):
            continue  # "attacked the town, WITH officials reporting ten dead"
        if child.dep_ in ("pobj", "pcomp") and child.ent_type_ not in phrases.TIMES:
            lemma = child.lemma_.lower()
            if word_classes()["apart_noun"].isdisjoint((lemma, f"{prep.lower_} {lemma}")):
                yield child, slot or prep.lower_, steps
        elif child.dep_ == "prep" and prep.lower_ not in ("along", "together"):
            yield from _after(child, slot, steps)


def _reports(teller: "Token") -> bool:
    """Whether somebody beside the clause only tells: "officials reporting", "police saying"."""
    telling = (c for c in teller.children if c.dep_ == "acl" and c.tag_ == "VBG")
    return any(c.lemma_ in word_classes()["reporting_verb"] for c in telling)


def _is_said_to_suffer(subject: "Token") -> bool:
    """Whether somebody only says that it was done to them: "alleged that X was poisoned"."""
    clause = subject.head
    teller = clause.head.lemma_.lower()
    said = clause.dep_ == "ccomp" and (teller == "allege" or teller in word_classes()["reporting_verb"])
    return subject.dep_ == "nsubjpass" and said


def _asks(verb: "Token") -> bool:
    """Whether a clause says what, where or who: its subject is not spoken of ("what France calls a raid")."""
    return any(c.tag_ in ("WP", "WP$", "WDT", "WRB") for c in verb.children)


def _is_to_do(verb: "Token") -> bool:
    """Whether a clause says what is to be done ("to VB"), or for whom."""
    return verb.tag_ == "VB" and any(
        c.dep_ in ("aux", "mark") and c.lower_ in ("to", "for") for c in verb.lefts
    )


def _beside(noun: "Token") -> "Iterator[tuple[Token, str, int]]":
    """What stands after the noun below its verb: "stepped up ATTACKS on X", "lifted its BOYCOTT of X"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.pos_ != "VERB":
        return
    for child in verb.children:
        if child.i > noun.i and child.dep_ in ("prep", "dative"):
            yield from _after(child, "", 2)
