"""What the mends share: the kind of function that a mend is, the verb of a cue, a copy with another content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.reading import Range, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

Mend = Callable[[Reading, Found], Found]
"""Gives the attribution itself where it does not fit."""


def cue_verb(reading: Reading, each: Found) -> Token | None:
    """The last verb of a cue."""
    tokens = reading.within(each.cue)
    return next((token for token in reversed(tokens) if token.pos_ in ("VERB", "AUX")), None)


def with_content(reading: Reading, each: Found, content: Range, why: str) -> Found:
    """The attribution with these tokens as its content, if any are left; `why` is added to its detail."""
    spans = reading.spans(content)
    return replace(each, content=spans, detail=f"{each.detail}; {why}") if spans else each
