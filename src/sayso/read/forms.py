"""Which form an input has, by its first bytes and its name."""

import re
from enum import StrEnum
from functools import cache
from pathlib import PurePath

from sayso.errors import InputRefused
from sayso.lexicons.load import table
from sayso.read.columns import Columns, split_header
from sayso.read.decode import encoding_of
from sayso.read.html import looks_like_page
from sayso.records.base import Record

SNIFFED = 65_536
"""How many bytes are looked at."""


class Form(StrEnum):
    """A form in which reports come."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    EMAIL = "email"


BY_SUFFIX = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".json": Form.JSON,
    ".jsonl": Form.JSONL,
    ".ndjson": Form.JSONL,
    ".csv": Form.CSV,
    ".tsv": Form.CSV,
    ".tab": Form.CSV,
    ".parquet": Form.PARQUET,
    ".pq": Form.PARQUET,
    ".eml": Form.EMAIL,
}
"""Suffixes that a folder is searched for."""

FORMS_READ = "Give plain text, Markdown, HTML, JSON, JSONL, CSV, Parquet or e-mail (.eml)."

ROWS = frozenset((Form.JSON, Form.JSONL, Form.CSV, Form.PARQUET))
"""Forms that may hold many reports, read one at a time."""


class MagicRow(Record, frozen=True, kw_only=True):
    """A row of read_magic.tsv."""

    start: str
    what: str
    advice: str


_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_MAIL = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\s*\n")
_MAIL_FIELDS = re.compile(r"^(?:From|Date|Subject|Received|Message-ID|MIME-Version):", re.I | re.M)


def form_of(head: bytes, path: PurePath | None, columns: Columns) -> Form:
    """The form of an input that begins with `head`. Content outweighs the name.

    Raises InputRefused for what is no text (a PDF named .txt, an image, an archive), with what to do.
    """
    name = str(path) if path else "standard input"
    suffix = BY_SUFFIX.get(path.suffix.lower()) if path else None
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise InputRefused("read", name, "it is empty")
    if head.startswith(b"PAR1"):
        return Form.PARQUET
    refuse_other(head, path, name)
    if suffix is Form.PARQUET:
        raise InputRefused("read", name, "it is no Parquet file (it does not begin with 'PAR1')")
    text = _text_of(head)
    if text is None or _is_binary(text):
        raise InputRefused("read", name, "it is binary, not text. " + FORMS_READ)
    return _by_content(text, name, suffix, columns)


def _by_content(text: str, name: str, suffix: Form | None, columns: Columns) -> Form:
    if _FEED.match(text) and suffix not in (Form.CSV, Form.JSON, Form.JSONL):
        raise InputRefused(
            "read", name, "it is a news feed (RSS or Atom), not a report: save its articles as HTML"
        )
    if looks_like_page(text) and suffix in (None, Form.TEXT, Form.MARKDOWN, Form.HTML):
        return Form.HTML
    if suffix is Form.JSON and _is_jsonl(text):
        return Form.JSONL
    if suffix is Form.JSONL and text.lstrip().startswith("["):
        return Form.JSON
    if suffix is not None:
        return suffix
    if _is_jsonl(text):
        return Form.JSONL
    if re.match(r'\s*(?:\{\s*"|\[\s*\{)', text):
        return Form.JSON
    if _MAIL.match(text) and len(_MAIL_FIELDS.findall(text[:8000])) >= 2:
        return Form.EMAIL
    header = split_header(text)
    return Form.CSV if len(header) > 1 and columns.has_text(header) else Form.TEXT


def _is_binary(text: str) -> bool:
    controls = sum(c < " " and c not in "\t\n\r\f" for c in text)
    return controls > 8 and controls > 0.02 * len(text)


def _is_jsonl(text: str) -> bool:
    """Whether the first line is a whole JSON object and another follows."""
    lines = text.lstrip().split("\n", 2)
    return (
        len(lines) > 1
        and all(
            line.startswith("{") and line.rstrip().endswith("}") for line in map(str.strip, lines[:2]) if line
        )
        and bool(lines[1].strip())
    )


def _text_of(head: bytes) -> str | None:
    encoding, skip = encoding_of(head)
    return head[skip:].decode(encoding, "replace") if encoding else None


def refuse_other(head: bytes, path: PurePath | None, name: str) -> None:
    """Raise InputRefused for bytes that begin as a file of another kind does, with what to do."""
    for start, what, advice in _magic():
        if head.startswith(start):
            named = (
                f", although it is named {path.suffix}" if path and path.suffix.lower() in BY_SUFFIX else ""
            )
            raise InputRefused("read", name, f"it is {what}{named}: {advice}")


@cache
def _magic() -> tuple[tuple[bytes, str, str], ...]:
    return tuple((bytes.fromhex(r.start), r.what, r.advice) for r in table("read_magic.tsv", MagicRow))
