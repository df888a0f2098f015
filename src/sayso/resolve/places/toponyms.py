"""Finding toponyms: words of the report that name a place, whatever their use."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.records.base import Span
from sayso.resolve.places.candidates import candidates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 5
_JOINING = frozenset({"of", "the", "and", "de", "la", "al", "-", "’s", "'s", "du", "des", "del", "el", "upon", "St.", "."})
_LOCATIVE = frozenset({"in", "near", "at", "from", "to", "around", "outside", "inside", "across", "of", "into", "toward"})


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place at tokens `start`..`end` (end excluded) of the Doc; `head` is its head token's index.

    `label` is spaCy's entity label, or "" for words found by the gazetteer alone.
    """

    start: int
    end: int
    head: int
    span: Span
    label: str


def find_toponyms(doc: "Doc") -> tuple[Toponym, ...]:
    """The toponyms of a report in text order, none inside another or inside a name of a person or organisation."""
    taken = [False] * len(doc)
    found = []
    for start, end, label in _from_entities(doc):
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            found.append(_toponym(doc, start, end, label))
    for ent in doc.ents:
        if ent.label_ not in _PLACE_LABELS:
            taken[ent.start : ent.end] = [True] * (ent.end - ent.start)
    for start, end in _from_gazetteer(doc, taken):
        found.append(_toponym(doc, start, end, ""))
    return tuple(sorted(found, key=lambda toponym: toponym.start))


def _toponym(doc: "Doc", start: int, end: int, label: str) -> Toponym:
    tokens = doc[start:end]
    return Toponym(start, end, tokens.root.i, Span(tokens.start_char, tokens.end_char), label)


def _from_entities(doc: "Doc") -> Iterator[tuple[int, int, str]]:
    for ent in doc.ents:
        if ent.label_ in _PLACE_LABELS:
            start, end = _trimmed(ent)
            if end > start and (doc[start].text[0].isupper() or candidates(doc[start:end].text)):
                yield start, end, ent.label_


def _trimmed(ent: "Tokens") -> tuple[int, int]:
    """An entity's bounds without "the", possessives and stray punctuation."""
    doc, start, end = ent.doc, ent.start, ent.end
    while start < end and (doc[start].lower_ == "the" or doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].lower_ in {"'s", "’s"} or doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    return start, end


def _from_gazetteer(doc: "Doc", taken: list[bool]) -> Iterator[tuple[int, int]]:
    """The longest names that the gazetteer knows, among capitalised words not yet taken."""
    at = 0
    while at < len(doc):
        end = _longest(doc, at, taken) if not taken[at] and _opens(doc[at]) else at
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _opens(token: "Token") -> bool:
    return token.text[0].isupper() and token.pos_ == "PROPN"


def _longest(doc: "Doc", start: int, taken: list[bool]) -> int:
    for end in range(min(start + _LONGEST, len(doc)), start, -1):
        if any(taken[start:end]) or not doc[end - 1].text[0].isupper():
            continue
        if not all(t.text[0].isupper() or t.text in _JOINING for t in doc[start:end]):
            continue
        known = candidates(doc[start:end].text)
        if known and (end - start > 1 or _plausible(doc[start], known[0].population)):
            return end
    return start


def _plausible(token: "Token", population: int) -> bool:
    """Whether a single capitalised word that no one else took is likely the place."""
    before = token.nbor(-1) if token.i else None
    if before is not None and before.text[0].isupper() and before.pos_ == "PROPN":
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.text[0].isupper() and after.pos_ == "PROPN":
        return False
    return population > 100_000 or (before is not None and before.lower_ in _LOCATIVE)
