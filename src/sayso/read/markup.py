"""A piece of markup that is a story already (a body field, a mail's HTML part) -> paragraphs."""

import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import InputRefused

_APART = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "blockquote",
        "td",
        "th",
        "tr",
        "table",
        "ul",
        "ol",
    ]
) | frozenset(
    [
        "section",
        "article",
        "header",
        "footer",
        "main",
        "body",
        "hr",
        "pre",
        "figure",
        "figcaption",
        "hl1",
        "hl2",
    ]
)
_UNSEEN = frozenset(("script", "style", "head", "title", "noscript", "template"))
_SPACE = re.compile(r"[\t\n\r\f ]+")
_BREAKS = re.compile(r"[ \t]*\n[ \t]*")


def paragraphs_in(markup: str, name: str) -> tuple[str, ...]:
    """The text of each block element, in order; <br> becomes a newline, two in a row part paragraphs.

    Raises InputRefused for markup that cannot be parsed.
    """
    from lxml import html

    try:
        root = html.document_fromstring(markup.replace("\0", ""))
    except Exception as error:
        raise InputRefused("read", name, f"its markup cannot be parsed: {type(error).__name__}") from error
    flow = "".join(_flow(root))
    blocks = (_BREAKS.sub("\n", block).strip() for block in re.split(r"\x1d|\n[ \t]*\n", flow))
    return tuple(block for block in blocks if block)


def _flow(root: Any) -> Iterator[str]:
    """The text in reading order; a group separator (U+001D) stands where a block begins or ends."""
    from lxml.etree import iterwalk

    hidden = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            hidden += tag in _UNSEEN
            if not hidden and tag:
                yield "\x1d" if tag in _APART else "\n" if tag == "br" else ""
                yield _flat(element.text)
        else:
            if not hidden and tag in _APART:
                yield "\x1d"
            hidden -= tag in _UNSEEN
            if not hidden:
                yield _flat(element.tail)


def _flat(text: str | None) -> str:
    return _SPACE.sub(" ", (text or "").replace("\x1d", ""))
