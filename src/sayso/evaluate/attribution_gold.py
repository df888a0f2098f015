"""Articles with gold attributions, as the scorers take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Spans: TypeAlias = Sequence[Sequence[int]]
"""(start, end) pairs in code points, end excluded."""

Roles: TypeAlias = Mapping[str, Spans]
"""One attribution: the spans of `source`, `cue` and `content`; a role may be empty or missing."""

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with its gold attributions."""

    doc: str
    text: str
    attributions: tuple[Roles, ...]
