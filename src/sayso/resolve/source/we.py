"""The class of "we" in what one person says: the body that he speaks for, or people like him."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind, SourceClass
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.source.nouns import ORGANS, noun_at, nouns
from sayso.resolve.source.parts import core, lowered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.STATE})
_FORCES = frozenset({"MIL", "COP"})


def class_of_we(
    speaker: "list[Token]",
    kind: SourceClass,
    clusters: tuple[Cluster, ...],
    known: "Mapping[int, SourceClass]",
) -> SourceClass | None:
    """The class of "we" in what a source of these words, class and actors says; None where it is the speaker's own.

    `known` gives the class of each source so far by its head token. A minister or an officer says "we" for a state,
    who speaks for a body or heads it for that body; a nameless nurse for people like her, an editorial for its paper.
    """
    head = core(speaker)
    if head and head[-1].lower_ in nouns("piece"):
        return SourceClass.PUBLISHER
    if kind not in (SourceClass.PERSON, SourceClass.ANONYMOUS) or len(clusters) != 1:
        return None
    one = clusters[0]
    if one.sectors[:1] and one.sectors[0] in _FORCES:
        return SourceClass.STATE
    role = (one.role or one.noun).lower()
    if role.endswith("minister"):
        return SourceClass.STATE
    post = role.split() or lowered(head)
    if {speaker[0].lower_, *role.split()[:1]} & {"its", "their"}:  # "its lawyer"
        return _body_before(speaker[0], known) or SourceClass.ORGANISATION
    if any(post[-size:] and " ".join(post[-size:]) in _speaking_for() for size in (1, 2)):
        return _of_owner(speaker) or SourceClass.ORGANISATION
    if kind is SourceClass.PERSON:
        return None
    alone = one.kind == ActorKind.PERSON and not one.plural and not set(one.sectors[:1]) & ORGANS
    return SourceClass.COLLECTIVE if alone else None


def _speaking_for() -> frozenset[str]:
    """The posts whose holders speak for a body."""
    return nouns("spokes") | nouns("speaks for a body")


def _body_before(token: "Token", known: "Mapping[int, SourceClass]") -> SourceClass | None:
    """The class of the last source before a token that is a body."""
    last = max((i for i, of in known.items() if i < token.i and of in _BODIES), default=None)
    return known[last] if last is not None else None


def _of_owner(speaker: "list[Token]") -> SourceClass | None:
    """A state, where the body that one speaks for is one by its noun: "a spokesman for the ministry"."""
    for end in range(1, len(speaker) + 1):
        if speaker[end - 1].tag_ == "POS" or end == len(speaker):
            noun = noun_at([t.lower_ for t in speaker[:end] if t.tag_ != "POS"], guess=False)
            if noun is not None and noun.kind == "state":
                return SourceClass.STATE
    return None
