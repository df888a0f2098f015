"""Blocks: hashes that two frames share if they may be one event, so that few pairs are compared."""

from hashlib import blake2b
from itertools import combinations

from sayso.ledger.frame import Frame, Party

DAYS = 4
"""A block covers this many days; a window of eight days lies in at most three."""


def blocks(frame: Frame) -> list[int]:
    """The keys of a frame's blocks: type and time with two of actor, recipient, place, figure; or a known spot."""
    kind = f"{frame.type}|{'+' if frame.planned else '-'}"
    return sorted({hashed(f"{kind}|{when}|{who}") for when in _times(frame) for who in _anchors(frame)})


def _times(frame: Frame) -> list[str]:
    if frame.first is None or frame.last is None:
        return ["?"]
    if frame.last - frame.first > 8:
        return [f"{frame.precision}{frame.first}"]
    return [str(bucket) for bucket in range(frame.first // DAYS, frame.last // DAYS + 1)]


def _anchors(frame: Frame) -> list[str]:
    single = [f"A{_broad(p)}" for p in frame.actors[:3]] + [f"R{_broad(p)}" for p in frame.recipients[:3]]
    site = frame.site
    if site is not None and site.country:
        single.append(f"P{site.country}")
    single += [f"N{what}{best[0]}" for what, best in sorted(frame.figures.items())]
    pairs = ["|".join(sorted(pair)) for pair in combinations(dict.fromkeys(single), 2)]
    if site is not None and site.geonames is not None and site.precision <= 4:
        pairs.append(f"G{site.geonames}")
    return pairs or single


def _broad(party: Party) -> str:
    return party.country or party.key


def hashed(words: str) -> int:
    """A signed 64-bit number for a string, the same on every machine.

    >>> hashed("a") == hashed("a") != hashed("b")
    True
    """
    return int.from_bytes(
        blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True
    )
