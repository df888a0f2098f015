"""What the next sentences call a name that no table knows: "Vale said ... It said", "Kompas ... The newspaper"."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.source.nouns import CLASSES, noun_at

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCES = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAYING = frozenset(
    {"say", "add", "report", "deny", "blame", "tell", "warn", "announce", "urge", "call", "expect", "put"}
)
_PRONOUNS = {"it": SourceClass.ORGANISATION, "he": SourceClass.PERSON, "she": SourceClass.PERSON}


def taken_up(tokens: "list[Token]") -> SourceClass | None:
    """The class of a lone name that "It" or "The newspaper" takes up as the next to speak; else None."""
    if len(tokens) != 1:
        return None
    doc, sentence = tokens[0].doc, tokens[0].sent
    if _is_it_within(tokens[0]):
        return SourceClass.ORGANISATION
    for _ in range(_SENTENCES):
        if sentence.end >= len(doc):
            return None
        sentence = doc[sentence.end].sent
        subject = next((t for t in sentence if t.dep_ in _SUBJECTS and t.head.lemma_ in _SAYING), None)
        if subject is not None:
            return _of(subject)
    return None


def _of(subject: "Token") -> SourceClass | None:
    if subject.lower_ in _PRONOUNS:
        return _PRONOUNS[subject.lower_]
    if subject.i == 0 or subject.nbor(-1).lower_ != "the" or not subject.text.islower():
        return None
    noun = noun_at([subject.lower_], guess=False)
    new = all(t.lower_ != subject.lower_ for t in subject.doc[: subject.i])
    if noun is None or noun.plural or not new:
        return None
    found = SourceClass.MEDIA if noun.kind == "paper" else CLASSES.get(noun.kind)
    return None if found is SourceClass.DOCUMENT else found


def _is_it_within(name: "Token") -> bool:
    """Whether "it" is the subject of what the name says: "Vale rejected allegations that it knew"."""
    behind = [t for t in name.sent if t.i > name.i]
    its = (t for t in behind if t.lower_ == "it" and t.dep_ == "nsubj")
    owns = [t for t in behind if t.lower_ != "that"][1:2]
    if name.dep_ == "nsubj" and [t.lower_ for t in owns] == ["its"]:
        return True  # "Grab said its drivers were safe"
    return name.dep_ == "nsubj" and any(
        it.nbor(-1).lower_ == "that" or it.nbor(-1) == name.head for it in its
    )
