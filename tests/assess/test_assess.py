"""How the text presents an event, and on whose word: the case files of assess."""

from typing import Any

import pytest

from sayso.assess.cues import governor, marker
from tests.assess.drafts import assess
from tests.conftest import cases

_FILES = ("negation", "modality", "time", "stance", "summary", "told_apart", "by_type", "aside", "outlooks")
_OPTIONS = ("published", "publisher", "actors", "doers", "type", "rule")


@pytest.mark.parametrize("case", [case for file in _FILES for case in cases(f"assess/{file}.toml")])
def test_case(case: dict[str, Any]) -> None:
    """The event comes out as the case has it; what a case leaves out is not looked at."""
    options = {key: case[key] for key in _OPTIONS if key in case}
    triggers = case["triggers"] if "triggers" in case else [case["trigger"]]

    event, names = assess(case["text"], triggers, case.get("statements"), **options)

    text = case["text"]
    found = {
        "polarity": event.assessment.polarity.value,
        "time": event.assessment.time.value,
        "certainty": event.assessment.certainty.value,
        "status": event.status.value,
        "modes": [mode.value for mode in event.auxiliary_modes],
        "cues": [span.cut(text) for mention in event.mentions for span in mention.assessment.cues],
        "say_so": [names[id] for id in event.say_so],
        "denied_by": [names[id] for id in event.denied_by],
        "unconfirmed_by": [names[id] for id in event.unconfirmed_by],
    }
    assert case["expect"] == {key: found[key] for key in case["expect"]}


def test_every_row_of_the_tables_can_be_looked_up() -> None:
    """The tables load, and a word has one row for each form: the first."""
    assert governor("plan", "to") is not None
    assert governor("plan", "nowhere") is None
    assert marker("may", "modal") is not None


def test_an_event_that_nobody_is_named_for_has_a_reason() -> None:
    """Where say_so is empty, `blanks` says why."""
    event, _ = assess("The rebels reportedly attacked the convoy.", ["attacked"])

    assert event.say_so == ()
    assert event.blanks["say_so"] == "alleged, and the text does not say by whom"
