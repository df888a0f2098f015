"""Reading the dependency tree: noun phrases, what is coordinated with them, and what follows a preposition.

Labels are those of spaCy's English models (ClearNLP). A phrase is given by its head token.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

TIMES = frozenset({"DATE", "TIME", "PERCENT", "ORDINAL"})


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


def under(word: "Token", preposition: str) -> "list[Token]":
    """The objects of `preposition` below `word`: "on" below "strikes" in "strikes on the port".

    Where it comes twice ("killed in Lome in a raid") those of both.
    """
    every: list[Token] = []
    children = list(word.children)
    for child in children:
        if child.lower_ == preposition and child.dep_ in ("prep", "dative", "agent", "prt", "advmod", "mark"):
            every += objects_of(child)
    if every:
        return every
    for child in children:
        if child.dep_ in ("prep", "prt", "advmod") and child.pos_ == "ADP":
            for nested in child.children:
                if nested.dep_ == "prep" and nested.lower_ == preposition:
                    return objects_of(nested)
    return []


def objects_of(prep: "Token") -> "list[Token]":
    """The nouns that a preposition governs; none where they are a time."""
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


def is_laid_on(noun: "Token") -> bool:
    """Whether what follows "on" is to blame for it: "blamed the raid ON X"."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ == "blame"
