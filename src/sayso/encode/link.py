"""From tagged runs and link scores to attributions: which source and contents each cue has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.encode.decode import Run

    Floats = NDArray[np.float32]

NONE, SOURCE, CONTENT = 0, 1, 2
CONTENT_FLOOR = -1.2
SOURCE_FLOOR = -2.0
"""Lowest mean log-probability of a link that is kept; chosen on PolNeAR dev."""


@dataclass(frozen=True, slots=True)
class Row:
    """A cue word's log-probabilities of words [low, low + len(scores)): word x (none, source, content)."""

    low: int
    scores: Floats


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with its source (None if the text gives none) and contents, and the mean link probability."""

    cue: Run
    source: Run | None
    contents: tuple[Run, ...]
    probability: float


def link(found: list[Run], rows: dict[int, Row]) -> list[Linked]:
    """Give each content to its likeliest cue and each cue its likeliest source.

    A content that no cue claims, and a cue without content, make no attribution. A source may serve
    several cues.
    """
    cues = [run for run in found if run.role == "cue"]
    merged = [_merge(cue, rows) for cue in cues]
    mine: list[list[tuple[Run, float]]] = [[] for _ in cues]
    for content in (run for run in found if run.role == "content"):
        claims = [_mean(row, content, CONTENT) for row in merged]
        best = int(np.argmax(claims)) if claims else -1
        if best >= 0 and claims[best] >= CONTENT_FLOOR:
            mine[best].append((content, claims[best]))
    sources = [run for run in found if run.role == "source"]
    linked = []
    for cue, row, contents in zip(cues, merged, mine, strict=True):
        if not contents:
            continue
        source, chance = _source(row, sources)
        scores = [score for _, score in contents] + ([chance] if source else [])
        linked.append(Linked(cue, source, tuple(run for run, _ in contents), float(np.exp(np.mean(scores)))))
    return linked


def _merge(cue: Run, rows: dict[int, Row]) -> Row | None:
    parts = [rows[word] for word in range(cue.first, cue.last) if word in rows]
    parts = [part for part in parts if part.low == parts[0].low and len(part.scores) == len(parts[0].scores)]
    return Row(parts[0].low, np.mean([part.scores for part in parts], axis=0)) if parts else None


def _mean(row: Row | None, run: Run, column: int) -> float:
    if row is None:
        return -np.inf
    cells = row.scores[max(0, run.first - row.low) : max(0, run.last - row.low), column]
    return float(cells.mean()) if len(cells) else -np.inf


def _source(row: Row | None, sources: list[Run]) -> tuple[Run | None, float]:
    chances = [_mean(row, source, SOURCE) for source in sources]
    best = int(np.argmax(chances)) if chances else -1
    if best >= 0 and chances[best] >= SOURCE_FLOOR:
        return sources[best], chances[best]
    return None, 0.0
