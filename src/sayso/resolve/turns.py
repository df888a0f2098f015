"""Turns of a printed interview: whose words a paragraph holds ("((Reporter)) Why?", "ANNA LEE: Because ...")."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.records.base import Span
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.fold import fold
from sayso.resolve.coreference.cluster import Cluster

_LABEL = re.compile(r"\(\((?P<double>[^()\n]{1,60})\)\)|(?P<colon>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):\s")
_LEAST = 3
_SPEAKERS = frozenset({ActorKind.PERSON, ActorKind.MEDIA})


class Turn(NamedTuple):
    """Paragraphs of one speaker, who is None where the label names nobody known, and whom they speak to."""

    label: Span
    span: Span
    speaker: Cluster | None
    other: Cluster | None


def turns(
    text: str, paragraphs: Sequence[Span], clusters: Iterable[Cluster], publisher: Cluster
) -> tuple[Turn, ...]:
    """The turns of a report in order; none unless at least three paragraphs bear a speaker's label.

    A turn goes on to the next label. Where all labels are the same, only the questions are marked: each is then a
    turn of one paragraph, and the answers are nobody's.
    """
    known = [c for c in clusters if c.kind in _SPEAKERS and c is not publisher]
    found: list[tuple[Span, Span, Cluster | None]] = []
    for paragraph in paragraphs:
        label = _LABEL.match(text, paragraph.start, paragraph.end)
        speaker = _speaker(label["double"] or label["colon"], known, publisher) if label else None
        if label and (speaker is not None or label["double"]):
            found.append((Span(*label.span()), paragraph, speaker))
    if len(found) < _LEAST:
        return ()
    several = len({id(speaker) for _, _, speaker in found}) > 1
    ends = [span.start for _, span, _ in found[1:]] + [len(text)]
    speakers = [speaker for _, _, speaker in found]
    return tuple(
        Turn(label, Span(span.start, end if several else span.end), speaker, _other(speakers, at))
        for at, ((label, span, speaker), end) in enumerate(zip(found, ends, strict=True))
    )


def _other(speakers: Sequence[Cluster | None], at: int) -> Cluster | None:
    """Who spoke before, else who speaks next."""
    near = (*speakers[max(0, at - 1) : at], *speakers[at + 1 : at + 2])
    return next((speaker for speaker in near if speaker is not speakers[at]), None)


def _speaker(label: str, known: Sequence[Cluster], publisher: Cluster) -> Cluster | None:
    """Whom a label names: by the name, its last part, or its initials; the publisher by letters of its name."""
    pieces = fold(label)
    if not pieces:
        return None
    if pieces == fold(publisher.name) or _abbreviates(label, publisher.name):
        return publisher
    named = [(cluster, fold(cluster.name)) for cluster in known]
    whole = [c for c, name in named if name == pieces]
    last = [c for c, name in named if name[-len(pieces) :] == pieces]
    first = [c for c, name in named if label.isupper() and "".join(p[0] for p in name) == "".join(pieces)]
    return next((some[0] for some in (whole, last, first) if some), None)


def _abbreviates(label: str, name: str) -> bool:
    """Whether the capitals of a label are letters of the name in this order, the first one first."""
    letters = iter(name.lower())
    short = len(label) > 1 and label.isupper() and label[0].lower() == name[:1].lower()
    return short and all(letter in letters for letter in label.lower())
