"""Bylines: paragraphs such as "By Jane Doe and John Roe in Geneva"."""

import re

from sayso.read.labels import joins_names

LONGEST = 140

_OPENING = re.compile(r"(?:Reported |Written |Story |Report |Words )?by:?\s+(?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;/|]+")


def read_byline(paragraph: str) -> str | None:
    """The names in a byline, as written, or None for a paragraph that is none.

    All words after "By" are capitalised or join names, and no sentence ends it.
    """
    if len(paragraph) > LONGEST or "\n" in paragraph.strip():
        return None
    opening = _OPENING.match(paragraph)
    if opening is None:
        return None
    names = paragraph[opening.end() :].strip()
    words = _WORD.findall(names)
    capital = [word for word in words if word[:1].isupper()]
    if not capital or len(words) > 16 or words[0] not in capital or any(c.isdigit() for c in names):
        return None
    if any(word not in capital and not joins_names(word) for word in words):
        return None
    if names.endswith((".", "!", "?")) and len(words[-1].rstrip(".")) > 2:
        return None
    return names
