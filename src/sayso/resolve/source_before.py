"""The class of "it" and "they" that no actor answers to: that of the subject before."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.actors.found import Form
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.source_names import class_by_report, phrase_to
from sayso.resolve.source_nouns import noun_at
from sayso.resolve.source_phrase import class_by_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

_ALONE = frozenset({SourceClass.PERSON, SourceClass.ANONYMOUS})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INNER = frozenset({"relcl", "acl"})
_SENTENCES = 2


def class_before(
    token: "Token", base: str, clusters: tuple[Cluster, ...], known: "Mapping[int, SourceClass]"
) -> SourceClass | None:
    """The class of what "it" or "they" means by the words of the subject before; None where its actors tell.

    `known` gives the class of each source so far by its head token.

    Actors tell unless there are none, or "they" has found one body ("the ministry") and the subject is many.
    """
    if base not in ("it", "they"):
        return None
    if clusters and not (base == "they" and len(clusters) == 1 and _is_one(clusters[0])):
        return None
    for subject in _subjects(token):
        if _is_many(subject) != (base == "they"):
            continue
        if (found := known.get(subject.i) or _of_subject(subject)) is None:
            continue
        if clusters and found is not SourceClass.COLLECTIVE:
            return None
        return None if base == "it" and found in _ALONE else found
    return None


def _is_many(subject: "Token") -> bool:
    """Whether a subject is several or many: a plural, or a noun such as "the couple"."""
    noun = noun_at([subject.lower_], guess=False)
    return subject.tag_ in ("NNS", "NNPS") or (noun is not None and noun.kind == "mass")


def _is_one(cluster: Cluster) -> bool:
    """Whether the words for an actor, but for pronouns, name one."""
    return not cluster.plural and not any(m.plural and m.form is not Form.PRONOUN for m in cluster.mentions)


def _of_subject(subject: "Token") -> SourceClass | None:
    """The class of a subject by its words; a bare name that is no person's, as "it" shows, is a body's."""
    doc, name = subject.doc, phrase_to(subject)
    first = min(subject.left_edge.i, name[0].i)
    tokens = [t for t in doc[first : subject.i + 1] if not t.is_space]
    if (by_words := class_by_words(tokens)) is not None:
        return by_words
    found = class_by_report(doc, tokens)
    return SourceClass.ORGANISATION if found is SourceClass.PERSON else found


def _subjects(token: "Token") -> "Iterator[Token]":
    """The subjects of clauses before a pronoun, nearest first: in its own sentence, then in the one before."""
    sentences = 0
    for one in reversed(token.doc[: token.i]):
        if one.dep_ in _SUBJECTS and one.pos_ in ("NOUN", "PROPN") and one.head.dep_ not in _INNER:
            yield one
        if one.is_sent_start:
            sentences += 1
            if sentences > _SENTENCES:
                return
