"""Numbers of things, with their bounds and what they count."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.resolve.figures import find_figures
from tests.conftest import cases, parsed

WORDS = (
    "a an at least up to between and or 12 3,000 1.5 million dozens of several hundred dozen $ £ m bn"
    " people tanks % from 0 00 007 99999999999999999999 999999999999999 billion billion half - two three"
)


@pytest.mark.parametrize("case", cases("resolve/figures.toml"))
def test_figures(case: dict[str, Any]) -> None:
    """Words, counted words and bounds come out as the case has them."""
    text = case["text"]

    found = [
        [
            figure.span.cut(text),
            figure.noun.cut(text) if figure.noun else "",
            *(-1 if bound is None else bound for bound in (figure.low, figure.best, figure.high)),
        ]
        for figure in find_figures(parsed(text))
    ]

    assert case["figures"] == found


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split(" ")),
        max_size=20,
    )
)
def test_any_words(words: list[str]) -> None:
    """No sequence of number words breaks the grammar; bounds are in order and spans apart."""
    report = parsed("We saw " + " ".join(words) + ".")

    found = find_figures(report)

    for figure in found:
        assert figure.best is not None
        assert (figure.low or 0) <= figure.best
        assert figure.high is None or figure.high >= figure.best
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
