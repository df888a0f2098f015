"""What "the former", "the latter", "both" and "the agency" mean: the things that the words before them name."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.source.nouns import nouns
from sayso.resolve.source.phrase import class_by_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_PLACES = {"former": 0, "latter": -1}
_COUNTS = {
    "pair": "two",
    "duo": "two",
    "couple": "two",
    "trio": "three",
    "threesome": "three",
    "quartet": "four",
}
_EACH_OF_TWO = frozenset({"both", "neither", "each"})
_SIDES = (["two", "sides"], ["both", "sides"])
_DEFINITE = frozenset({"the", "this", "that", "a", "an"})
_BEFORE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "HYPH"})
_LONGEST = 6
_SENTENCES = 3
_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.STATE, SourceClass.MEDIA})
_REACH = 60
"""How many tokens before it the joined things may stand."""


def pointed_at(tokens: "list[Token]") -> "list[Token]":
    """The words of what "the former" or "the latter" means, of the first that "both" means; else none."""
    said = [token.lower_ for token in tokens]
    if len(said) == 2 and said[0] == "the" and (tokens[1].like_num or said[1] in _COUNTS):
        return _as_many_before(tokens[1], _COUNTS.get(said[1], said[1]))
    if len(said) == 1 and said[0] in _EACH_OF_TWO:
        return [token for head in _joined_before(tokens[0])[:1] for token in _words(head)]
    if len(said) != 2 or said[0] != "the" or said[1] not in _PLACES:
        return []
    joined = _joined_before(tokens[0])
    return _words(joined[_PLACES[said[1]]]) if len(joined) > 1 else []


def _as_many_before(word: "Token", number: str) -> "list[Token]":
    """The words of those whom "the two" or "the pair" counts, counted before: "two welders"; else none.

    Of "two brothers, Ada and Oto Lindt" the names.
    """
    for token in reversed(word.doc[: word.i]):
        if token.lower_ == number and token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS"):
            return _named_behind(token.head) or _words(token.head)
    return []


def _named_behind(noun: "Token") -> "list[Token]":
    """The first of the names that stand beside a counted noun: "two firms, Aldan and Gulf Swift"; else none."""
    behind = [t for t in noun.rights if t.dep_ == "appos" and t.pos_ == "PROPN"]
    return _words(behind[0]) if behind else []


def of_two_before(
    tokens: "list[Token]", meant: "list[Token]", known: "Mapping[int, SourceClass]"
) -> SourceClass | None:
    """The class of the two sources right before "both", where no nearer list is `meant` by it; else None.

    `known` gives the class of each source so far by its head token.
    """
    if [t.lower_ for t in tokens[-2:]] in _SIDES:
        return SourceClass.STATE if _joins_states(tokens[0]) else None
    if len(tokens) != 1 or tokens[0].lower_ not in _EACH_OF_TWO:
        return None
    if not meant and (few := _few_before(tokens[0])):
        return class_by_words(few)
    heads = sorted(i for i in known if i < tokens[0].i)[-2:]
    if not heads or (meant and meant[-1].i >= heads[0]):
        return None
    begun = sum(t.is_sent_start is True for t in tokens[0].doc[heads[0] : tokens[0].i + 1])
    if not meant and tokens[0].doc[heads[-1]].sent == tokens[0].sent:
        return known[heads[-1]]
    alike = len(heads) == 2 and known[heads[0]] is known[heads[1]]
    return known[heads[1]] if alike and begun <= _SENTENCES else None


def _joins_states(token: "Token") -> bool:
    """Whether two countries stand joined before a token: "Vietnam and Laos ... the two sides"."""
    before = token.doc[: token.i]
    return any(
        t.ent_type_ == "GPE" and any(c.dep_ == "conj" and c.ent_type_ == "GPE" for c in t.children)
        for t in before
    )


def other_of_several(tokens: "list[Token]", known: "Mapping[int, SourceClass]") -> SourceClass | None:
    """The class of "the other" behind one of two bodies that speaks: "one of the firms ... the other"; else None."""
    if [token.lower_ for token in tokens] != ["the", "other"]:
        return None
    doc = tokens[0].doc
    one = max((i for i in known if i < tokens[0].i and _is_one_of(doc[i])), default=None)
    if one is None or known[one] not in _BODIES:
        return None
    begun = sum(t.is_sent_start is True for t in doc[one + 1 : tokens[0].i + 1])
    return known[one] if begun <= _SENTENCES else None


def _is_one_of(token: "Token") -> bool:
    return token.lower_ == "one" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"


def _few_before(token: "Token") -> "list[Token]":
    """The words of the counted people that are the subject right before "both": "two aides"; else none."""
    begun = 0
    for one in reversed(token.doc[: token.i]):
        if one.dep_ in ("nsubj", "nsubjpass"):
            counted = any(child.dep_ == "nummod" for child in one.lefts)
            many = one.tag_ == "NNS" and counted and (one.nbor().text != "," or begun)
            return [t for t in one.subtree if t.i < token.i] if many else []
        begun += one.is_sent_start is True
        if begun > 1:
            return []
    return []


def longer_before(tokens: "list[Token]") -> "list[Token]":
    """The words of the longer name that a body's bare noun takes up: "the tax agency" for "the agency"; else none."""
    last = tokens[-1]
    definite = len(tokens) == 1 or (len(tokens) == 2 and tokens[0].lower_ in _DEFINITE)
    if not definite or last.lower_ not in nouns("taken up") or last.text[:1].isupper():
        return []
    alike = (t for t in reversed(last.doc[: last.i]) if t.lower_ == last.lower_)
    phrases = (_named(token) for token in alike)
    return next((said for said in phrases if any(t.tag_ != "DT" for t in said[:-1])), [])


def _named(token: "Token") -> "list[Token]":
    """A noun with what describes it and whose it is, right before it."""
    first = token.i
    while first > 0 and token.doc[first - 1].tag_ in _BEFORE and token.i - first < _LONGEST:
        first -= 1
    return list(token.doc[first : token.i + 1])


def _joined_before(token: "Token") -> "list[Token]":
    """The heads of the last list before a token."""
    doc = token.doc
    for i in range(token.i - 1, max(-1, token.i - _REACH), -1):
        one = doc[i]
        if one.dep_ == "conj" and one.pos_ in ("NOUN", "PROPN") and one.head.pos_ in ("NOUN", "PROPN"):
            first = one.head
            while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
                first = first.head
            return [first, *_conjuncts(first)]
    return []


def _conjuncts(token: "Token") -> "list[Token]":
    return [one for child in token.children if child.dep_ == "conj" for one in (child, *_conjuncts(child))]


def _words(head: "Token") -> "list[Token]":
    """The noun phrase of a head, without what is joined to it."""
    kept = (t for t in head.lefts if t.dep_ not in ("cc", "preconj", "punct"))
    first = min([head.i, *(t.left_edge.i for t in kept)])
    return list(head.doc[first : head.i + 1])
