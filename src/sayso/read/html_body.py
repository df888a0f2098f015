"""trafilatura's body tree -> paragraphs."""

import re
from collections.abc import Iterator
from typing import Any

_SPACE = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*\n\s*")
_BLOCKS = frozenset(
    ("p", "head", "quote", "item", "ab", "cell", "code", "list", "table", "row", "div", "body", "fw")
)


def paragraphs_of(body: Any) -> Iterator[str]:
    """The text of each block, in order; two line breaks in a row part paragraphs, one becomes a newline."""
    for block in _blocks(body):
        for paragraph in _BREAKS.split(block):
            plain = "\n".join(_SPACE.sub(" ", line).strip() for line in paragraph.split("\n")).strip()
            if plain:
                yield plain


def _blocks(element: Any) -> Iterator[str]:
    """Runs of text between block elements, depth first. The tree is trafilatura's own and never deep."""
    run: list[str] = [_flat(element.text)]
    for child in element:
        if child.tag in _BLOCKS:
            yield "".join(run)
            yield from _blocks(child)
            run = []
        elif child.tag == "lb":
            run.append("\n")
        elif isinstance(child.tag, str):
            run.append(_inline(child))
        run.append(_flat(child.tail))
    yield "".join(run)


def _inline(element: Any) -> str:
    parts = [_flat(element.text)]
    for child in element:
        parts.append("\n" if child.tag == "lb" else _inline(child) if isinstance(child.tag, str) else "")
        parts.append(_flat(child.tail))
    return "".join(parts)


def _flat(text: str | None) -> str:
    """White space in a page means one space, wherever its lines break."""
    return re.sub(r"[\t\n\r\f ]+", " ", text or "")
