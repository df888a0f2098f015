"""A corpus document as an article, uncleaned, so that offsets stay the file's own."""

import re
from datetime import date

from sayso.records.base import Span
from sayso.records.report import Article, Report

_PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*")


def bare_article(id: str, text: str, published: date | None = None) -> Article:
    """An article of exactly `text`, with no parts, publisher or dateline; blank lines part its paragraphs."""
    report = Report(
        id=id,
        version="corpus",
        title="",
        text=text,
        parts=(),
        paragraphs=tuple(Span(*found.span()) for found in _PARAGRAPH.finditer(text)),
        url=None,
        published=published,
        language="en",
        dateline=None,
        byline=None,
        credits=(),
        raw_digest="",
        text_digest="",
        blanks=dict.fromkeys(("title", "url", "published", "dateline", "byline"), "a corpus document"),
    )
    return Article(report=report, publisher=None, publisher_why="a corpus document")
