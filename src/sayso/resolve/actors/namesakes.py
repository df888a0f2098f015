"""Names that firms share with words and people: "a Target" and "Target said", "Harrison Ford" and "Ford said"."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.firms import shown_kinds
from sayso.resolve.actors.words import gender_of, words
from sayso.resolve.elsewhere import kept, places_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMED = frozenset({"PERSON", ""})
_POSTS = frozenset({"office", "person"})
_BEFORE = frozenset({"the", "a", "an"})


def is_namesake(doc: "Doc", token: "Token") -> bool:
    """Whether one word that is a firm's name stands for a word, a place or a person here."""
    if token.text in words("firm or word"):
        return not _is_firm(token) or _is_somebody(doc, token)
    return token.text in words("firm or person") and (_goes_on(token) or _is_somebody(doc, token))


def _is_firm(token: "Token") -> bool:
    """Whether the name finder takes the word, and it alone, for a body: not "the Gap", "Orange County"."""
    before = token.nbor(-1) if token.i else None
    alone = token.ent_iob_ == "B" or (before is not None and before.lower_ in _BEFORE)
    article = before is not None and before.lower_ in _BEFORE and token.dep_ != "compound"
    return token.ent_type_ == "ORG" and alone and not article and not _goes_on(token)


def _goes_on(token: "Token") -> bool:
    """Whether the name is longer than the word: "Ford Foundation"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is not None and after.ent_iob_ == "I" and after.is_alpha and after.text[:1].isupper()


def _is_somebody(doc: "Doc", token: "Token") -> bool:
    """Whether the report shows somewhere that the word is a person's name."""
    if kept(doc, "kinds", shown_kinds).get(token.text) is ActorKind.PERSON:
        return True
    return any(_ends_a_name(place) or _is_told_of(place) for place in places_of(token))


def _ends_a_name(token: "Token") -> bool:
    """Whether a title or given name stands before it: "Mr Coles", "Doug Ford"."""
    before = token.nbor(-1) if token.i else None
    if before is None or not before.text[:1].isupper() or before.lower_ in _BEFORE:
        return False
    word = before.lower_.rstrip(".")
    agent = agent_at([word])
    if (
        word in words("title")
        or gender_of([word]) is not None
        or (agent is not None and agent[0].kind in _POSTS)
    ):
        return True
    name = before.pos_ == "PROPN" and before.is_title and before.ent_type_ in _NAMED
    return name and agent is None and not before.is_sent_start


def _is_told_of(token: "Token") -> bool:
    """Whether an age or "who" stands behind it: "Ford, 57,", "Coles, who was a clerk"."""
    behind = token.doc[token.i + 1 : token.i + 4]
    if len(behind) < 3 or behind[0].text != ",":
        return False
    return behind[1].lower_ == "who" or (behind[1].is_digit and behind[2].text in (",", "."))
