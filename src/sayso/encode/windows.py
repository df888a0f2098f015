"""Cutting a long report into overlapping windows that the encoder can read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.encode.words import LINE, Pieces

SIZE = 254
"""Wordpieces a window, without the two special ones; as in training."""
MARGIN = 32
"""Wordpieces of context that a window shows before its core, and behind a core that ends inside a line."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words [low, high) are shown to the encoder; it answers for the core words [begin, end) only."""

    low: int
    begin: int
    end: int
    high: int


def cut(pieces: Pieces, *, size: int = SIZE, margin: int = MARGIN) -> list[Window]:
    """Windows whose cores cover each word once; a core ends at a line's end where one is near enough.

    A word longer than a whole window (a run of letters without a space) is cut off at its window's size
    by the caller.
    """
    first, count = pieces.first, len(pieces.first)
    lines = np.flatnonzero(pieces.kinds[first] & LINE)
    bounds = np.append(first, len(pieces.ids))
    windows, begin = [], 0
    while begin < count:
        low = int(np.searchsorted(first, bounds[begin] - margin)) if begin else 0
        high = int(np.searchsorted(bounds, bounds[low] + size, side="right")) - 1
        high = min(max(high, begin + 1), count)
        end = count if high == count else _core_end(bounds, lines, begin, high, size, margin)
        windows.append(Window(low, begin, end, end if end in lines else high))
        begin = end
    return windows


def _core_end(bounds: np.ndarray, lines: np.ndarray, begin: int, high: int, size: int, margin: int) -> int:
    """The last line's start that the window reaches, if it is far enough; else as far as the margin allows."""
    earliest = int(np.searchsorted(bounds, bounds[begin] + size // 2))
    at = int(np.searchsorted(lines, high, side="right")) - 1
    if at >= 0 and lines[at] > max(begin, earliest - 1):
        return int(lines[at])
    return max(int(np.searchsorted(bounds, bounds[high] - margin, side="right")) - 1, begin + 1)
