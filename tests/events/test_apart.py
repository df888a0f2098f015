"""Events that words, years or weapons tell apart, though type and parties are the same."""

import pytest

from tests.conftest import coded

APART = {
    "another than the most recent": "Chad fires another missile over Niger\n\nNiger confirmed a missile test by Chad."
    " Chad's most recent missile launch, on January 9, was the first to fly over Niger.",
    "an earlier one": "Chad attacked Niger on Monday. An earlier attack by Chad on Niger lasted an hour.",
    "last year's": "Chad attacks Niger\n\nChad attacked Niger. Last year's attack by Chad on Niger lasted an hour.",
    "years between": "Chad's army attacked Niger. Chad attacked Niger in 2019.",
    "shot, and attacked by a drone": "Mayor Kim Moss was shot in Accra. The mayor survived a drone attack.",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_two_events(text: str) -> None:
    """Two of a kind are told."""
    record = coded(text, published="2024-11-30")

    assert len([e for e in record.events if e.type in ("ASSAULT", "MOBILIZE")]) == 2


def test_the_news_does_not_take_the_date_of_what_was_before() -> None:
    """The day of the most recent launch is not the day of another one."""
    news, before = coded(APART["another than the most recent"], published="2024-11-30").events

    assert news.date is not None
    assert before.date is not None
    assert (news.date.text, before.date.text) == (None, "January 9")


ONE = {
    "another, told again": "Chad fires another missile over Niger\n\nChad fired a missile over Niger on Friday.",
    "the latest": "Chad attacks Niger\n\nChad attacked Niger. The latest attack by Chad on Niger lasted an hour.",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_event(text: str) -> None:
    """One of a kind is told twice."""
    record = coded(text, published="2024-11-30")

    assert len([e for e in record.events if e.type in ("ASSAULT", "MOBILIZE")]) == 1
