"""The things that an event gives, moves or uses."""

from typing import TYPE_CHECKING

from sayso.events.lexicon import item_classes
from sayso.events.slots import fill
from sayso.records.base import Span
from sayso.records.event import Item
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

MATERIAL = frozenset(
    {
        EventType.AID,
        EventType.AGREE,
        EventType.COOPERATE,
        EventType.MOBILIZE,
        EventType.ASSAULT,
        EventType.SANCTION,
        EventType.RETREAT,
        EventType.COERCE,
        EventType.REQUEST,
        EventType.CONCEDE,
    }
)
_SLOTS = ("obj", "of", "with", "mod", "for", "including", "from", "using")
_SKIPPED = frozenset(
    {"other", "more", "such", "new", "many", "several", "some", "additional", "further", "own"}
)


def items(kind: EventType, trigger: "Token", inner: "list[Token]") -> tuple[Item, ...]:
    """The items in the object of the trigger (or of the triggers that it governs), and those it is done with."""
    if kind not in MATERIAL:
        return ()
    found: dict[Span, Item] = {}
    for word in (trigger, *inner):
        for slot in _SLOTS:
            for head in fill(word, slot):
                for item in _item(head):
                    found.setdefault(item.spans[0], item)
    return tuple(
        found[span] for span in sorted(found) if not any(o != span and o.covers(span) for o in found)
    )


def _item(head: "Token") -> "Iterator[Item]":
    """The noun phrase of this head as an item, by its longest known ending; else what it is a number or part of."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return
    before = [c for c in head.lefts if c.dep_ in ("compound", "amod", "nmod", "npadvmod", "punct")]
    before = [c for c in before if c.lower_ not in _SKIPPED and c.ent_type_ not in ("GPE", "NORP", "PERSON")]
    words = [*(t for c in before for t in c.subtree), head]
    lemmas = [t.lemma_.lower() for t in words]
    known = item_classes()
    for start in range(len(words)):
        kind = known.get(" ".join(lemmas[start:]).replace(" - ", "-"))
        if kind is not None:
            phrase = head.doc[words[0].i : head.i + 1]
            span = Span(phrase.start_char, phrase.end_char)
            yield Item(class_=kind, text=phrase.text, spans=(span,))
            return
    for part in fill(head, "of"):
        if part.i != head.i:
            yield from _item(part)
