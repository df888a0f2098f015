"""Whether words that could name a place do so here."""

from collections import Counter
from typing import TYPE_CHECKING

from sayso.resolve.places.candidates import candidates
from sayso.resolve.places.gazetteer import ABBREVIATION, DEMONYM, MAIN, Entry
from sayso.resolve.places.names import key
from sayso.resolve.places.user import UserPlaces
from sayso.resolve.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LARGE = 100_000
_METROPOLIS = 1_000_000
_LONGEST_ACRONYM = 6


class Evidence:
    """What a report says for and against its capitalised words being places."""

    def __init__(self, doc: "Doc", mine: UserPlaces | None = None) -> None:
        self._doc = doc
        self._mine = mine
        self._persons = Counter(ent.text.removesuffix("'s") for ent in doc.ents if ent.label_ == "PERSON")
        self._people = frozenset(
            token.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for token in ent
        )

    def of_entity(self, start: int, end: int, label: str) -> bool:
        """Whether spaCy's place is one: known to the gazetteer, or placed by the words around it."""
        if self._barred(start, end) or not self._doc[start].text[0].isupper():
            return False
        known = self._known(start, end)
        if not known:
            acronym = self._doc[start:end].text.isupper()
            person = acronym or self._surname(start, end) or self._owns(end)
            return label == "GPE" and not person and self._placed(start, end, words("in"))
        doubtful = self._surname(start, end) or self._speaks(start, end, known)
        doubtful = doubtful or (end - start == 1 and self._persons[self._doc[start].text] > 1)
        return not doubtful or (self._placed(start, end) and not self._owns(end))

    def of_doubted(self, start: int, end: int, label: str) -> bool:
        """Whether what spaCy took for something else is a known place, and placed by the words around it."""
        known = self._known(start, end)
        if not known or self._barred(start, end):
            return False
        if label == "PERSON" and (self._surname(start, end) or self._owns(end)):
            return False
        if label == "PERSON" and end - start > 1 and known[0].population < _LARGE and not known[0].mine:
            return False
        if label == "NORP":
            known = tuple(entry for entry in known if entry.kind != DEMONYM)
        return bool(known) and (self._placed(start, end) or (known[0].level == "country" and label != "NORP"))

    def of_words(self, start: int, end: int) -> bool:
        """Whether words that spaCy took for no name are a known place."""
        doc = self._doc
        if doc[start].pos_ != "PROPN" or (start and _beside(doc, start - 1)):
            return False
        if end < len(doc) and _beside(doc, end):
            return False
        known = self._known(start, end)
        if not known or self._barred(start, end) or self._surname(start, end):
            return False
        if known[0].kind == ABBREVIATION and len(doc[start].text) < 3 and known[0].level != "country":
            return self._in_list(start, end)
        if self._speaks(start, end, known):
            return False
        if self._placed(start, end):
            return True
        return end - start > 1 or any(e.population > _LARGE and e.kind == MAIN for e in known[:2])

    def _known(self, start: int, end: int) -> tuple[Entry, ...]:
        found = candidates(self._doc[start:end].text, self._mine)
        named = tuple(entry for entry in found if entry.kind != DEMONYM)
        adjective = len(named) < len(found)
        return (
            ()
            if adjective and not any(e.population > _METROPOLIS and e.kind == MAIN for e in named)
            else named
        )

    def _barred(self, start: int, end: int) -> bool:
        if start and self._doc[start - 1].text in words("title"):
            return True
        if start and end - start == 1 and self._doc[start - 1].text == "The" and self._titled(start):
            return True
        return self._acronym(start, end) or key(self._doc[start:end].text) in words("never")

    def _acronym(self, start: int, end: int) -> bool:
        """Whether capitals inside a sentence of small letters are an acronym, and of no place ("NATO")."""
        doc = self._doc
        if end - start > 1 or not doc[start].text.isupper() or len(doc[start].text) > _LONGEST_ACRONYM:
            return False
        known = candidates(doc[start].text, self._mine)
        if doc[start].is_sent_start or any(e.kind == ABBREVIATION or e.code in ("PCLI", "ZN") for e in known):
            return False
        beside = [doc[at].text for at in (start - 1, end) if 0 <= at < len(doc) and doc[at].is_alpha]
        return not all(text.isupper() for text in beside)

    def _titled(self, start: int) -> bool:
        """Whether "The" inside a sentence makes it a title ("The Atlantic"), and no city or country has it."""
        known = candidates(self._doc[start].text, self._mine)
        large = any(e.level in ("country", "town") and e.population > _LARGE for e in known[:1])
        return not self._doc[start - 1].is_sent_start and not large

    def _owns(self, end: int) -> bool:
        return end < len(self._doc) and self._doc[end].lower_ in ("'s", "’s")

    def _surname(self, start: int, end: int) -> bool:
        return end - start == 1 and self._doc[start].text in self._people

    def _speaks(self, start: int, end: int, known: tuple[Entry, ...]) -> bool:
        """Whether the words say something and are no state: then they are more likely a person's surname."""
        token = self._doc[end - 1]
        says = token.dep_ == "nsubj" and token.head.lemma_.lower() in words("say")
        return (
            end - start == 1
            and says
            and all(e.level in ("town", "admin2") and e.code != "PPLC" for e in known)
        )

    def _in_list(self, start: int, end: int) -> bool:
        """Whether it stands after a name and a comma ("Wichita, KS")."""
        doc = self._doc
        return start > 1 and doc[start - 1].text == "," and doc[start - 2].text[0].isupper()

    def _placed(self, start: int, end: int, before_it: frozenset[str] | None = None) -> bool:
        """Whether the words around say that it is a place; `before_it` are prepositions that do."""
        doc = self._doc
        before = start - 1
        while before >= 0 and (doc[before].lower_ in ("the", "of") or doc[before].lower_ in words("part")):
            before -= 1
        if before >= 0 and doc[before].lower_ in (before_it or words("into")):
            return True
        if (
            before >= 0
            and doc[start - 1].lower_ == "of"
            and doc[before].lower_ in words("type") | words("assault")
        ):
            return True
        if start and doc[start - 1].lower_ in words("type") and doc[start - 1].is_lower:
            return True
        if end < len(doc) and doc[end].is_lower and doc[end].lower_ in words("type"):
            return True
        if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].ent_type_ == "GPE":
            return True
        return bool(start > 1 and doc[start - 1].text in (",", "and") and doc[start - 2].ent_type_ == "GPE")


def _beside(doc: "Doc", at: int) -> bool:
    """Whether the token is part of a longer name that the words beside it would cut."""
    return doc[at].pos_ == "PROPN" and doc[at].text[0].isupper()
