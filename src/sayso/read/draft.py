"""Draft: what a form (HTML, CSV, ninjs, ...) gives, before it is put together as a report."""

from datetime import date

from sayso.records.base import Record


class Draft(Record, frozen=True, kw_only=True):
    """The paragraphs of one report as found, and what its page, row or item says about it.

    `name` is what errors call the input. `published_from` and `publisher_from` say where those were found, or
    why not. `removed` counts by kind what the form left out already. `raw_digest` is the SHA-256 of the
    input's bytes.
    """

    name: str
    paragraphs: tuple[str, ...]
    raw_digest: str
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    published: date | None = None
    published_from: str = "none given, and none found in the text"
    publisher: str | None = None
    publisher_from: str = "none given, and none found in the text"
    url: str | None = None
    id: str | None = None
    removed: dict[str, int] = {}
