"""Reading the dependency tree: who is the deep subject and object of a verb, whatever its voice and clause.

Labels are those of spaCy's English models (ClearNLP). All functions return the head tokens of noun phrases,
with their conjuncts, in text order; they promise nothing about who the phrase names.
"""

from typing import TYPE_CHECKING

from sayso.events.lexicon import appealing_verbs, blaming_verbs, victim_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECT_CONTROL = frozenset({"of", "for", "from", "into"})
TIMES = frozenset({"DATE", "TIME", "PERCENT", "ORDINAL"})
PARTIES = frozenset({"GPE", "ORG", "PERSON", "NORP"})
TOLD = frozenset({"tell", "meet", "greet", "host", "welcome", "receive", "urge", "assure", "warn"})
_MAX_CLIMB = 6


def conjuncts(head: "Token") -> "list[Token]":
    """`head` and the nouns coordinated with it: "A, B and C" gives three.

    The parser sometimes makes the middle of a list an apposition ("A, the B and C"): that counts too.
    """
    found = [head]
    for token in found:
        found += [c for c in token.children if c.dep_ == "conj" and c.pos_ not in ("VERB", "AUX")]
        if any(c.dep_ == "cc" for c in token.children):
            continue
        listed = [c for c in token.children if c.dep_ == "appos" and any(g.dep_ == "cc" for g in c.children)]
        found += [c for c in listed if c.ent_type_ and token.ent_type_]
    return found


def is_passive(verb: "Token") -> bool:
    """Whether the verb stands in the passive, or is a participle that modifies what it was done to."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if verb.lemma_ in victim_verbs() and verb.tag_ in ("VBN", "VBD") and _lacks_auxiliary(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod"):
        return True
    bare = not any(c.dep_ in ("aux", "nsubj", "dobj") for c in verb.children)
    if verb.dep_ == "conj" and bare:
        return is_passive(verb.head)
    return verb.dep_ == "advcl" and bare


def _lacks_auxiliary(verb: "Token") -> bool:
    """Whether a verb of suffering has a subject and neither object nor auxiliary: "Mayor stabbed on stage"."""
    labels = {c.dep_ for c in verb.children}
    return "nsubj" in labels and labels.isdisjoint(("aux", "dobj", "dative", "ccomp", "xcomp"))


def subjects(verb: "Token") -> "list[Token]":
    """Those who do what the verb says: the subject, the agent of a passive, or the one that controls it."""
    if is_passive(verb):
        return agents(verb)
    return surface_subjects(verb)


def agents(verb: "Token") -> "list[Token]":
    """The agents of a passive verb: "by X"; shared by coordinated passives."""
    found = _by(verb)
    if not found and verb.dep_ == "conj" and is_passive(verb.head):
        found = _by(verb.head)
    if not found:
        for later in verb.children:
            if later.dep_ == "conj" and later.tag_ == "VBN" and _own_subject(later) is None:
                return _by(later)
    return found


def _by(verb: "Token") -> "list[Token]":
    for prep in verb.children:
        if prep.dep_ in ("agent", "prep") and prep.lower_ == "by":
            return _objects_of(prep)
    return []


def surface_subjects(verb: "Token", climbed: int = 0) -> "list[Token]":
    """The verb's grammatical subject, its own or the one that it shares or is controlled by."""
    own = _own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if is_hidden_gerund(verb):
        return _controllers_over(verb.head.head, climbed + 1)
    if modifies(verb):
        return [c for c in verb.children if c.dep_ == "dobj"]
    if climbed > _MAX_CLIMB:
        return []
    return _inherited_subjects(verb, climbed + 1)


def _inherited_subjects(verb: "Token", climbed: int) -> "list[Token]":
    head = verb.head
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and head != verb:
        if head.pos_ in ("VERB", "AUX"):
            return _controllers(verb, head, climbed)
        if verb.dep_ == "pcomp" and head.dep_ in ("prep", "agent", "mark", "advcl"):
            return _controllers_over(head, climbed)
        if verb.dep_ == "xcomp" and head.pos_ == "ADJ" and head.head != head:
            return surface_subjects(head.head, climbed)
    if verb.dep_ in ("acl", "amod") and verb.tag_ in ("VBG", "VBN"):
        return conjuncts(head)
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB":
        return _owner_of_plan(head, climbed)
    return []


def _controllers(verb: "Token", head: "Token", climbed: int) -> "list[Token]":
    """Who controls a subordinate verb: the object of "forced X to", else the subject of the clause above."""
    if verb.dep_ in ("xcomp", "ccomp") and verb.tag_ in ("VB", "VBG") and not is_passive(head):
        persuaded = [c for c in head.children if c.dep_ in ("dobj", "dative") and head.i < c.i < verb.i]
        if persuaded:
            return conjuncts(persuaded[0])
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.lemma_ in appealing_verbs():
        asked = [t for p in ("on", "upon", "to", "with", "for") for t in under(head, p) if t.i < verb.i]
        if asked:
            return asked
    quoted = head
    while verb.dep_ == "advcl" and quoted.dep_ in ("advcl", "xcomp", "conj", "acl", "relcl"):
        quoted = quoted.head
    if verb.dep_ == "advcl" and quoted.dep_ == "ccomp" and _closes_quote(verb, quoted):
        return surface_subjects(quoted.head, climbed)
    return surface_subjects(head, climbed)


def _closes_quote(verb: "Token", head: "Token") -> bool:
    """Whether a quotation ends between the two verbs: then what follows belongs to the one who is quoted."""
    between = verb.doc[head.i : verb.i] if head.i < verb.i else ()
    return any(t.text in ("”", "’’", "''") or (t.text in ('"', "’") and t.tag_ == "''") for t in between)


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


