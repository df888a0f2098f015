"""What "who", "which", "that" and "each" mean: the nouns that their clause describes, or that share its deed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = frozenset({"VBP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WHERE = frozenset({"at", "from", "in", "with"})


def antecedents(pronoun: "Token") -> "list[Token]":
    """The heads of the nouns that a relative pronoun's clause describes; none if the parse shows none before it.

    Of "Amara and her board, who have refused", both: the verb is plural. Of "Chad and Niger met, each blaming the
    other", both too: "each" has the subject of the verb above.
    """
    if pronoun.lower_ == "each":
        return _sharing(pronoun)
    if pronoun.tag_ not in ("WP", "WDT") or pronoun.text == "WHO":
        return []
    verb = pronoun.head
    while verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    noun = verb.head
    if (
        verb.dep_ != "relcl"
        or noun.i >= pronoun.i
        or noun.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "DET")
    ):
        return []
    return _joined(pronoun, noun)


def nearest(pronoun: "Token") -> "list[Token]":
    """The heads of the nouns right before a pronoun, for where the parse hangs its clause on another.

    Of "the mayor of Bergen, who" that is the mayor.
    """
    before = pronoun.i - 1
    while before > 0 and pronoun.doc[before].is_punct:
        before -= 1
    noun = pronoun.doc[max(before, 0)]
    while pronoun.lower_ == "who" and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return _joined(pronoun, noun) if noun.i < pronoun.i and noun.pos_ in ("NOUN", "PROPN") else []


def _joined(pronoun: "Token", noun: "Token") -> "list[Token]":
    plural = any(t.tag_ in _PLURAL for t in (pronoun.head, *pronoun.head.children) if t.i > pronoun.i)
    if plural and pronoun.lower_ == "who" and (many := _many_at(noun)) is not None:
        return [many]
    if pronoun.lower_ == "who" and (somebody := _somebody_at(noun)) is not None:
        return [somebody]
    first = noun.head if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") else None
    one = noun.tag_ in ("NN", "NNP")
    return [first, noun] if plural and one and first is not None else [noun]


def _many_at(noun: "Token") -> "Token | None":
    """The plural before a name that only says where they are: "strategists" of "strategists at Nomura"."""
    place = noun.dep_ == "pobj" and noun.tag_ == "NNP" and noun.head.lower_ in _WHERE
    many = noun.head.head
    return many if place and many.tag_ == "NNS" and many.i < noun.i else None


def _somebody_at(noun: "Token") -> "Token | None":
    """The one before a place's name that only says where he is: "a diplomat" of "a diplomat in Addis Ababa"."""
    place = noun.dep_ == "pobj" and noun.ent_type_ in _PLACES and noun.head.lower_ in _WHERE
    one = noun.head.head
    return one if place and one.tag_ in ("NN", "NNS") and one.i < noun.i else None


def _sharing(each: "Token") -> "list[Token]":
    above = each.head.head
    while above.tag_ == "VBG" and above.head != above and not _subjects(above):
        above = above.head
    found = _subjects(above) if each.head.pos_ == "VERB" and above != each.head else []
    for noun in found:
        found += [child for child in noun.children if child.dep_ == "conj" and child not in found]
    return found


def _subjects(verb: "Token") -> "list[Token]":
    return [
        child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ != "each"
    ]
