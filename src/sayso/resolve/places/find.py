"""Places of a report: found, told from parties, resolved, one record per place."""

from dataclasses import dataclass

import numpy as np

from sayso.records.actor import Mention, Place
from sayso.records.base import Span, Why
from sayso.records.stages import Parsed
from sayso.resolve.places.choose import Choice, choose
from sayso.resolve.places.metonym import Use, use_of
from sayso.resolve.places.record import place_record
from sayso.resolve.places.toponyms import Toponym, find_toponyms


@dataclass(frozen=True)
class PlaceFinding:
    """The places of a report.

    `places` in order of first mention (ids "p0", "p1", ...), `mentions` in text order. `locatives` holds the
    offset of every token that names a place and nothing else ("Pyongyang" in "in Pyongyang"): no actor may
    claim it. A toponym used as a party alone ("Pyongyang will support") is no mention; one that may be both
    ("sent troops to Russia") is a mention that an actor may claim as well. `toponyms` and `choices` go
    together: every toponym, whatever its use, with the place chosen for it.
    """

    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    locatives: frozenset[int]
    toponyms: tuple[Toponym, ...]
    choices: tuple[Choice, ...]

    def is_locative(self, offset: int) -> bool:
        """Whether the token that starts at `offset` names a place and nothing else."""
        return offset in self.locatives


def find_places(parsed: Parsed) -> PlaceFinding:
    """Find and resolve the places of a parsed report."""
    doc = parsed.doc
    toponyms = find_toponyms(doc)
    choices = choose(doc.text, [toponym.span for toponym in toponyms])
    uses = [use_of(doc[t.head], acts=choice.acts) for t, choice in zip(toponyms, choices, strict=True)]
    by_place: dict[object, list[int]] = {}
    for number, (choice, (use, _)) in enumerate(zip(choices, uses, strict=True)):
        if use is not Use.PARTY:
            by_place.setdefault(choice.identity, []).append(number)
    places, mentions = [], []
    for id, numbers in enumerate(by_place.values()):
        places.append(place_record(f"p{id}", choices[numbers[0]], [toponyms[n].span for n in numbers], doc.text))
        mentions += [_mention(doc, toponyms[n], f"p{id}") for n in numbers]
    locatives = frozenset(
        token.idx
        for toponym, (use, _) in zip(toponyms, uses, strict=True)
        if use is Use.PLACE
        for token in doc[toponym.start : toponym.end]
    )
    ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
    return PlaceFinding(tuple(places), ordered, locatives, toponyms, tuple(choices))


def _mention(doc, toponym: Toponym, id: str) -> Mention:
    head = doc[toponym.head]
    return Mention(span=toponym.span, head=Span(head.idx, head.idx + len(head)), id=id)
