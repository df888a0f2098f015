"""Linking: to which claim does each event of a report belong? Greedy, in order of arrival, with proofs."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sayso.ledger.compare import Verdict, compare
from sayso.ledger.frame import Frame
from sayso.ledger.relation import Relation

CANDIDATES = 40
"""An event is compared with this many earlier ones at most, those that share the most blocks first."""
CROWDED = 200
"""A block holds this many events at most; a later one finds its claim by other blocks."""
KEPT = 2
"""So many refusals to link an event are kept, the nearest ones."""
NEAR_MISS = 3.0
"""Refusals of less evidence than this are not kept: nobody would ask about them."""


class Linked(NamedTuple):
    """An event in its claim, with the proof; `of` is the event that it was found to be the same as."""

    event: int
    claim: int
    relation: Relation
    score: float
    proof: str
    of: int | None


class Refused(NamedTuple):
    """An event kept out of a claim, with the proof."""

    event: int
    claim: int
    score: float
    proof: str


class Claims:
    """The claims near a batch of reports: blocks, frames, and the claim of each event.

    `load` brings what the ledger holds; `link` adds to it, so that a report finds those of its own batch too, and
    the result does not depend on how reports are parted into batches.
    """

    def __init__(self) -> None:
        self._blocks: dict[int, list[int]] = defaultdict(list)
        self._frames: dict[int, Frame] = {}
        self._claim: dict[int, int] = {}

    def load(self, blocks: Iterable[tuple[int, int]], frames: Iterable[tuple[Frame, int]]) -> None:
        """Take in (key, event) of blocks, in order of event, and frames with their claims."""
        for key, event in blocks:
            self._put(key, event)
        for frame, claim in frames:
            self._frames[frame.event] = frame
            self._claim[frame.event] = claim

    def _put(self, key: int, event: int) -> None:
        if len(self._blocks[key]) < CROWDED:
            self._blocks[key].append(event)

    def link(self, new: list[tuple[Frame, list[int]]], copy: bool) -> tuple[list[Linked], list[Refused]]:
        """The claims of one report's events, given with their blocks. `copy`: the report copies another's text.

        Each claim is taken by one event of a report, the one with the best score.
        """
        judged = [
            (frame, other, verdict) for frame, keys in new for other, verdict in self._judged(frame, keys)
        ]
        judged.sort(key=lambda pair: (-pair[2].score, pair[0].event, pair[1]))
        kept_apart = {(f.event, self._claim[other]) for f, other, v in judged if _never(v)}
        linked: dict[int, Linked] = {}
        taken: set[int] = set()
        for frame, other, verdict in judged:
            claim = self._claim[other]
            if (
                not verdict.relation
                or frame.event in linked
                or claim in taken
                or (frame.event, claim) in kept_apart
            ):
                continue
            turned = copy and verdict.relation is Relation.REVISED
            relation = Relation.NUMBER if turned else verdict.relation
            linked[frame.event] = Linked(frame.event, claim, relation, verdict.score, verdict.proof(), other)
            taken.add(claim)
        refused = self._refused(judged, linked)
        for frame, keys in new:
            linked.setdefault(
                frame.event, Linked(frame.event, frame.event, Relation.FIRST, 0.0, "the first of it", None)
            )
            self.load([(key, frame.event) for key in keys], [(frame, linked[frame.event].claim)])
        return [linked[frame.event] for frame, _ in new], refused

    def _judged(self, frame: Frame, keys: list[int]) -> list[tuple[int, Verdict]]:
        shared: dict[int, int] = defaultdict(int)
        for key in keys:
            for event in self._blocks.get(key, ()):
                shared[event] += 1
        nearest = sorted(shared, key=lambda event: (-shared[event], -event))[:CANDIDATES]
        return [
            (event, compare(frame, self._frames[event]))
            for event in nearest
            if self._frames[event].type == frame.type and self._frames[event].report != frame.report
        ]

    def _refused(self, judged: list[tuple[Frame, int, Verdict]], linked: dict[int, Linked]) -> list[Refused]:
        kept: dict[int, dict[int, Refused]] = defaultdict(dict)
        for frame, other, verdict in judged:
            claim, mine = self._claim[other], kept[frame.event]
            own = linked.get(frame.event)
            if verdict.relation or verdict.score < NEAR_MISS or (own and own.claim == claim):
                continue
            if claim not in mine and len(mine) < KEPT:
                mine[claim] = Refused(frame.event, claim, round(verdict.score, 3), verdict.proof())
        return [refusal for mine in kept.values() for refusal in mine.values()]


def _never(verdict: Verdict) -> bool:
    """Whether the refusal keeps the event out of the whole claim: another day or another place."""
    return verdict.against.startswith(("date:", "place:"))
