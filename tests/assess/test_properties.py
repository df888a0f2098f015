"""What holds of every text: no crash, cues that lie in the text, and negation that cancels."""

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from sayso.assess.climb import climb
from sayso.assess.effects import Effect, Reading
from sayso.errors import InputRefused
from sayso.records.vocabulary import Certainty, Polarity
from tests.conftest import parsed

_WORDS = st.sampled_from(
    [
        "the",
        "army",
        "attacked",
        "attack",
        "not",
        "no",
        "never",
        "may",
        "if",
        "to",
        "will",
        "deny",
        "denied",
        "said",
        "accused",
        "of",
        "that",
        "Chad",
        ",",
        ".",
        "?",
        '"',
        "plan",
        "fail",
    ]
)
_LETTERS = st.characters(exclude_categories=("Cs", "Cc"))  # a text full of control characters is refused
_TEXTS = st.one_of(
    st.lists(_WORDS, min_size=1, max_size=25).map(" ".join), st.text(_LETTERS, min_size=1, max_size=60)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_any_word_of_any_text_can_be_judged(words: str) -> None:
    """The climb ends at every word, and its cues are words of the text."""
    text = f"The army waited in the north of the country. {words} It is known to the people of the town."
    try:
        doc = parsed(text).doc
    except InputRefused:  # a text mostly in another language
        reject()

    readings = [climb(token) for token in doc]

    assert all(span.cut(doc.text).strip() for reading in readings for span in reading.cues)


@given(st.lists(st.sampled_from(list(Effect)), max_size=6))
def test_certainty_only_falls(effects: list[Effect]) -> None:
    """No word further out makes an event surer than the words inside have left it."""
    order = list(Certainty)
    reading, seen = Reading(), [0]
    for effect in effects:
        reading = reading.under(effect)
        seen.append(order.index(reading.certainty))

    assert seen == sorted(seen)


@pytest.mark.parametrize("effect", [Effect.NOT, Effect.DENIED, Effect.NOT_PLANNED])
def test_two_negations_cancel(effect: Effect) -> None:
    """Twice reversed is as it was; once is the reverse."""
    assert Reading().under(effect).polarity == Polarity.NEGATIVE
    assert Reading().under(effect).under(Effect.NOT).polarity == Polarity.POSITIVE


@given(st.lists(st.sampled_from(list(Effect)), max_size=4))
def test_what_is_taken_for_granted_is_out_of_reach(effects: list[Effect]) -> None:
    """After a word that presupposes the event, no other changes the reading."""
    taken = Reading().under(Effect.PRESUPPOSED)
    reading = taken
    for effect in effects:
        reading = reading.under(effect)

    assert reading == taken
