"""Single names whose kind the report shows: firms ("Tessadi's shareholders") and people ("Tessadi said he would go").

The parser's name finder takes many a firm for a person, and many a person for a body.
"""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.words import gender_of, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HUMAN = frozenset({"he", "she", "his", "her"})


def shown_kinds(doc: "Doc") -> dict[str, ActorKind]:
    """The kind of single names, where some sentence of the report shows it; the first that does so counts."""
    found: dict[str, ActorKind] = {}
    for token in doc:
        if token.pos_ == "PROPN" and token.text not in found and _is_alone(token):
            kind = _shown(token)
            if kind is not None:
                found[token.text] = kind
    return found


def _shown(token: "Token") -> ActorKind | None:
    said = _said_of_itself(token)
    if not said.isdisjoint(_HUMAN):
        return ActorKind.PERSON
    firm = "it" in said or _owns_what_firms_own(token) or _is_called_one(token)
    return ActorKind.ORGANISATION if firm and gender_of([token.lower_]) is None else None


def _is_alone(token: "Token") -> bool:
    """Whether no other name stands beside it ("Tessadi", not "Ann Tessadi")."""
    near = token.doc[max(0, token.i - 1) : token.i + 2]
    return not any(t.i != token.i and t.pos_ == "PROPN" for t in near)


def _owns_what_firms_own(token: "Token") -> bool:
    """ "Tessadi's shareholders", "Tessadi shares"."""
    return token.dep_ in ("poss", "compound") and token.head.lemma_.lower() in words("firm's")


def _said_of_itself(token: "Token") -> set[str]:
    """The pronouns by which it speaks of itself: "he", "his"; "it" also for "its" ("said ITS mill would close")."""
    if token.dep_ != "nsubj":
        return set()
    clauses = (clause for clause in token.head.children if clause.dep_ == "ccomp" and clause.i > token.i)
    subjects = [c for clause in clauses for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    found = {s.lower_ for s in subjects if s.lower_ in _HUMAN or (s.lower_ == "it" and _acts(s.head))}
    owners = {c.lower_ for s in subjects for c in s.children if c.dep_ == "poss"}
    return found | (owners & _HUMAN) | ({"it"} if "its" in owners else set())


def _acts(verb: "Token") -> bool:
    """Whether somebody does what the verb says: not "said it was raining", "said it is clear that"."""
    return verb.lemma_ != "be" and any(c.dep_ in ("dobj", "xcomp") for c in verb.children)


def _is_called_one(token: "Token") -> bool:
    """ "Tessadi, the carmaker,", "the carmaker Tessadi"."""
    beside = [c for c in token.children if c.dep_ in ("appos", "compound")]
    beside += [token.head] if token.dep_ == "appos" else []
    agents = (agent_at([word.lower_]) for word in beside)
    return any(a is not None and a[0].kind == "organisation" and a[0].sectors[:1] == ("BUS",) for a in agents)
