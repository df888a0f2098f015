"""Who refers to an event as known is no origin of it."""

import msgspec
import pytest

from sayso.ledger.frame import frames
from sayso.ledger.known import only_refers
from sayso.ledger.rows import Rows
from sayso.records.base import Span, cut
from tests.ledger.made import coded_report


def refers(told: str, trigger: str) -> bool:
    """Whether a speaker refers only, who says `told`, where `trigger` is the word of the event."""
    text = f"X {told}"
    event = {"type": "ASSAULT", "sentence": text, "say_so": ["Red Cross"]}
    record = coded_report({"id": "a", "publisher": "The Daily", "text": text, "events": [event]}, {}, {})
    start = text.index(trigger)
    made = record.events[0]
    mention = msgspec.structs.replace(made.mentions[0], trigger=cut(text, Span(start, start + len(trigger))))
    return only_refers(text, msgspec.structs.replace(made, mentions=(mention,)), record.statements[0])


@pytest.mark.parametrize(
    ("told", "trigger", "expected"),
    [
        ("we stand with the town after this cowardly attack", "attack", True),
        ("all are shocked by tonight's attack", "attack", True),
        ("the attack killed nine", "attack", False),
        ("rebels attacked the town", "attacked", False),
        ("we do know that the driver fired on them", "fired", False),
        ("it was an attack on all of us", "attack", False),
        ("and claimed responsibility for the attack", "attack", False),
        ("this is the outcome of negotiations", "negotiations", False),
    ],
)
def test_who_refers(told: str, trigger: str, expected: bool) -> None:
    """A marked noun in passing refers; a verb, an opening noun and a claim of responsibility tell."""
    assert refers(told, trigger) is expected


def test_where_all_refer_the_publisher_tells() -> None:
    """An event that its report's speakers only refer to stands on the publisher's own voice."""
    text = "The Red Cross asked for help after the attack."
    record = coded_report(
        {"id": "a", "publisher": "The Daily", "text": text,
         "events": [{"type": "ASSAULT", "say_so": ["Red Cross"]}]}, {}, {},
    )  # fmt: skip
    event = record.events[0]
    start = text.index("attack")
    mention = msgspec.structs.replace(
        event.mentions[0], trigger=cut(text, Span(start, start + len("attack")))
    )
    event = msgspec.structs.replace(event, mentions=(mention,))
    record = msgspec.structs.replace(record, events=(event,))
    ((_, frame),) = frames(record, 1)

    told = {row["origin"]: row["stance"] for row in Rows(record, 1).voices(event, frame)}

    assert told == {"Red Cross": "refers", "The Daily": "asserts"}
