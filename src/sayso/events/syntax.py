"""Reading the dependency tree: who is the deep subject and object of a verb, whatever its voice and clause.

Labels are those of spaCy's English models (ClearNLP). All functions return the head tokens of noun phrases,
with their conjuncts, in text order; they promise nothing about who the phrase names.
"""

from typing import TYPE_CHECKING

from sayso.events import phrases, verbs
from sayso.events.beyond import shared_with
from sayso.events.lexicon import appealing_verbs, blaming_verbs, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
_MAX_CLIMB = 6
_SUBJECTS_OF = frozenset({"nsubj", "nsubjpass", "csubj"})


def subjects(verb: "Token") -> "list[Token]":
    """Those who do what the verb says: the subject, the agent of a passive, or the one that controls it."""
    if verbs.is_passive(verb):
        return agents(verb)
    return surface_subjects(verb)


def agents(verb: "Token") -> "list[Token]":
    """The agents of a passive verb: "by X"; shared by coordinated passives."""
    found = _by(verb)
    if not found and verb.dep_ == "conj" and verbs.is_passive(verb.head):
        found = _by(verb.head)
    if not found:
        for later in verb.children:
            if later.dep_ == "conj" and later.tag_ == "VBN" and verbs.own_subject(later) is None:
                return _by(later)
    return found


def _by(verb: "Token") -> "list[Token]":
    for prep in verb.children:
        if prep.dep_ in ("agent", "prep") and prep.lower_ == "by":
            return phrases.objects_of(prep)
    return []


def surface_subjects(verb: "Token", climbed: int = 0) -> "list[Token]":
    """The verb's grammatical subject, its own or the one that it shares or is controlled by."""
    own = verbs.own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if verbs.is_hidden_gerund(verb):
        return _controllers_over(verb.head.head, climbed + 1)
    if verbs.modifies(verb):
        return [c for c in verb.children if c.dep_ == "dobj"]
    if climbed > _MAX_CLIMB:
        return []
    return _inherited_subjects(verb, climbed + 1)


def _inherited_subjects(verb: "Token", climbed: int) -> "list[Token]":
    head = verb.head
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and head != verb:
        if head.pos_ in ("VERB", "AUX"):
            shared = shared_with(verb)
            return _controllers(verb, head, climbed) if shared is None else surface_subjects(shared, climbed)
        if verb.dep_ == "pcomp" and head.dep_ in ("prep", "agent", "mark", "advcl"):
            return _controllers_over(head, climbed)
        if verb.dep_ == "xcomp" and head.pos_ == "ADJ" and head.head != head:
            return surface_subjects(head.head, climbed)
    if verb.dep_ in ("acl", "amod") and verb.tag_ in ("VBG", "VBN"):
        clause = _clause_beside(verb)
        return phrases.conjuncts(head) if clause is None else surface_subjects(clause, climbed)
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB":
        return _owner_of_plan(head, climbed)
    return []


def _clause_beside(verb: "Token") -> "Token | None":
    """The clause that an "-ing" form behind a comma says more of: "banned the party, FORCING it to move".

    The parser hangs it on the last noun; None where that is no object of a verb.
    """
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    above = next((w for w in verb.ancestors if w.pos_ == "VERB" or w.dep_ in _SUBJECTS_OF), None)
    return above if above is not None and above.pos_ == "VERB" and above.i < verb.i else None


def _controllers(verb: "Token", head: "Token", climbed: int) -> "list[Token]":
    """Who controls a subordinate verb: the object of "forced X to", else the subject of the clause above."""
    if verb.dep_ in ("xcomp", "ccomp") and verb.tag_ in ("VB", "VBG") and not verbs.is_passive(head):
        persuaded = [c for c in head.children if c.dep_ in ("dobj", "dative") and head.i < c.i < verb.i]
        if persuaded:
            return phrases.conjuncts(persuaded[0])
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.lemma_ in appealing_verbs():
        asked = [
            t for p in ("on", "upon", "to", "with", "for") for t in phrases.under(head, p) if t.i < verb.i
        ]
        if asked:
            return asked
    quoted = head
    while verb.dep_ == "advcl" and quoted.dep_ in ("advcl", "xcomp", "conj", "acl", "relcl"):
        quoted = quoted.head
    if verb.dep_ == "advcl" and quoted.dep_ == "ccomp" and closes_quote(verb, quoted):
        return surface_subjects(quoted.head, climbed)
    return surface_subjects(head, climbed)


