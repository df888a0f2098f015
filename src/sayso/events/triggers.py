"""Finding triggers: each word that stands for an event, with the reading that its surroundings allow."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.events import phrases, verbs
from sayso.events.lexicon import Reading, readings, word_classes
from sayso.events.pattern import Test
from sayso.events.slots import fill

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Named = Callable[["Token", str], bool]

TOPICS = ("disease", "disaster", "sport", "accident")
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


# A trigger's noun is no part of a name or date ("March", "the Artillery Museum").
_NAMES = frozenset({"DATE", "TIME", "ORG", "PERSON", "GPE", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"})


@dataclass(slots=True)
class Trigger:
    """A word with the reading that was chosen, the words that the reading's conditions took, and the runner-up."""

    token: "Token"
    reading: Reading
    taken: "list[Token]" = field(default_factory=list)
    rival: Reading | None = None
    rivals: int = 0


def find(sentence: "Span", topics: frozenset[str], named: Named) -> Iterator[Trigger]:
    """The triggers of one sentence, in text order.

    `topics` are what the report is about (see `topics`); `named` says whether a noun phrase names an actor.

    Words that served another trigger's conditions ("talks" in "broke off talks") are no triggers of their own.
    Readings without a type are given too: they absorb what they govern.
    """
    known = readings()
    found: list[Trigger] = []
    lemmas: frozenset[str] | None = None
    for token in sentence:
        pos = _POS.get(token.pos_)
        if pos is None:
            continue
        if pos == "noun" and (token.ent_type_ in _NAMES or _qualifies(token)):
            continue
        if pos == "verb" and verbs.modifies(token):
            pos = "adj"
        elif token.dep_ in ("amod", "pobj") and not verbs.is_hidden_gerund(token):
            pos = "adj" if token.tag_.startswith("VB") else pos
        rows = known.get((pos, token.lemma_.lower())) or known.get((pos, token.lower_), ())
        if not rows or (pos == "verb" and verbs.is_imperative(token)):
            continue
        if lemmas is None:
            lemmas = _lemmas(sentence)
        trigger = _choose(token, rows, lemmas, topics, named)
        if trigger is not None:
            found.append(trigger)
    taken = {word.i for trigger in found for word in trigger.taken}
    yield from (trigger for trigger in found if trigger.token.i not in taken)


def _qualifies(noun: "Token") -> bool:
    """Whether a noun only says what kind of thing another is ("arrest warrant"), and not what is tried or done."""
    return noun.dep_ == "compound" and noun.head.lemma_.lower() not in word_classes()["deed"]


def _lemmas(sentence: "Span") -> frozenset[str]:
    """The sentence's lemmas, and each with the one before it ("premier league")."""
    every = [word.lemma_.lower() for word in sentence]
    return frozenset((*every, *map(" ".join, pairwise(every))))


def topics(doc: "Doc") -> frozenset[str]:
    """The word classes with which a whole report deals: three sentences or a quarter of them show a word of it."""
    classes = word_classes()
    shown = dict.fromkeys(TOPICS, 0)
    sentences = 0
    for sentence in doc.sents:
        sentences += 1
        lemmas = _lemmas(sentence)
        for topic in TOPICS:
            shown[topic] += not classes[topic].isdisjoint(lemmas)
    return frozenset(topic for topic, n in shown.items() if n >= 3 or n * 4 >= max(sentences, 2))


def _choose(
    token: "Token", rows: tuple[Reading, ...], lemmas: frozenset[str], topics: frozenset[str], named: Named
) -> Trigger | None:
    """The reading with most conditions that holds; the next one of another type is its rival."""
    chosen: Trigger | None = None
    for reading in rows:
        taken = _holds(token, reading, lemmas, topics, named)
        if taken is None:
            continue
        if chosen is None:
            chosen = Trigger(token, reading, taken)
        elif reading.row.type is not None and reading.row.type != chosen.reading.row.type:
            chosen.rivals += 1
            chosen.rival = chosen.rival or reading
    return chosen


def _holds(
    token: "Token", reading: Reading, lemmas: frozenset[str], topics: frozenset[str], named: Named
) -> "list[Token] | None":
    """The words that the reading's conditions take; None where the reading does not hold."""
    classes = word_classes()
    around = lemmas - {token.lemma_.lower()}
    if any(not classes[name].isdisjoint(around) for name in reading.row.shy):
        return None
    if any(name in topics for name in reading.row.topics):
        return None
    if any(_passes(token, test, named) is not None for test in reading.bars):
        return None
    taken: list[Token] = []
    for test in reading.needs:
        words = _passes(token, test, named)
        if words is None:
            return None
        taken += words
    return taken


def _passes(token: "Token", test: Test, named: Named) -> "list[Token] | None":
    if test.slot == "prt":
        particles = (phrases.particle(token, word) for word in test.words)
        return next(([word] for word in particles if word is not None), None)
    heads = fill(token, test.slot)
    if test.kind:
        return [] if any(named(head, test.kind) for head in heads) else None
    if not test.words and not test.classes:
        return [] if heads else None
    wanted = [head for head in heads if _is_one_of(head, test)]
    return wanted or None


def _is_one_of(head: "Token", test: Test) -> bool:
    """Whether the word, or what it is a number of ("thousands of troops"), is one that the test names."""
    classes = word_classes()
    lemma = head.lower_ if head.tag_ == "VBG" and head.dep_ == "pobj" else head.lemma_.lower()
    pair = f"{head.nbor(-1).lower_} {lemma}" if head.i else lemma
    if head.i > 1 and head.nbor(-1).text == "-":
        pair = f"{head.nbor(-2).lower_}-{lemma}"
    if any(word in test.words or any(word in classes[c] for c in test.classes) for word in (lemma, pair)):
        return True
    return lemma in classes["quantity"] and any(_is_one_of(part, test) for part in phrases.under(head, "of"))
