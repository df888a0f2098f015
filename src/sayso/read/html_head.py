"""A page's title without its site's name, its standfirst and its byline."""

import re
from collections.abc import Sequence
from typing import Any

from sayso.read.headline import same_words

_SEPARATOR = re.compile(r"\s+[|·•»–—-]\s+|\s*\|\s*")
_STANDFIRST = re.compile(
    r"stand-?first|\bdek\b|deck|sub-?(?:title|head|heading|headline)|summary|lead-?text|excerpt", re.I
)
_NO_NAME = re.compile(r"https?:|www\.|@|\.(?:com|org|net|co)\b|\d{3}", re.IGNORECASE)


def clean_title(title: str | None, site: str | None, tree: Any) -> str | None:
    """The page's title as its own heading has it, else without " | Site" at the end."""
    if not title:
        return None
    plain = " ".join(title.split())
    for heading in tree.iter("h1"):
        words = _text(heading)
        if len(words) > 10 and (same_words(words, plain) or plain.casefold().startswith(words.casefold())):
            return words
    if site and plain.casefold().startswith(site.casefold()) and plain[len(site) :].lstrip()[:1] in ":|-–—":
        plain = plain[len(site) :].lstrip(" :|-–—") or plain
    parts = list(_SEPARATOR.finditer(plain))
    if parts:
        last = parts[-1]
        head, tail = plain[: last.start()], plain[last.end() :]
        named = site and (
            same_words(tail, site) or _squeezed(tail) in _squeezed(site) or _squeezed(site) in _squeezed(tail)
        )
        if len(head) > 10 and (named or ("|" in last[0] and len(tail.split()) <= 5)):
            return head
    return plain


def clean_site(site: str | None) -> str | None:
    """The site's name without a motto behind a bar."""
    return (site or "").split(" | ")[0].strip() or None


def standfirst_of(description: str | None, tree: Any, paragraphs: Sequence[str]) -> str | None:
    """The page's description where the page shows it above the story; None where it repeats the story."""
    plain = " ".join((description or "").split())
    first = [" ".join(paragraph.split()) for paragraph in paragraphs[:3]]
    if plain.endswith(("...", "…")) or any(plain in paragraph for paragraph in first[:1]):
        plain = ""
    for element in tree.iter("p", "h2", "h3", "h4", "div", "span", "em"):
        words = _text(element) if len(element) <= 3 else ""
        if not 30 <= len(words) <= 400:
            continue
        if (words == plain and words not in first) or (words in (plain, *first) and _is_marked(element)):
            return words
    return None


def _is_marked(element: Any) -> bool:
    """Whether the element, or the one around it, is called a standfirst, deck or summary in the markup."""
    names = [element.get(attribute, "") for attribute in ("class", "id", "data-testid", "itemprop")]
    parent = element.getparent()
    names.append(parent.get("class", "") if parent is not None and len(parent) < 4 else "")
    return bool(_STANDFIRST.search(" ".join(names)))


def clean_byline(author: str | None) -> str | None:
    """The authors' names, joined by commas, without addresses and the like."""
    names = [name.strip() for name in (author or "").split(";")]
    kept = [name for name in names if name and not _NO_NAME.search(name) and len(name) < 60]
    return ", ".join(dict.fromkeys(kept)) or None


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _squeezed(words: str) -> str:
    return re.sub(r"\W", "", words).casefold()
