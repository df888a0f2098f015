"""Reading the dependency tree: a verb's voice and mood, its own subject, and the clauses that complete it.

Labels are those of spaCy's English models (ClearNLP).
"""

from typing import TYPE_CHECKING

from sayso.events.lexicon import blaming_verbs, victim_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
PARTIES = frozenset({"GPE", "ORG", "PERSON", "NORP"})
OBJECT_CONTROL = frozenset({"of", "for", "from", "into"})
AIMS = frozenset({"at", "on", "into", "toward", "towards", "from", "through", "over"})
TOLD = frozenset({"tell", "meet", "greet", "host", "welcome", "receive", "urge", "assure", "warn"})


def is_passive(verb: "Token") -> bool:
    """Whether the verb stands in the passive, or is a participle that modifies what it was done to."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if verb.tag_ in ("VBN", "VBD") and _lacks_auxiliary(verb) and _harms(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod"):
        return True
    bare = not any(c.dep_ in ("aux", "nsubj", "dobj") for c in verb.children)
    if verb.dep_ == "conj" and bare:
        return is_passive(verb.head)
    return verb.dep_ == "advcl" and bare


def _harms(verb: "Token") -> bool:
    """Whether the subject of the bare verb suffers it: "mayor stabbed", "mayor shot DEAD"."""
    dead = any(c.lower_ == "dead" and c.dep_ in ("oprd", "acomp", "advmod") for c in verb.children)
    return dead or verb.lemma_ in victim_verbs() or (verb.lemma_ == "shoot" and not _has_aim(verb))


def _has_aim(verb: "Token") -> bool:
    """Whether it is said at whom, whence, or what else was done: "police shot AT the crowd", "shot and KILLED X"."""
    aims = (c for c in verb.children if c.lower_ in AIMS)
    aimed = any(noun.ent_type_ not in ("DATE", "TIME") for aim in aims for noun in aim.children)
    return aimed or any(c.dep_ in ("conj", "prt") and c.i > verb.i for c in verb.children)


def _lacks_auxiliary(verb: "Token") -> bool:
    """Whether a verb of suffering has a subject and neither object nor auxiliary: "Mayor stabbed on stage"."""
    labels = {c.dep_ for c in verb.children}
    return "nsubj" in labels and labels.isdisjoint(("aux", "dobj", "dative", "ccomp", "xcomp"))


def is_hidden_gerund(verb: "Token") -> bool:
    """Whether a gerund is taken for an adjective: "accused the police of BEATING demonstrators"."""
    if verb.tag_ != "VBG" or verb.dep_ != "amod" or verb.head.dep_ != "pobj":
        return False
    prep = verb.head.head
    if prep.lower_ not in OBJECT_CONTROL or verb.i != prep.i + 1:
        return False
    above = prep.head
    blamed = above.dep_ == "dobj" and above.head.lemma_ in blaming_verbs()
    return above.pos_ == "VERB" or blamed or (above.lower_ == "short" and above.head.pos_ == "VERB")


def is_imperative(verb: "Token") -> bool:
    """Whether the verb is a bare command ("attack the gate!"): told to do, not done."""
    if verb.tag_ != "VB" or any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in verb.children):
        return False
    return verb.dep_ in ("ROOT", "ccomp") or (verb.dep_ == "conj" and is_imperative(verb.head))


def modifies(verb: "Token") -> bool:
    """Whether an "-ing" form that the parser takes for a clause stands before its noun ("tells visiting chief")."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("xcomp", "ccomp", "pcomp") or verb.head.i != verb.i - 1:
        return False
    if verb.head.lemma_ not in TOLD:
        return False
    return any(c.dep_ == "dobj" and not _determined(c) for c in verb.children)


def _determined(noun: "Token") -> bool:
    return any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)


def own_subject(verb: "Token") -> "Token | None":
    """The subject that stands by the verb itself, not one that it shares with a verb above."""
    before = None
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
        if child.i < verb.i and _is_slip(child, verb):
            before = child
    return before if verb.dep_ in ("ROOT", "ccomp") else None


def _is_slip(word: "Token", verb: "Token") -> bool:
    """Whether the parser takes the subject for something else: "SWEDEN suspended aid", "CHAD fires missile"."""
    if word.dep_ == "compound":
        return word.pos_ == "PROPN" and verb.pos_ == "VERB" and verb.tag_ in ("VBZ", "VBD")
    return word.dep_ in ("npadvmod", "advmod") and word.ent_type_ in PARTIES


def facts(verb: "Token") -> "list[Token]":
    """The verbs of complement clauses that tell how things are or were: "conceded that it WAS wrong".

    Not what is to be done ("suggested that X leave", "agreed that X should leave").
    """
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX") and c.i > verb.i]
    return [clause for clause in told if _is_fact(clause)]


def _is_fact(clause: "Token") -> bool:
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    if not helpers:
        return clause.tag_ in ("VBD", "VBZ") or clause.lower_ == "are"
    return all(c.lemma_ in ("be", "have", "do") for c in helpers) and helpers[0].tag_ != "VB"


def complements(verb: "Token") -> "list[Token]":
    """The verbs of the clauses that complete the verb: "agreed to WITHDRAW", "said it would LEAVE"."""
    found = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ in ("VERB", "AUX")]
    for prep in verb.children:
        if prep.dep_ == "prep":
            found += [c for c in prep.children if c.dep_ == "pcomp" and c.pos_ == "VERB"]
    return found + [c for verb in found for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
