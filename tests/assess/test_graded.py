"""The grade of a mention: the mean of rules and encoder, and the reason beside it."""

import pytest

from tests.assess.drafts import assess


def _assessed(text: str, trigger: str):
    event, _ = assess(text, [trigger])
    return event.mentions[0].assessment


def test_a_grade_and_its_reason() -> None:
    """A mention says what its cues do, and what the rules and the encoder make of it."""
    plain = _assessed("The rebels attacked the convoy.", "attacked")
    planned = _assessed("The rebels did not plan to attack the convoy.", "attack")

    assert plain.factuality > 2.5
    assert (plain.why.stage, plain.why.rule) == ("assess", "told plainly")
    assert planned.why.rule == "not_planned"
    assert planned.why.detail.startswith("rules -2.00, encoder -")


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


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("The rebels did not attack the convoy.", "attack", -2.0),
        ("The rebels failed to attack the convoy.", "attack", -2.0),
        ("The rebels must not attack the convoy.", "attack", -1.0),
        ("The rebels gave no warning.", "gave", -0.5),
        ("The rebels cancelled the attack.", "attack", -0.5),
    ],
)
def test_the_reason_shows_the_rules_value(text: str, trigger: str, value: float) -> None:
    """An event's own negation is worth more than that of another word."""
    assert _assessed(text, trigger).why.detail.startswith(f"rules {value:+.2f}, ")


def test_what_a_negation_leaves_open_is_worth_less_than_what_may_be() -> None:
    """ "Not expected to" is no "may", and no "did not" either."""
    doubted = _assessed("The rebels are not expected to attack the convoy.", "attack").factuality
    possible = _assessed("The rebels may attack the convoy.", "attack").factuality

    assert -0.5 < doubted < possible - 0.5


def test_a_condition_is_worth_less_than_a_plan() -> None:
    """If they attack, they may well not."""
    condition = _assessed("If the rebels attack the convoy, the army will fire.", "attack").factuality
    plan = _assessed("The rebels plan to attack the convoy.", "attack").factuality

    assert condition < 1.5 < plan
