"""A file of one report (text, Markdown, HTML, e-mail) -> Draft."""

from typing import IO

from sayso.read.decode import decode
from sayso.read.draft import Draft
from sayso.read.eml import draft_email
from sayso.read.forms import Form
from sayso.read.html import draft_html
from sayso.read.markdown import draft_markdown
from sayso.read.source import page_limit, read_all, text_limit
from sayso.read.text import draft_text


def draft_document(form: Form, stream: IO[bytes], name: str, max_chars: int, url: str | None) -> Draft:
    """The draft of a one-report file. Raises InputRefused where it cannot be read or is too large."""
    if form is Form.HTML:
        return draft_html(read_all(stream, page_limit(max_chars), name), name, url=url)
    if form is Form.EMAIL:
        return draft_email(read_all(stream, page_limit(max_chars), name), name, max_chars)
    data = read_all(stream, text_limit(max_chars), name)
    text = decode(data, name).text
    if form is Form.MARKDOWN:
        return draft_markdown(text, name, max_chars, data)
    return draft_text(text, name, max_chars, data)
