"""What a bare relation in the parse does to the event, where the governing word says nothing."""

from spacy.tokens import Token

from sayso.assess.cues import marker
from sayso.assess.edges import Edge, is_definite
from sayso.assess.effects import Effect
from sayso.assess.modality import condition
from sayso.assess.time import tense
from sayso.records.vocabulary import Time

NOMINAL = ("NOUN", "PROPN")


def by_relation(token: Token, step: Edge) -> tuple[Effect, Token | None]:
    """The effect of a bare relation, where the governing word says nothing."""
    if step.preposition is not None and step.form != "whether":
        for word in (token.head, step.preposition):
            row = marker(word.lower_, "preposition")
            if row is not None:
                return row.affirmed, word
    match step.relation, step.form:
        case "advcl", _:
            return _adverbial(token, step.form)
        case (("ccomp" | "pcomp"), _) if _free_relative(token):
            return Effect.PRESUPPOSED, None
        case (("relcl" | "acl" | "amod"), form) if form != "to":
            return _modifier(step.governor, token)
        case "ccomp" | "advcl", "that" if subjunctive(token):
            return Effect.ASKED, None
        case (("xcomp" | "acl" | "ccomp" | "relcl"), "to"):
            return (Effect.PLANNED if step.governor.lemma_ == "be" else Effect.WANTED), step.governor
        case _, "whether":
            return Effect.HYPOTHETICAL, None
        case _ if token.pos_ in NOMINAL and is_definite(token) and step.relation != "conj":
            return Effect.PRESUPPOSED, None
    return Effect.HAPPENS, None


def _adverbial(clause: Token, form: str) -> tuple[Effect, Token | None]:
    mark = condition(clause)
    if mark is not None:
        return Effect.HYPOTHETICAL, mark
    for child in clause.children:
        if child.dep_ == "mark":
            row = marker(child.lower_, "mark") or marker(child.lower_, "preposition")
            return (row.affirmed, child) if row else (Effect.PRESUPPOSED, None)
    return (Effect.WANTED if form == "to" else Effect.HAPPENS), None


def subjunctive(verb: Token, *, sure: bool = False) -> bool:
    """ "They insist that he be tried", "that he leave": a bare verb with a subject is wished for.

    `sure`: by "be" alone; other bare verbs may be a tagger's slip ("they say they leave").
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    first = helpers[0] if helpers else verb
    bare = first.lower_ == "be" or (not sure and not helpers and verb.tag_ == "VB")
    return bare and any(child.dep_.startswith("nsubj") for child in verb.children)


def _free_relative(verb: Token) -> bool:
    """ "They refused what he asked": he did ask."""
    return any(
        child.lower_ == "what" and child.dep_ in ("dobj", "nsubj", "nsubjpass") for child in verb.children
    )


def any_of(noun: Token) -> Token | None:
    """The word that leaves open whether there is one at all: "any attack"."""
    return next((c for c in noun.children if c.dep_ == "det" and c.lower_ in ("any", "whichever")), None)


def _modifier(noun: Token, verb: Token) -> tuple[Effect, Token | None]:
    """ "Troops that fled" did flee, as do "the troops that flee"; "any troops that fled" may not be.

    "Troops that flee" are as sure as the troops.
    """
    if (word := any_of(noun)) is not None:
        return Effect.HYPOTHETICAL, word
    past = tense(verb, headline=False) == Time.PAST and verb.tag_ != "VBG"
    taken = past or is_definite(noun) or noun.pos_ in ("PROPN", "NUM")
    return (Effect.PRESUPPOSED if taken else Effect.HAPPENS), None
