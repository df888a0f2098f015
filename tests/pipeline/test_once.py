"""A report given twice is coded once, so that ids are unique in the tables."""

from sayso.pipeline.many import once
from sayso.read.options import Options
from sayso.read.text import from_text
from sayso.records.coded import Refusal
from sayso.records.report import Article

TEXT = "Chad expelled the ambassador of Niger on Monday, the ministry said."


def _article(text: str, url: str | None = None) -> Article:
    return from_text(text, Options.of(published="2024-03-12", url=url), max_chars=1000)


def test_a_file_that_is_there_twice() -> None:
    """The second of two equal files is refused by its first words, for its id is a digest."""
    first, second, other = once([_article(TEXT), _article(TEXT), _article(TEXT + " It gave no reason.")])

    assert isinstance(first, Article)
    assert isinstance(second, Refusal)
    assert "Chad expelled the ambassador" in second.what
    assert "given before" in second.why
    assert isinstance(other, Article)


def test_an_edited_report_and_two_addresses_are_kept() -> None:
    """A changed text under one address is a version, and one text under two addresses is two reports."""
    given = [
        _article(TEXT, "https://one.example/a"),
        _article(TEXT + " It gave no reason.", "https://one.example/a"),
        _article(TEXT, "https://two.example/a"),
    ]

    assert list(once(given)) == given


def test_refusals_are_passed_on() -> None:
    """What could not be read stays as it is, however often."""
    refusal = Refusal(stage="read", what="a.txt", why="it is empty")

    assert list(once([refusal, refusal])) == [refusal, refusal]
