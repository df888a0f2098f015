"""Tolls: figures of the dead that stand apart from the deed ("put the toll at more than 30")."""

from typing import TYPE_CHECKING

from sayso.events.counts import count
from sayso.events.lexicon import word_classes
from sayso.events.telling import Telling
from sayso.records.stages import Resolved
from sayso.records.vocabulary import CountWhat, EventType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLIMB = 3
_SUBJECTS_AND_OBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def add_tolls(groups: list[list[Telling]], resolved: Resolved, doc: "Doc") -> None:
    """Give each toll to the assault with deaths that was told last before it."""
    for figure in resolved.figures:
        words = doc.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
        if figure.noun is not None or words is None or not _is_toll(words.root):
            continue
        telling = _told_before(groups, words.start)
        if telling is not None:
            telling.counts += (count(CountWhat.KILLED, figure.span, figure, resolved, doc),)


def _is_toll(number: "Token") -> bool:
    """Whether the figure is said of a toll: "a toll of 40", "the toll rose to 40" (but not "from 30")."""
    if number.dep_ == "pobj" and number.head.lower_ == "from":
        return False
    above, tolls = number, word_classes()["toll"]
    for _ in range(_CLIMB):
        above = above.head
        if above.lemma_.lower() in tolls:
            return True
        if above.pos_ in ("VERB", "AUX"):
            said = (c for c in above.children if c.dep_ in _SUBJECTS_AND_OBJECTS)
            return any(c.lemma_.lower() in tolls for c in said)
    return False


def _told_before(groups: list[list[Telling]], place: int) -> Telling | None:
    deadly = [g for g in groups if any(c.what is CountWhat.KILLED for t in g for c in t.counts)]
    assaults = [t for g in deadly for t in g if t.found.type is EventType.ASSAULT and t.found.token.i < place]
    return max(assaults, key=lambda telling: telling.found.token.i, default=None)
