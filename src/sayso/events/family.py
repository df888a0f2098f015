"""Which actors count as one: a state, its leaders, its ministries and forces."""

from collections.abc import Iterable

from sayso.records.actor import Actor
from sayso.records.stages import Resolved

OFFICIAL = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD"})


class Family:
    """Which actors count as one participant: a state and those who act for it."""

    def __init__(self, resolved: Resolved) -> None:
        self._of = {actor.id: _family(actor) for actor in (*resolved.actors, *resolved.standby)}

    def of(self, ids: Iterable[str]) -> frozenset[str]:
        """The families of these actors."""
        return frozenset(self._of[id] for id in ids)


def is_public(resolved: Resolved, ids: Iterable[str]) -> bool:
    """Whether one of these actors is a state or has a sector of public life, not people or the unknown."""
    actors = [resolved.actor(id) for id in ids]
    return any(a.kind == "state" or not {"UNK", "CVL", ""}.issuperset(a.sectors) for a in actors)


def _family(actor: Actor) -> str:
    if actor.country is None:
        return actor.id
    if actor.kind == "state" or (actor.sectors and OFFICIAL.issuperset(actor.sectors)):
        return actor.country
    return actor.id
