"""The places of a report: found, told from parties, resolved, one record for each."""

from collections.abc import Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msgspec import structs

from sayso.records.actor import Mention, Place
from sayso.records.base import Span
from sayso.records.report import Report
from sayso.records.stages import Parsed
from sayso.resolve.places.choose import Choice, choose
from sayso.resolve.places.metonym import Reading, Use, is_near, reading
from sayso.resolve.places.record import place_record
from sayso.resolve.places.toponyms import Toponym, find_hints, find_toponyms
from sayso.resolve.places.user import UserPlaces

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class PlaceFinding:
    """The places of a report.

    `places` are in order of first mention (ids "p0", "p1", ...), `mentions` in text order. `locatives` holds
    the offset of every token that names a place and nothing else ("Pyongyang" in "in Pyongyang"): no actor may
    claim it. A toponym used as a party alone ("Pyongyang will support") is no mention; one that may be both
    ("sent troops to Russia") is a mention that an actor may claim as well. `toponyms`, `choices` and
    `readings` go together: every toponym, whatever its use, the place chosen for it, and how it is used.
    """

    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    locatives: frozenset[int]
    toponyms: tuple[Toponym, ...]
    choices: tuple[Choice, ...]
    readings: tuple[Reading, ...]

    def without(self, bodies: Set[int]) -> "PlaceFinding":
        """The same without mentions that begin at one of these offsets, names of bodies such as an agency "Saba"."""
        mentions = tuple(m for m in self.mentions if m.span.start not in bodies)
        left = {m.id for m in mentions}
        spans = {m.span for m in mentions}
        places = (
            structs.replace(place, mentions=tuple(span for span in place.mentions if span in spans))
            for place in self.places
            if place.id in left
        )
        return replace(self, places=tuple(places), mentions=mentions)

    def is_locative(self, offset: int) -> bool:
        """Whether the token that starts at `offset` names a place and nothing else."""
        return offset in self.locatives


def find_places(parsed: Parsed, mine: UserPlaces | None = None) -> PlaceFinding:
    """Find and resolve the places of a parsed report; `mine` are the user's own places (`user_places`)."""
    doc, text = parsed.doc, parsed.report.text
    dateline = _dateline(parsed.report)
    toponyms = find_toponyms(doc, dateline, mine)
    hints = find_hints(doc, toponyms, mine)
    choices = choose(text, [toponym.span for toponym in toponyms], hints, mine)
    readings = tuple(_read(doc, t, c, dateline) for t, c in zip(toponyms, choices, strict=True))
    by_place: dict[object, list[int]] = {}
    for number, choice in enumerate(choices):
        if readings[number].use is not Use.PARTY:
            by_place.setdefault(choice.identity, []).append(number)
    places: list[Place] = []
    mentions: list[Mention] = []
    for numbers in by_place.values():
        id = f"p{len(places)}"
        near = all(is_near(doc[toponyms[n].head]) for n in numbers)
        spans = [toponyms[n].span for n in numbers]
        places.append(place_record(id, choices[numbers[0]], spans, text, near=near))
        mentions += [_mention(doc, toponyms[n], id) for n in numbers]
    return PlaceFinding(
        places=tuple(places),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        locatives=_locatives(doc, toponyms, readings),
        toponyms=toponyms,
        choices=tuple(choices),
        readings=readings,
    )


def _read(doc: "Doc", toponym: Toponym, choice: Choice, dateline: Span | None) -> Reading:
    if dateline is not None and dateline.overlaps(toponym.span):
        return Reading(Use.PLACE, "the dateline")
    return reading(doc[toponym.head], acts=choice.acts)


def _dateline(report: Report) -> Span | None:
    """Where the dateline names its place."""
    if report.dateline is None or not report.dateline.place:
        return None
    start = report.text.find(report.dateline.place, report.dateline.span.start, report.dateline.span.end)
    return Span(start, start + len(report.dateline.place)) if start >= 0 else None


def _locatives(doc: "Doc", toponyms: tuple[Toponym, ...], readings: tuple[Reading, ...]) -> frozenset[int]:
    return frozenset(
        token.idx
        for toponym, found in zip(toponyms, readings, strict=True)
        if found.use is Use.PLACE
        for token in doc[toponym.start : toponym.end]
    )


def _mention(doc: "Doc", toponym: Toponym, id: str) -> Mention:
    head = doc[toponym.head]
    return Mention(span=toponym.span, head=Span(head.idx, head.idx + len(head)), id=id)