def _controllers_over(prep: "Token", climbed: int) -> "list[Token]":
    """The subject of a gerund after a preposition: "accused X of doing" is X, "replied by doing" the subject."""
    governor = prep.head.head if prep.head.lower_ == "short" else prep.head
    if governor.pos_ not in ("VERB", "AUX"):
        if governor.dep_ == "dobj" and prep.lower_ == "of" and governor.head.lemma_ in blaming_verbs():
            return conjuncts(governor)  # the parser hangs "of doing" on the accused
        return _owner_of_plan(governor, climbed) if governor.pos_ in ("NOUN", "PROPN") else []
    if prep.lower_ in OBJECT_CONTROL:
        found = objects(governor)
        if found:
            return found
    return surface_subjects(governor, climbed)


def _owner_of_plan(noun: "Token", climbed: int) -> "list[Token]":
    """Whose plan, decision or right it is to do a thing: the possessor, else the subject of the clause."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ("amod", "compound", "nmod") and child.ent_type_):
            return conjuncts(child)
    if noun.dep_ in ("dobj", "attr", "pobj"):
        governor = noun.head.head if noun.dep_ == "pobj" else noun.head
        if governor.pos_ in ("VERB", "AUX"):
            return surface_subjects(governor, climbed)
    return []


def objects(verb: "Token") -> "list[Token]":
    """Those to whom it is done: the object, or the subject of a passive."""
    if is_passive(verb):
        given = [c for c in verb.children if c.dep_ == "dobj"]
        if given:
            return conjuncts(given[0])
        if verb.dep_ in ("acl", "amod"):
            return conjuncts(verb.head)
        return surface_subjects(verb)
    if is_hidden_gerund(verb):
        return conjuncts(verb.head)
    for child in verb.children:
        if child.dep_ in ("dobj", "obj") and child.lower_ not in RELATIVE and child.ent_type_ not in TIMES:
            return conjuncts(child)
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and _own_subject(child) is None
            and child.tag_ == verb.tag_
        ):
            return objects(child)
    if verb.dep_ == "relcl" and _lacks_object(verb):
        return conjuncts(verb.head)
    return []


def _lacks_object(verb: "Token") -> bool:
    """Whether a relative clause's gap is its object ("the town that rebels seized")."""
    own = _own_subject(verb)
    gap = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ in RELATIVE]
    full = any(c.dep_ == "mark" for c in verb.children)
    return bool(gap) or (own is not None and own.lower_ not in RELATIVE and not full)


def receivers(verb: "Token") -> "list[Token]":
    """To whom something is given or said without a preposition: "gave X a loan"."""
    if is_passive(verb) and any(c.dep_ == "dobj" for c in verb.children):
        return conjuncts(verb.head) if verb.dep_ in ("acl", "amod") else surface_subjects(verb)
    for child in verb.children:
        if child.dep_ == "dative":
            return _objects_of(child) if child.pos_ == "ADP" else conjuncts(child)
    for child in verb.children:
        if child.dep_ == "dobj" and verb.i < child.left_edge.i:
            return [c for c in child.lefts if c.dep_ == "nmod" and c.ent_type_ in ("GPE", "ORG", "PERSON")]
    return []


def under(word: "Token", preposition: str) -> "list[Token]":
    """The objects of `preposition` below `word`: "on" below "strikes" in "strikes on the port".

    Where it comes twice ("killed in Lome in a raid") those of both.
    """
    every: list[Token] = []
    children = list(word.children)
    for child in children:
        if child.lower_ == preposition and child.dep_ in ("prep", "dative", "agent", "prt", "advmod", "mark"):
            every += _objects_of(child)
    if every:
        return every
    for child in children:
        if child.dep_ in ("prep", "prt", "advmod") and child.pos_ == "ADP":
            for nested in child.children:
                if nested.dep_ == "prep" and nested.lower_ == preposition:
                    return _objects_of(nested)
    return []


def _objects_of(prep: "Token") -> "list[Token]":
    for child in prep.children:
        if child.ent_type_ in TIMES:
            continue
        if child.dep_ == "pobj" or (child.dep_ == "pcomp" and child.pos_ not in ("VERB", "AUX")):
            return conjuncts(child)
    return []


def particle(verb: "Token", word: str) -> "Token | None":
    """The verb's particle or bare adverb `word` ("down" in "stepped down"), None where it has none."""
    for child in verb.children:
        if child.lower_ == word and child.dep_ in ("prt", "advmod", "prep"):
            bare = not any(c.dep_ == "pobj" for c in child.children)
            return child if bare else None
    return None


def complements(verb: "Token") -> "list[Token]":
    """The verbs of the clauses that complete the verb: "agreed to WITHDRAW", "said it would LEAVE"."""
    found = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ in ("VERB", "AUX")]
    for prep in verb.children:
        if prep.dep_ == "prep":
            found += [c for c in prep.children if c.dep_ == "pcomp" and c.pos_ == "VERB"]
    return found + [c for verb in found for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]


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


def _own_subject(verb: "Token") -> "Token | None":
    before = None
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
        if child.dep_ == "npadvmod" and child.i < verb.i and child.ent_type_ in PARTIES:
            before = child  # a slip of the parser: "Sweden suspended aid"
    return before if verb.dep_ in ("ROOT", "ccomp") else None


def _antecedent(subject: "Token", verb: "Token") -> "list[Token]":
    """The noun that a relative pronoun stands for, with its conjuncts; any other subject as it is."""
    if subject.lower_ in RELATIVE and subject.tag_ in ("WDT", "WP", "IN", "DT"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ in ("relcl", "acl"):
            return [clause.head]
    return conjuncts(subject)
