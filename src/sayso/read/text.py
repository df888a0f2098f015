"""Plain text and Markdown -> Article."""

import hashlib
import re

from sayso.errors import InputRefused
from sayso.read.options import Options
from sayso.records.base import Span
from sayso.records.report import Article, Part, Report
from sayso.records.vocabulary import PartKind


def from_text(text: str, options: Options, *, max_chars: int = 200_000) -> Article:
    """The article in `text`. Raises InputRefused where it cannot be coded."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise InputRefused("read", options.id or "text", "it is empty")
    digest = hashlib.sha256(text.encode()).hexdigest()
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?(?:\n\S.*)*", text))
    title = options.title or paragraphs[0].cut(text)
    report = Report(
        id=options.id or options.url or digest[:16],
        version=digest[:12],
        title=title,
        text=text,
        parts=(Part(kind=PartKind.HEADLINE, span=paragraphs[0]),),
        paragraphs=paragraphs,
        url=options.url,
        published=options.published,
        language="en",
        dateline=None,
        byline=None,
        credits=(),
        raw_digest=digest,
        text_digest=digest,
        blanks={"url": "-", "published": "-", "dateline": "-", "byline": "-"},
    )
    return Article(report=report, publisher=options.publisher, publisher_why="option")
