"""IPTC ninjs items (1.x and 2.x) -> Draft. Field names are the standard's (iptc.org/standards/ninjs)."""

from collections.abc import Mapping
from typing import Any

from sayso.errors import InputRefused
from sayso.read.assemble import check_length
from sayso.read.calendar_dates import read_date
from sayso.read.characters import keep_characters
from sayso.read.draft import Draft
from sayso.read.identity import digest
from sayso.read.markup import paragraphs_in
from sayso.read.paragraphs import split_paragraphs

_DATES = ("versioncreated", "contentcreated", "firstcreated", "embargoed")
_DEAD = frozenset(("canceled", "cancelled", "withheld"))


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a ninjs item: a `uri`, and a body or headline under the standard's names."""
    if "uri" not in item:
        return False
    body = any(key == "bodies" or key.startswith("body_") for key in item)
    return (
        body
        or "headlines" in item
        or ("headline" in item and ("versioncreated" in item or "pubstatus" in item))
    )


def draft_ninjs(item: Mapping[str, Any], name: str, max_chars: int, raw: bytes) -> Draft:
    """A ninjs text item as a draft.

    Raises InputRefused for a picture or package, a cancelled or withheld item, and one without a body.
    """
    _check_usable(item, name)
    removed: dict[str, int] = {}

    def clean(words: Any) -> str | None:
        if not isinstance(words, str):
            return None
        kept, lost = keep_characters(words, name)
        removed.update(lost)
        return kept.strip() or None

    paragraphs = tuple(p for p in map(clean, _body(item, name, max_chars)) if p)
    if not paragraphs:
        raise InputRefused("read", name, "the ninjs item has no body (body_text, body_xhtml or bodies)")
    dated = next((read_date(str(item[field])) for field in _DATES if item.get(field)), None)
    title = clean(item.get("headline")) or clean(_value(item.get("headlines"), "main"))
    publisher = _publisher(item)
    return Draft(
        name=name,
        paragraphs=paragraphs,
        raw_digest=digest(raw),
        title=" ".join(title.split()) if title else None,
        byline=clean(item.get("byline")) or clean(item.get("by")),
        published=dated.date if dated else None,
        published_from=f"the item: {dated.why}" if dated else "none given, and the ninjs item names none",
        publisher=publisher,
        publisher_from="the ninjs item" if publisher else "none given, and the ninjs item names none",
        id=str(item["uri"]),
        url=item["uri"] if str(item["uri"]).startswith("http") else None,
        removed=removed,
    )


def _check_usable(item: Mapping[str, Any], name: str) -> None:
    kind, status = item.get("type", "text"), item.get("pubstatus", "usable")
    if kind not in ("text", "composite", None):
        raise InputRefused("read", name, f"the ninjs item is of type {kind!r}, not text")
    if status in _DEAD:
        raise InputRefused("read", name, f"the ninjs item is {status}: its provider has withdrawn it")


def _body(item: Mapping[str, Any], name: str, max_chars: int) -> tuple[str, ...]:
    """Paragraphs of the plain body, else of the marked-up one."""
    text, markup = (
        item.get("body_text"),
        item.get("body_xhtml") or item.get("body_html") or item.get("body_nitf"),
    )
    for body in item.get("bodies") or ():
        if isinstance(body, Mapping) and isinstance(body.get("value"), str):
            if "html" in str(body.get("contenttype", "")) or "xml" in str(body.get("contenttype", "")):
                markup = markup or body["value"]
            else:
                text = text or body["value"]
    if isinstance(markup, str) and markup.strip():
        check_length(len(markup) // 10, name, max_chars)
        return paragraphs_in(markup, name)
    if isinstance(text, str):
        check_length(len(text), name, max_chars)
        return split_paragraphs(keep_characters(text, name)[0])
    return ()


def _publisher(item: Mapping[str, Any]) -> str | None:
    """The source that the item names, else the holder of its copyright."""
    sources = item.get("infosources") or item.get("infosource") or ()
    named = [source.get("name") for source in sources if isinstance(source, Mapping)]
    found = next((name for name in named if name), None) or item.get("source") or item.get("copyrightholder")
    return str(found).strip() or None if found else None


def _value(entries: Any, role: str) -> Any:
    """The value of the entry with this role, else of the first (ninjs 2.x lists)."""
    listed = [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []
    chosen = next((entry for entry in listed if entry.get("role") == role), listed[0] if listed else {})
    return chosen.get("value")
