"""Spans and words: what they cut, and what they refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.base import Span, Why, Words, cut


@given(st.text(min_size=1), st.data())
def test_words_cut_what_their_spans_cover(text: str, data: st.DataObject) -> None:
    """Words made from a text hold the characters under their spans, joined by a space."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    words = cut(text, (start, end))

    assert words.text == text[start:end]
    assert words.spans == (Span(start, end),)


def test_discontinuous_words_are_joined_by_a_space() -> None:
    """Two pieces come out in text order, whatever order they were given in."""
    words = cut("yes, he said, indeed", (14, 20), (0, 3))

    assert words.text == "yes indeed"
    assert words.spans == (Span(0, 3), Span(14, 20))


@pytest.mark.parametrize("spans", [(), ((3, 3),), ((5, 2),), ((0, 4), (2, 6)), ((4, 6), (0, 2)), ((-1, 2),)])
def test_impossible_spans_are_refused(spans: tuple[tuple[int, int], ...]) -> None:
    """No span, an empty one, a backward one, overlapping ones and ones out of order are errors."""
    with pytest.raises(ValueError):
        Words(text="x", spans=tuple(Span(*span) for span in spans))


def test_a_score_is_a_share() -> None:
    """A reason's score lies within 0..1."""
    with pytest.raises(ValueError, match=r"1\.5"):
        Why(stage="s", rule="r", version="1", score=1.5)


def test_records_do_not_change() -> None:
    """A record's fields cannot be set."""
    words = cut("abc", (0, 1))

    with pytest.raises(AttributeError):
        words.text = "x"  # type: ignore[misc]
