"""Properties that hold for any text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.records.coded import CodedReport
from tests.conftest import coded

_NAMES = (
    "Kenya",
    "the rebels",
    "Russia",
    "police",
    "the French president",
    "he",
    "an earthquake",
    "North Korea",
)
_VERBS = (
    "attacked",
    "met",
    "will send troops to",
    "was sanctioned by",
    "denied helping",
    "threatened to bomb",
    "and",
)
_ENDS = (".", " on Monday.", ", killing nine people.", " in Mali and Niger", "?", " — “no”.")

_SENTENCES = st.lists(
    st.tuples(
        st.sampled_from(_NAMES), st.sampled_from(_VERBS), st.sampled_from(_NAMES), st.sampled_from(_ENDS)
    ),
    min_size=1,
    max_size=5,
)


@given(_SENTENCES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_events_hold_together(parts: list[tuple[str, str, str, str]]) -> None:
    """Spans cut what they claim (the record checks it), no one acts on itself, and scores stay in range."""
    record = _record(" ".join(f"{a} {v} {b}{e}" for a, v, b, e in parts))

    for event in record.events:
        assert not set(event.actors) & set(event.recipients)
        assert 0 < event.confidence < 1
        assert -10 <= event.plover_score <= 10
        assert len(event.contexts) <= 3
        assert all(mention.sentence.covers(mention.trigger.spans[0]) for mention in event.mentions)


@given(_SENTENCES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_same_text_gives_the_same_events(parts: list[tuple[str, str, str, str]]) -> None:
    """Nothing depends on what was coded before."""
    text = " ".join(f"{a} {v} {b}{e}" for a, v, b, e in parts)

    assert _record(text).events == _record(text).events


def _record(text: str) -> CodedReport:
    try:
        return coded(text)
    except InputRefused as refused:
        if refused.stage == "check":
            raise
        pytest.skip(str(refused))
