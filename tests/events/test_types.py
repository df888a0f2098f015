"""Each type's sentences: the events found, with mode, actors and recipients, and no others."""

from typing import Any

import pytest

from sayso.records.coded import CodedReport
from sayso.records.event import Event
from tests.conftest import cases, coded

FILES = (
    "accuse", "agree", "aid", "assault", "coerce", "concede", "consult", "cooperate", "direction", "mobilize", "no_event",
    "protest", "reject", "request", "retreat", "sanction", "support", "threaten",
)  # fmt: skip


@pytest.mark.parametrize("case", [case for name in FILES for case in cases(f"events/{name}.toml")])
def test_events(case: dict[str, Any]) -> None:
    """The sentence tells of exactly these events, by and to these."""
    record = coded(case["text"])

    found = [_told(event, expected, record) for event, expected in _paired(record.events, case["events"])]

    assert found == case["events"]


def _paired(events: tuple[Event, ...], expected: list[Any]) -> list[tuple[Event, Any]]:
    ordered = sorted(events, key=lambda event: event.mentions[0].trigger.start)
    return list(zip(ordered, expected + [{}] * (len(ordered) - len(expected)), strict=False))


def _told(event: Event, expected: dict[str, Any], record: CodedReport) -> dict[str, Any]:
    """What the event says in the terms of the case: only the keys that the case names."""
    told: dict[str, Any] = {"type": event.type.value}
    if "mode" in expected or not expected:
        told["mode"] = event.mode
    told["actors"] = _names(event.actors, expected.get("actors", []), record)
    told["recipients"] = _names(event.recipients, expected.get("recipients", []), record)
    return told


def _names(ids: tuple[str, ...], expected: list[str], record: CodedReport) -> list[str]:
    """The actors by the case's names for them; an actor that the case does not name by its own."""
    if expected == ["*"]:
        return ["*"]
    actors = {actor.id: actor for actor in record.actors}
    names = []
    for id in ids:
        words = " | ".join([actors[id].name, *(span.cut(record.report.text) for span in actors[id].mentions)])
        named = [name for name in expected if name.rstrip("*").lower() in words.lower()]
        names.append(named[0] if named else actors[id].name)
    return sorted(names, key=lambda name: expected.index(name) if name in expected else -1)
