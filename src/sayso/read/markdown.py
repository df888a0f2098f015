"""Markdown -> Draft: the marks go, the words stay as they are."""

import re

from sayso.read.assemble import check_length
from sayso.read.calendar_dates import read_date
from sayso.read.characters import keep_characters
from sayso.read.draft import Draft
from sayso.read.identity import digest
from sayso.read.paragraphs import split_paragraphs

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]+):([^\n]+)$", re.MULTILINE)
_TITLE = re.compile(r"\s*(?:#[ \t](?P<atx>[^\n]+)|(?P<setext>[^\n]+)\n=+[ \t]*)(?:\n|$)")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]([^\n]*)$", re.MULTILINE)
_LINES = (
    (re.compile(r"^([^\n]+)\n[ \t]{0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE), "\n\\1\n"),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), "\n"),
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+", re.MULTILINE), "\n"),
    (re.compile(r"^[ \t]{0,3}(?:```|~~~)[^\n]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*\S[^\n]*$", re.MULTILINE), ""),
)
_INLINE = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)"), "\\1"),
    (re.compile(r"\[([^\]\n]{1,300})\]\[[^\]\n]{0,300}\]"), "\\1"),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), "\\1"),
    (re.compile(r"(?<![\w*])\*\*(?=\S)([^*\n]{1,2000})(?<=\S)\*\*(?![\w*])"), "\\1"),
    (re.compile(r"(?<![\w_])__(?=\S)([^_\n]{1,2000})(?<=\S)__(?![\w_])"), "\\1"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?![\w*])"), "\\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,2000})(?<=\S)_(?![\w_])"), "\\1"),
    (re.compile(r"`([^`\n]{1,2000})`"), "\\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), "\\1"),
    (re.compile(r"(?<![ \t])[ \t]{2,}$|\\$", re.MULTILINE), ""),
)


def draft_markdown(text: str, name: str, max_chars: int, raw: bytes) -> Draft:
    """A Markdown text as a draft. A heading of the first level that opens it is the title.

    Front matter (between lines of "---") may name title, date, author, publisher (or source), url and id.
    """
    check_length(len(text), name, max_chars)
    kept, removed = keep_characters(text, name)
    front = _FRONT.match(kept)
    fields = {k.casefold(): v.strip().strip("'\"") for k, v in _FIELD.findall(front[1])} if front else {}
    body = kept[front.end() :] if front else kept
    opening = _TITLE.match(body)
    heading = _inline(_closed(opening["atx"] or opening["setext"])) if opening else None
    published = read_date(fields["date"]) if "date" in fields else None
    publisher = fields.get("publisher") or fields.get("source")
    nothing = "none given, and none found in the text"
    return Draft(
        name=name,
        paragraphs=split_paragraphs(plain(body[opening.end() :] if opening else body)),
        raw_digest=digest(raw),
        title=fields.get("title") or heading,
        byline=fields.get("author"),
        published=published.date if published else None,
        published_from=f"the front matter: {published.why}" if published else nothing,
        publisher=publisher,
        publisher_from="the front matter" if publisher else nothing,
        url=fields.get("url"),
        id=fields.get("id"),
        removed=dict(removed),
    )


def plain(text: str) -> str:
    """The text without Markdown's marks: headings, emphasis, links, lists, quotes, code and rules.

    >>> plain("He *met* [the mayor](https://x.example/a).")
    'He met the mayor.'
    """
    text = _HEADING.sub(lambda found: f"\n{_closed(found[1])}\n", text)
    for pattern, kept in _LINES:
        text = pattern.sub(kept, text)
    return _inline(text)


def _closed(heading: str) -> str:
    """A heading without the marks that may close it ("## Talks ##")."""
    words = heading.strip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare[-1:].isspace() else words


def _inline(text: str) -> str:
    for pattern, kept in _INLINE:
        text = pattern.sub(kept, text)
    return text
