"""Sentences with a marked source and target, as PLV has them."""

import re

from sayso.records.base import Span


def unmarked(marked: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """A marked sentence's text without its marks, and the spans of its sources and targets.

    >>> unmarked("<s>Oslo</s> warned <t>Bern</t>.")[0]
    'Oslo warned Bern.'
    """
    text = ""
    found: dict[str, list[Span]] = {"s": [], "t": []}
    opened = {"s": 0, "t": 0}
    for part in re.split(r"(</?[st]>)", marked):
        mark = re.fullmatch(r"<(/?)([st])>", part)
        if mark is None:
            text += part
        elif mark[1]:
            if len(text) > opened[mark[2]]:
                found[mark[2]].append(Span(opened[mark[2]], len(text)))
        else:
            opened[mark[2]] = len(text)
    return text, tuple(found["s"]), tuple(found["t"])
