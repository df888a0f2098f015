"""Whatever the text, a record is whole or the refusal says why: no crash, and every span cuts its words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.records.coded import CodedReport
from tests.conftest import coded

WORDS = st.sampled_from(
    [
        "the",
        "army",
        "police",
        "President",
        "Kim",
        "Moscow",
        "denied",
        "said",
        "that",
        "“",
        "”",
        "'",
        '"',
        ",",
        ".",
        ":",
        ";",
        "(",
        ")",
        "—",
        "killed",
        "12",
        "on",
        "Monday",
        "not",
        "would",
        "attack",
        "Russia",
        "Ukraine’s",
        "according",
        "to",
        "and",
        "they",
        "He",
        "it",
        "troops",
        "\n\n",
        "\u202e",
        "\u200b",
        "é",
        "北京",
        "👍",
        "reportedly",
        "has",
        "been",
        "by",
        "in",
    ]
)
NEWSLIKE = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


def _sound(text: str) -> None:
    try:
        record = coded(text)
    except InputRefused:
        return
    assert isinstance(record, CodedReport)  # a record checks its own spans, references and blanks when made
    assert record.report.text.strip()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_arbitrary_unicode(text: str) -> None:
    """Any characters at all."""
    _sound(text)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NEWSLIKE)
def test_news_words_in_any_order(text: str) -> None:
    """The words that the rules look for, in senseless orders."""
    _sound(text)


@pytest.mark.parametrize("text", ["", " \n ", "Yes", "\0", "“", "said", "?!", "1 " * 400])
def test_hardly_anything(text: str) -> None:
    """Empty, one word, one mark."""
    _sound(text)


def test_a_long_text_is_refused_before_it_is_parsed() -> None:
    """Five megabytes are refused with the limit and the way to raise it."""
    with pytest.raises(InputRefused, match="--max-chars"):
        coded("The army left. " * 350_000)