def closes_quote(verb: "Token", head: "Token") -> bool:
    """Whether a quotation ends between the two verbs: then what follows belongs to the one who is quoted."""
    between = verb.doc[head.i : verb.i] if head.i < verb.i else ()
    return any(t.text in ("”", "’’", "''") or (t.text in ('"', "’") and t.tag_ == "''") for t in between)


def _controllers_over(prep: "Token", climbed: int) -> "list[Token]":
    """The subject of a gerund after a preposition: "accused X of doing" is X, "replied by doing" the subject."""
    governor = prep.head.head if prep.head.lower_ == "short" else prep.head
    if governor.pos_ not in ("VERB", "AUX"):
        if governor.dep_ == "dobj" and prep.lower_ == "of" and governor.head.lemma_ in blaming_verbs():
            return phrases.conjuncts(governor)  # the parser hangs "of doing" on the accused
        return _owner_of_plan(governor, climbed) if governor.pos_ in ("NOUN", "PROPN") else []
    if prep.lower_ in verbs.OBJECT_CONTROL:
        found = objects(governor)
        if found:
            return found
    return surface_subjects(governor, climbed)


def _owner_of_plan(noun: "Token", climbed: int) -> "list[Token]":
    """Whose plan, decision or right it is to do a thing: the possessor, else the subject of the clause."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ("amod", "compound", "nmod") and child.ent_type_):
            return phrases.conjuncts(child)
    if noun.dep_ in ("dobj", "attr", "pobj"):
        governor = noun.head.head if noun.dep_ == "pobj" else noun.head
        if governor.pos_ in ("VERB", "AUX"):
            return surface_subjects(governor, climbed)
    return []


def objects(verb: "Token") -> "list[Token]":
    """Those to whom it is done: the object, or the subject of a passive."""
    if verbs.is_passive(verb):
        given = [c for c in verb.children if c.dep_ == "dobj"]
        if given:
            return phrases.conjuncts(given[0])
        if verb.dep_ in ("acl", "amod"):
            return phrases.conjuncts(verb.head)
        return surface_subjects(verb)
    if verbs.is_hidden_gerund(verb):
        return phrases.conjuncts(verb.head)
    for child in verb.children:
        if (
            child.dep_ in ("dobj", "obj")
            and child.lower_ not in RELATIVE
            and child.ent_type_ not in phrases.TIMES
        ):
            return phrases.conjuncts(child)
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and verbs.own_subject(child) is None
            and child.tag_ == verb.tag_
        ):
            return objects(child)
    if verb.dep_ == "relcl" and _lacks_object(verb):
        return phrases.conjuncts(verb.head)
    return []


def _lacks_object(verb: "Token") -> bool:
    """Whether a relative clause's gap is its object ("the town that rebels seized")."""
    own = verbs.own_subject(verb)
    gap = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ in RELATIVE]
    full = any(c.dep_ == "mark" for c in verb.children)
    return bool(gap) or (own is not None and own.lower_ not in RELATIVE and not full)


def receivers(verb: "Token") -> "list[Token]":
    """To whom something is given or said without a preposition: "gave X a loan"."""
    if verbs.is_passive(verb) and any(c.dep_ == "dobj" for c in verb.children):
        return phrases.conjuncts(verb.head) if verb.dep_ in ("acl", "amod") else surface_subjects(verb)
    for child in verb.children:
        if child.dep_ == "dative":
            return phrases.objects_of(child) if child.pos_ == "ADP" else phrases.conjuncts(child)
    for child in verb.children:
        if child.dep_ == "dobj" and verb.i < child.left_edge.i:
            return [c for c in child.lefts if c.dep_ == "nmod" and c.ent_type_ in ("GPE", "ORG", "PERSON")]
    return []


def _antecedent(subject: "Token", verb: "Token") -> "list[Token]":
    """The noun that a relative pronoun stands for, with its conjuncts; any other subject as it is."""
    if subject.lower_ in RELATIVE and subject.tag_ in ("WDT", "WP", "IN", "DT"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ in ("relcl", "acl"):
            return [_deed(clause.head, verb)]
    return phrases.conjuncts(subject)


def _deed(noun: "Token", verb: "Token") -> "Token":
    """The deed above the place that a relative clause hangs on: "the RAID on its embassy, which killed four"."""
    classes = word_classes()
    above = noun
    while verb.lemma_ in classes["harming_verb"] and above.dep_ == "pobj":
        if above.head.lower_ not in classes["deed_place"] or above.head.head.pos_ != "NOUN":
            break
        above = above.head.head
        if above.lemma_.lower() in classes["violence"]:
            return above
    return noun
