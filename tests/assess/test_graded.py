"""The grade of a mention: rules first, the model within them, and the reason beside both."""

import pytest

from tests.assess.drafts import assess


def _assessed(text: str, trigger: str):
    event, _ = assess(text, [trigger])
    return event.mentions[0].assessment


def test_a_grade_and_its_reason() -> None:
    """A mention says what its cues do, and what the model made of it."""
    plain = _assessed("The rebels attacked the convoy.", "attacked")
    planned = _assessed("The rebels did not plan to attack the convoy.", "attack")

    assert plain.factuality > 2.5
    assert (plain.why.stage, plain.why.rule) == ("assess", "told plainly")
    assert planned.why.rule == "not_planned"
    assert planned.why.detail.startswith("factuality 1: ")


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        ("The rebels attacked the convoy.", "The rebels may attack the convoy."),
        ("The rebels may attack the convoy.", "The rebels did not attack the convoy."),
        ("The rebels began to attack the convoy.", "The rebels want to attack the convoy."),
    ],
)
def test_what_is_surer_has_the_higher_grade(surer: str, less: str) -> None:
    """Grades are in the order of the words."""
    found = [_assessed(text, "attack" if "attack " in text else "attacked") for text in (surer, less)]

    assert found[0].factuality > found[1].factuality


def test_the_model_never_turns_a_negation() -> None:
    """What the rules read as negated has the rules' value, whatever the model says."""
    found = _assessed("The rebels did not attack the convoy.", "attack")

    assert found.factuality == -1.5
