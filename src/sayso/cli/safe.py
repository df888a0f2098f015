"""Words for a terminal: report text made safe, so that nothing in it can move the cursor or colour the screen."""

import re
import unicodedata
from datetime import date

from rich.text import Text

_KEPT = {"\n", "\t"}
_DIRECTION = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_STRAIGHT = re.compile(r'((?:^|(?<=[\s(\[]))"(?=\S))|"')
"""A straight quotation mark; group 1 where it opens."""


def plain(text: str, *, width: int | None = None) -> str:
    """`text` without control, format and direction characters, spaces run together, cut to `width`.

    >>> plain("a\\x1b[31mb\\u202ec")
    'a[31mbc'
    """
    kept = (c if c in _KEPT or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else "" for c in text)
    line = " ".join("".join(c for c in kept if c not in _DIRECTION).split())
    if width is not None and len(line) > width:
        return line[: max(width - 1, 1)].rstrip() + "…"
    return line


def cell(text: str, style: str = "", *, width: int | None = None) -> Text:
    """A table cell that holds `text` as text: Rich reads no markup in it."""
    return Text(plain(text, width=width), style=style)


def quoted(text: str, *, width: int | None = None) -> str:
    """Report text in quotation marks, its own marks as inner ones.

    >>> quoted('"We leave," he said')
    '“‘We leave,’ he said”'
    """
    line = plain(text, width=width).replace("“", "‘").replace("”", "’")
    return f"“{_STRAIGHT.sub(lambda found: '‘' if found[1] else '’', line)}”"


def several(count: int, what: str) -> str:
    """A number of things in words.

    >>> several(1, "report"), several(0, "copy")
    ('1 report', '0 copies')
    """
    more = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count} {what if count == 1 else more}"


def day(published: date | None) -> str:
    """The day of a report, or that it has none."""
    return "no date" if published is None else str(published)
