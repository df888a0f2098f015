"""States that stand by: those in which a report's places lie, though the text does not name them as actors.

"Rebels shelled a market in Aleppo": no one in the sentence is Syria, yet an event there may be done to it. Such a
state becomes an actor of the record only where an event names it.
"""

from collections.abc import Iterable

from sayso.records.actor import Actor, Place
from sayso.records.base import Span
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.record import actor_record
from sayso.resolve.actors.tables import states
from sayso.resolve.coreference.cluster import Cluster


def standby(places: Iterable[Place], actors: tuple[Actor, ...], day: str | None) -> tuple[Actor, ...]:
    """The states of the places that are no actors of the report, with the places' mentions; ids go on from theirs."""
    known = {actor.country for actor in actors if actor.kind is ActorKind.STATE}
    spans: dict[str, list[Span]] = {}
    for place in places:
        state = states().get(place.country or "")
        if state is not None and state.place is not None and state.place not in known:
            spans.setdefault(state.place, []).extend(place.mentions)
    return tuple(
        actor_record(f"a{len(actors) + n}", _cluster(country), tuple(sorted(set(found))), day)
        for n, (country, found) in enumerate(spans.items())
    )


def _cluster(country: str) -> Cluster:
    state = states()[country]
    return Cluster(
        state.name, ActorKind.STATE, state, rule="place", detail="the state in which the named places lie"
    )
