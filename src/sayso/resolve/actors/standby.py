"""Actors that stand by: states in which a report's places lie, and the people of its places.

"Rebels shelled a market in Aleppo": no one in the sentence is Syria, yet an event there may be done to it; and where
Syria's own army did it, it is done to those in Aleppo. They become actors of the record only where an event names
them.
"""

from collections.abc import Iterable

from sayso.records.actor import Actor, Place
from sayso.records.base import Span
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.record import actor_record
from sayso.resolve.actors.tables import states
from sayso.resolve.coreference.cluster import Cluster


def standby(places: Iterable[Place], actors: tuple[Actor, ...], day: str | None) -> tuple[Actor, ...]:
    """Those who stand by for the places, with the places' mentions; ids go on from those of `actors`.

    A state stands by if no actor is that state. The people of a place or country always do: their actor is a
    collective with exactly the place's mentions.
    """
    places = tuple(places)
    known = {actor.country for actor in actors if actor.kind is ActorKind.STATE}
    spans: dict[str, list[Span]] = {}
    for place in places:
        state = states().get(place.country or "")
        if state is not None and state.place is not None and state.place not in known:
            spans.setdefault(state.place, []).extend(place.mentions)
    waiting = [(_state(country), sorted(set(found))) for country, found in spans.items()]
    waiting += [(_people(place), list(place.mentions)) for place in places if place.country]
    return tuple(
        actor_record(f"a{len(actors) + n}", cluster, tuple(found), day)
        for n, (cluster, found) in enumerate(waiting)
    )


def _state(country: str) -> Cluster:
    state = states()[country]
    return Cluster(
        state.name, ActorKind.STATE, state, rule="place", detail="the state in which the named places lie"
    )


def _people(place: Place) -> Cluster:
    return Cluster(
        place.name,
        ActorKind.COLLECTIVE,
        country=place.country,
        rule="place",
        detail="whoever is in the named place",
    )
