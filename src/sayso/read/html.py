"""An HTML page -> Draft: body and metadata by trafilatura, never run, only parsed."""

import re
from typing import Any

from sayso.errors import InputRefused
from sayso.read.characters import keep_characters
from sayso.read.decode import decode
from sayso.read.draft import Draft
from sayso.read.html_body import paragraphs_of
from sayso.read.html_head import clean_byline, clean_site, clean_title, standfirst_of
from sayso.read.identity import digest
from sayso.read.page_date import page_date

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OPENS = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_CLOSES = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


def draft_html(data: bytes, name: str, *, url: str | None = None, declared: str | None = None) -> Draft:
    """The article on a page. Raises InputRefused for a page that breaks off or holds no article."""
    page, _ = decode(data, name, declared=declared, markup=True)
    if breaks_off(page):
        raise InputRefused(
            "read",
            name,
            "the page is truncated: it opens <html> or <body> and stops in mid-text. Save it again.",
        )
    found, tree = _extract(page, url, name)
    removed: dict[str, int] = {}
    paragraphs = []
    for paragraph in paragraphs_of(found.body):
        kept, lost = keep_characters(paragraph, name)
        removed = {kind: removed.get(kind, 0) + lost.get(kind, 0) for kind in {*removed, *lost}}
        paragraphs += [kept.strip()] if kept.strip() else []
    if not paragraphs:
        raise InputRefused("read", name, _NOTHING)
    published = page_date(tree, url or found.url)
    return Draft(
        name=name,
        paragraphs=tuple(paragraphs),
        raw_digest=digest(data),
        title=clean_title(found.title, found.sitename, tree),
        standfirst=standfirst_of(found.description, tree, paragraphs),
        byline=clean_byline(found.author),
        published=published.date if published else None,
        published_from=published.where if published else "none given, and the page names none",
        publisher=clean_site(found.sitename),
        publisher_from="the page's site name" if found.sitename else "none given, and the page names none",
        url=found.url or None,
        removed=removed,
    )


_NOTHING = "no article was found on the page: give the page of one story, or its text"


def looks_like_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return bool(_PAGE.match(text))


def breaks_off(page: str) -> bool:
    """Whether a page opens <html> or <body>, never closes it, and ends outside a tag's end.

    Pages that leave closing tags out, as HTML allows, end in some other tag.
    """
    return bool(_OPENS.search(page)) and not _CLOSES.search(page) and not page.rstrip().endswith(">")


def _extract(page: str, url: str | None, name: str) -> tuple[Any, Any]:
    """trafilatura's document, and the page's own tree."""
    from trafilatura import bare_extraction, load_html

    found: Any

    try:
        tree = load_html(page)
        found = (
            bare_extraction(
                tree,
                url=url,
                with_metadata=True,
                include_comments=False,
                include_tables=False,
                date_extraction_params={"extensive_search": False},
            )
            if tree is not None
            else None
        )
    except Exception as error:
        raise InputRefused("read", name, f"the page cannot be parsed: {type(error).__name__}") from error
    if found is None or found.body is None:
        raise InputRefused("read", name, _NOTHING)
    return found, tree
