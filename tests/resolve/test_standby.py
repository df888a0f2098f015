"""States that stand by for the places of a report. Every sentence is invented."""

from sayso.records.settings import Settings
from sayso.records.stages import Resolved
from sayso.resolve.stage import Resolve
from tests.conftest import attributed, coded, parsed

_SETTINGS = Settings(attribution="rules")


def _resolved(text: str) -> Resolved:
    report = parsed(text)
    return Resolve(_SETTINGS)(report, attributed(report, _SETTINGS))


def test_the_state_of_a_place_stands_by() -> None:
    """It has the place's mentions, and an id that no actor has."""
    text = "Doctors juggled in Khartoum."

    found = _resolved(text)

    state = next(actor for actor in found.standby if actor.kind == "state")
    assert (state.name, state.country, [span.cut(text) for span in state.mentions]) == (
        "Sudan",
        "SDN",
        ["Khartoum"],
    )
    assert state.id not in {actor.id for actor in found.actors}
    assert found.actor(state.id) is state


def test_a_state_that_acts_does_not_stand_by() -> None:
    """It is an actor already; only the people of the place stand by."""
    (people,) = _resolved("Sudan danced in Khartoum.").standby

    assert (people.name, people.kind, people.country) == ("Khartoum", "collective", "SDN")


def test_only_a_state_that_an_event_names_is_in_the_record() -> None:
    """A place alone adds no actor."""
    assert "Sudan" not in {actor.name for actor in coded("Doctors juggled in Khartoum.").actors}
    assert "Sudan" in {actor.name for actor in coded("Norway sent blankets into Khartoum.").actors}
