"""Plain text -> Article."""

from sayso.read.assemble import assemble, check_length
from sayso.read.characters import keep_characters
from sayso.read.draft import Draft
from sayso.read.html import draft_html, looks_like_page
from sayso.read.identity import digest
from sayso.read.markdown import draft_markdown
from sayso.read.options import Options
from sayso.read.paragraphs import split_paragraphs
from sayso.records.report import Article
from sayso.records.settings import MAX_CHARS


def from_text(text: str, options: Options, *, max_chars: int = MAX_CHARS) -> Article:
    """The article in a plain text. A text that is an HTML page, or opens with a Markdown heading, is read as such.

    Raises InputRefused where it cannot be coded: empty, binary, wrongly decoded, longer than `max_chars`, or
    not English.
    """
    name = options.id or "text"
    if looks_like_page(text):
        draft = draft_html(text.encode("utf-8", "replace"), name, url=options.url)
    elif text.startswith("# "):
        draft = draft_markdown(text, name, max_chars, text.encode("utf-8", "surrogatepass"))
    else:
        draft = draft_text(text, name, max_chars)
    return assemble(draft, options, max_chars=max_chars)


def draft_text(text: str, name: str, max_chars: int, raw: bytes | None = None) -> Draft:
    """A plain text as a draft; `raw` are its bytes where it comes from a file."""
    check_length(len(text), name, max_chars)
    kept, removed = keep_characters(text, name)
    return Draft(
        name=name,
        paragraphs=split_paragraphs(kept),
        raw_digest=digest(text if raw is None else raw),
        removed=dict(removed),
    )
