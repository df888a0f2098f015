"""How the text presents an event, and on whose word: the case files of assess."""

from typing import Any

import pytest

from tests.assess.drafts import assess
from tests.conftest import cases

_FILES = ("negation", "modality", "time", "stance", "summary", "told_apart", "by_type")
_OPTIONS = ("published", "publisher", "actors", "type", "rule")


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
