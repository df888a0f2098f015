"""Signs that a candidate is an event or none, read off the parse: what the learned weights of `weighing` count."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sayso.events import verbs
from sayso.events.candidates import Candidate
from sayso.events.lexicon import readings, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE: Final = ("aux", "auxpass", "neg", "mark", "prt", "cc", "expl")
_TELLING: Final = ("VERB", "NOUN", "ADJ")
_CLIMB: Final = 3
_FAR: Final = (1, 2, 3, 5, 8, 12, 18)
_LONG: Final = (10, 16, 22, 30, 40)


def signs(one: Candidate) -> Iterator[str]:
    """The signs of one candidate; one may come twice."""
    yield from _slots(one)
    yield from _trigger(one.trigger, one)
    yield from _above(one.trigger)
    yield from _known(one)
    yield from _sides(one)
    yield from _order(one)


def _slots(one: Candidate) -> Iterator[str]:
    yield f"actor slot {one.actor_slot}"
    yield f"slot {one.recipient_slot}"
    yield f"slots {one.actor_slot} {one.recipient_slot}"
    yield f"path {_bucket(round(10 * one.confidence), (2, 3, 4, 5, 6, 7, 8))}"
    yield f"path to actor {_path(one.heads[0], one.trigger)}"
    yield f"path to recipient {_path(one.heads[1], one.trigger)}"


def _trigger(word: "Token", one: Candidate) -> Iterator[str]:
    lemma = word.lemma_.lower()
    yield f"word {lemma}"
    yield f"word {lemma} {one.recipient_slot}"
    yield f"tag {word.tag_}"
    yield f"relation {word.dep_}"
    yield f"{word.pos_} {one.recipient_slot}"
    yield f"{word.pos_} {word.dep_} {one.recipient_slot}"
    for name in _classes(lemma):
        yield f"class {name}"
        yield f"class {name} {one.recipient_slot}"
    if word.pos_ == "VERB" and verbs.is_passive(word):
        yield f"passive {one.recipient_slot}"
    for child in word.children:
        yield f"has {child.dep_}"
        if child.dep_ in _BESIDE:
            yield f"has {child.dep_} {child.lower_}"
        if child.dep_ in ("dobj", "attr", "xcomp", "ccomp"):
            yield f"{child.dep_} {child.lemma_.lower()}"
            yield from (f"{child.dep_} of class {name}" for name in _classes(child.lemma_.lower()))


def _above(word: "Token") -> Iterator[str]:
    for height, above in zip(range(1, _CLIMB + 1), word.ancestors, strict=False):
        lemma = above.lemma_.lower()
        yield f"{height} {lemma}"
        if lemma in word_classes()["reporting_verb"]:
            yield f"{height} says {word.dep_}"
    if word.dep_ == "ROOT":
        yield "root"


def _known(one: Candidate) -> Iterator[str]:
    """What the table of triggers knows of the words near: the verb itself, and those up to two steps below it."""
    word = one.trigger
    own = _types(word.lemma_.lower())
    yield from (f"table {kind}" for kind in own or ("knows it not",))
    near = [child for child in word.children if child not in one.heads]
    near += [below for child in near for below in child.children if below not in one.heads]
    kinds = {kind for token in near if token.pos_ in _TELLING for kind in _types(token.lemma_.lower())}
    yield from (f"below {kind}" for kind in kinds or ("nothing known",))
    yield from (f"below {token.lemma_.lower()}" for token in near if token.pos_ in _TELLING)


@lru_cache(maxsize=1 << 14)
def _types(lemma: str) -> frozenset[str]:
    """The types of which the table's rows for a lemma tell, whatever their conditions."""
    rows = [row for pos in ("verb", "noun", "adj") for row in readings().get((pos, lemma), ())]
    return frozenset(str(reading.row.type or "no event") for reading in rows)


def _sides(one: Candidate) -> Iterator[str]:
    for side, head, kind in zip(("actor", "recipient"), one.heads, one.kinds, strict=True):
        yield f"{side} {kind}"
        yield f"{side} {head.tag_}"
        yield f"{side} {head.ent_type_ or 'no name'}"
        yield f"{side} {head.dep_} below {head.head.pos_}"
        lemma = head.lemma_.lower()
        if head.pos_ != "PROPN":
            yield f"{side} {lemma}"
        yield from (f"{side} of class {name}" for name in _classes(lemma))
        if head.dep_ == "pobj":
            yield f"{side} after {head.head.lower_}"
    yield f"both {one.kinds[0]}, {one.kinds[1]}"
    yield f"recipient {one.kinds[1]} {one.recipient_slot}"


def _order(one: Candidate) -> Iterator[str]:
    actor, recipient = (head.i for head in one.heads)
    word = one.trigger.i
    named = sorted(((actor, "a"), (recipient, "r"), (word, "w")))
    yield f"order {''.join(name for _, name in named)}"
    yield f"to actor {_bucket(abs(actor - word), _FAR)}"
    yield f"to recipient {_bucket(abs(recipient - word), _FAR)}"
    yield f"apart {_bucket(abs(actor - recipient), _FAR)}"
    sentence = one.trigger.sent
    yield f"long {_bucket(len(sentence), _LONG)}"
    yield f"in {_bucket(recipient - sentence.start, _FAR)}"
    if sentence[-1].text == "?":
        yield "question"
    between = one.trigger.doc[min(actor, recipient) + 1 : max(actor, recipient)]
    if any(t.dep_ == "punct" and t.text in ('"', "“", "”", "''", "``") for t in between):
        yield "quote between"
    yield f"verbs between {min(3, sum(t.pos_ == 'VERB' for t in between))}"
    yield f"names between {min(3, sum(t.ent_iob_ == 'B' for t in between))}"


def _path(head: "Token", word: "Token") -> str:
    """The relations from a side up to the word, where it lies below it and near."""
    labels = [head.dep_]
    for above in head.ancestors:
        if above.i == word.i:
            return " ".join(labels)
        labels.append(above.dep_)
        if len(labels) > _CLIMB + 1:
            break
    return "elsewhere"


@lru_cache(maxsize=1 << 14)
def _classes(lemma: str) -> tuple[str, ...]:
    return tuple(name for name, lemmas in word_classes().items() if lemma in lemmas)


def _bucket(number: int, bounds: tuple[int, ...]) -> int:
    """The first bound that the number does not pass; one more than the last where it passes all."""
    return next((bound for bound in bounds if number <= bound), bounds[-1] + 1)
