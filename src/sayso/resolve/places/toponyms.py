"""Finding toponyms: words of the report that name a place, whatever their use.

spaCy's GPE, LOC and FAC entities and the names of the gazetteer are proposed; `evidence` judges each.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.records.base import Span
from sayso.resolve.places.bounds import bounds, joined, pieces
from sayso.resolve.places.candidates import candidates, whole
from sayso.resolve.places.evidence import Evidence
from sayso.resolve.places.gazetteer import DEMONYM
from sayso.resolve.places.user import UserPlaces

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_DOUBTED_LABELS = frozenset({"ORG", "PERSON", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"})
_LONGEST = 6


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


def find_toponyms(
    doc: "Doc", dateline: Span | None = None, mine: UserPlaces | None = None
) -> tuple[Toponym, ...]:
    """The toponyms of a report in text order; none overlap, none lies in a name of a person or organisation.

    `dateline` is where the dateline names its place, if the report has one; `mine` the user's own places.
    """
    search = _Search(doc, mine)
    search.dateline(dateline)
    search.places()
    search.doubted()
    search.same_again()
    search.words()
    return tuple(sorted(search.found, key=lambda toponym: toponym.start))


def find_hints(doc: "Doc", toponyms: tuple[Toponym, ...], mine: UserPlaces | None = None) -> tuple[Span, ...]:
    """Words that are no toponyms and yet tell where the report plays: "Georgian", "Texas" in the name of a body."""
    taken = {index for toponym in toponyms for index in range(toponym.start, toponym.end)}
    hints = []
    for ent in doc.ents:
        if ent.start in taken or ent.label_ not in ("NORP", "ORG"):
            continue
        start = ent.start + (ent[0].lower_ == "the")
        for end in range(ent.end if ent.label_ == "NORP" else min(ent.end, start + 3), start, -1):
            known = candidates(doc[start:end].text, mine)
            if known and (known[0].kind == DEMONYM) == (ent.label_ == "NORP"):
                hints.append(Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
                break
    return tuple(hints)


class _Search:
    """One pass after the other over the words that no earlier pass took."""

    def __init__(self, doc: "Doc", mine: UserPlaces | None) -> None:
        self.found: list[Toponym] = []
        self._doc = doc
        self._mine = mine
        self._evidence = Evidence(doc, mine)
        self._free = [True] * len(doc)

    def dateline(self, span: Span | None) -> None:
        """The place of the dateline, in pieces where it names more than one ("LIMA, Peru", "LIMA/QUITO")."""
        tokens = self._doc.char_span(*span, alignment_mode="contract") if span else None
        if tokens is None or whole(tokens.text, self._mine):
            parts = [tokens] if tokens is not None else []
        else:
            stops = [token.i for token in tokens if token.text in (",", "/")]
            edges = zip([tokens.start, *(at + 1 for at in stops)], [*stops, tokens.end], strict=True)
            parts = [self._doc[first:last] for first, last in edges]
        for part in parts:
            if len(part):
                self._take(part.start, part.end, "")

    def places(self) -> None:
        """What spaCy takes for places."""
        for ent in self._doc.ents:
            if ent.label_ in _PLACE_LABELS:
                for first, last in pieces(self._doc, ent.start, ent.end, self._mine):
                    start, end = bounds(self._doc, first, last, self._mine)
                    if self._is_free(start, end) and self._evidence.of_entity(start, end, ent.label_):
                        self._take(start, end, ent.label_)

    def doubted(self) -> None:
        """What spaCy takes for an organisation, person or people, but the words around it put somewhere."""
        for ent in self._doc.ents:
            for first, last in self._joined(ent) if ent.label_ in _DOUBTED_LABELS else ():
                start, end = bounds(self._doc, first, last, self._mine)
                if self._is_free(start, end) and self._evidence.of_doubted(start, end, ent.label_):
                    self._take(start, end, "")

    def _joined(self, ent: "Tokens") -> list[tuple[int, int]]:
        """An entity in pieces where it is one place in another ("Omsk in Siberia")."""
        inner = next((token.i for token in ent[1:-1] if token.lower_ == "in"), None)
        if inner is None or not whole(self._doc[ent.start : inner].text, self._mine):
            return [(ent.start, ent.end)]
        return [(ent.start, inner), (inner + 1, ent.end)]

    def same_again(self) -> None:
        """Names mostly found as places in the report, where spaCy takes the same words for something else."""
        votes = Counter(self._doc[t.start : t.end].text for t in self.found)
        against = []
        for ent in self._doc.ents:
            if ent.label_ in _DOUBTED_LABELS:
                start, end = bounds(self._doc, ent.start, ent.end, self._mine)
                text = self._doc[start:end].text
                if self._is_free(start, end) and text in votes:
                    votes[text] -= 1
                    against.append((start, end, text))
        for start, end, text in against:
            if votes[text] >= 0:
                self._take(start, end, "")

    def words(self) -> None:
        """The longest names of the gazetteer in words that spaCy takes for no name."""
        for ent in self._doc.ents:
            if ent.label_ not in _PLACE_LABELS:
                self._free[ent.start : ent.end] = [False] * (ent.end - ent.start)
        at = 0
        while at < len(self._doc):
            capital = self._free[at] and self._doc[at].text[0].isupper()
            end = self._longest(at) if capital else at
            if end > at:
                self._take(at, end, "")
            at = max(end, at + 1)

    def _is_free(self, start: int, end: int) -> bool:
        return start < end and all(self._free[start:end])

    def _take(self, start: int, end: int, label: str) -> None:
        tokens = self._doc[start:end]
        self._free[start:end] = [False] * (end - start)
        span = Span(tokens.start_char, tokens.end_char)
        self.found.append(Toponym(start, end, tokens.root.i, span, label))

    def _longest(self, start: int) -> int:
        """Where the longest known name ends that the words around allow; `start` for none."""
        for end in range(min(start + _LONGEST, len(self._doc)), start, -1):
            tokens = self._doc[start:end]
            if self._is_free(start, end) and joined(tokens) and self._evidence.of_words(start, end):
                return end
        return start
