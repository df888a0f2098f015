"""Whom the words leave open though they point: "the old man", "the people" after "two people", "Brussels"."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.tables import adjectives
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.scan import read_number
from sayso.resolve.source.nouns import nouns
from sayso.resolve.source.parts import apposed, core, is_name
from sayso.resolve.source.signs import gives_name

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEW = 9
_SENTENCES = 3
_MANY = ("s", "ese", "ish", "ch")
"""Ends of adjectives that name a whole people behind "the"."""
_HALVES = frozenset({"right", "left", "wing", "-"})


def is_several_states(tokens: "list[Token]") -> bool:
    """Whether a capital alone stands for the body of several states: "Brussels", unless the text tells of Belgium."""
    if len(tokens) != 1 or tokens[0].lower_ not in nouns("capital of several"):
        return False
    return not any(token.text.startswith("Belgi") for token in tokens[0].doc)


def is_a_people(tokens: "list[Token]") -> bool:
    """Whether a source is a people by the plural of its adjective: "Ukrainians", "Ukrainians who fled"."""
    first, word = tokens[0], tokens[0].lower_
    last = tokens[-1]
    described = len(tokens) > 1 and last.tag_ == "NNPS" and last.lower_[:-1] in adjectives()
    if described and all(t.pos_ in ("ADJ", "PUNCT") or t.lower_ in _HALVES for t in tokens[:-1]):
        return True  # "Right-wing Danes"
    if not first.is_title or not word.endswith("s"):
        return False
    if len(tokens) == 1:
        return word[:-1] in adjectives()
    behind = tokens[1].tag_ in ("VBG", "VBN", "IN", "WP") or [t.text for t in tokens[1:2]] == [","]
    return behind and first.tag_ in ("NNS", "NNPS") and (word[:-1] in adjectives() or word in adjectives())


def is_one_of_a_people(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether a source is one person by the adjective of his people: "the Belgian"; "the French" are many.

    "The Australian" inside a sentence is a paper's name.
    """
    if len(tokens) != 2 or tokens[0].lower_ not in ("the", "this"):
        return False
    if (tokens[0].is_title and not tokens[0].is_sent_start) or any(
        one.kind == ActorKind.MEDIA for one in clusters
    ):
        return False
    name = tokens[1]
    one = name.text.istitle() and name.lower_ in adjectives() and not name.lower_.endswith(_MANY)
    return one and name.dep_ not in ("compound", "amod")


def is_close(tokens: "list[Token]") -> bool:
    """Whether a source is told by whom it is close to, who is somebody: "a source close to the actress"."""
    said = " ".join(t.lower_ for t in tokens)
    return any(f" {words} " in said for words in nouns("close to"))


def is_without_post(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether "the old man" says no post or tie, and nobody is named whom it could mean."""
    head = core(tokens)
    points = tokens[0].lower_ in ("the", "that", "this")
    if not points or not head or head[-1].lower_ not in nouns("no post"):
        return False
    if any(token.tag_ == "POS" or token.dep_ == "poss" for token in tokens):
        return False
    if any(token.lower_ in nouns("leads") for token in head[:-1]):
        return False  # "the chief medical officer"
    if gives_name(tokens) or is_name(core(apposed(tokens))):
        return False  # "the suspect, named as Oto Lindt"
    named = any(m.form is Form.NAME for one in clusters for m in one.mentions)
    known = any(one.entity is not None for one in clusters if one.kind == ActorKind.PERSON)
    return not named and not known and not _names_somebody_before(tokens[0])


def _names_somebody_before(token: "Token") -> bool:
    """Whether a person's name stands a few sentences before a token."""
    sentences = 0
    for before in reversed(token.doc[: token.i]):
        if before.ent_type_ == "PERSON" and before.text[:1].isupper():
            return True
        if before.is_sent_start:
            sentences += 1
            if sentences > _SENTENCES:
                return False
    return False


def were_counted(tokens: "list[Token]") -> bool:
    """Whether "the people" were a counted few before, without names: "two people ... the people"."""
    if len(tokens) != 2 or tokens[0].lower_ not in ("the", "these", "those") or not tokens[1].text.islower():
        return False
    word = tokens[1]
    if word.tag_ != "NNS":
        return False
    before = (t for t in reversed(word.doc[: word.i]) if t.lower_ == word.lower_)
    first = next(before, None)
    if first is None or any(t.dep_ == "appos" and t.pos_ == "PROPN" for t in first.rights):
        return False  # "two brothers, Ada and Oto Lindt"
    counts = [t for t in first.lefts if t.like_num]
    number = read_number([counts[0].lower_]) if counts else 0
    return 1 < number <= _FEW
