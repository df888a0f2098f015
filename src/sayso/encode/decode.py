"""The best tag sequence under the BIOES rules, and the spans in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BIES"))
"""Begin, inside, end, single; `O` outside all roles."""
LEVELS = 2
"""Statements, and statements inside another's content, as the encoder tags them."""
NEVER = np.float32(-1e4)
GROUP = 64


@dataclass(frozen=True, slots=True)
class Run:
    """Words [first, last) tagged with one role."""

    role: str
    first: int
    last: int


def best_tags(scores: Floats, lines: Ints) -> Ints:
    """The tags with the highest sum of `scores` (word x tag log-probabilities) in each line.

    Viterbi decoding in which a span begins with B, goes on with I, ends with E, or is one S, and does not
    cross the start of a line; `lines` has the word number at which each line starts (0 first).
    """
    tags = np.zeros(len(scores), dtype=np.int64)
    lengths = np.diff(np.append(lines, len(scores)))
    order = np.argsort(lengths, kind="stable")
    for at in range(0, len(order), GROUP):
        group = order[at : at + GROUP]
        block = np.full((len(group), lengths[group[-1]], len(TAGS)), NEVER, dtype=np.float32)
        block[:, :, 0] = 0
        for row, line in enumerate(group):
            block[row, : lengths[line]] = scores[lines[line] : lines[line] + lengths[line]]
        for line, path in zip(group, _viterbi(block), strict=True):
            tags[lines[line] : lines[line] + lengths[line]] = path[: lengths[line]]
    return tags


def _viterbi(block: Floats) -> Ints:
    start, moves, end = _grammar()
    back = np.zeros(block.shape, dtype=np.int64)
    total = block[:, 0] + start
    for step in range(1, block.shape[1]):
        ways = total[:, :, None] + moves
        back[:, step] = ways.argmax(axis=1)
        total = ways.max(axis=1) + block[:, step]
    path = np.zeros(block.shape[:2], dtype=np.int64)
    path[:, -1] = (total + end).argmax(axis=1)
    rows = np.arange(len(block))
    for step in range(block.shape[1] - 1, 0, -1):
        path[:, step - 1] = back[rows, step, path[:, step]]
    return path


@cache
def _grammar() -> tuple[Floats, Floats, Floats]:
    """Scores (0 or NEVER) of starting with a tag, of moving between two, and of ending with one."""
    opens = np.array([tag[0] in "OBS" for tag in TAGS])
    closes = np.array([tag[0] in "OES" for tag in TAGS])
    moves = np.array(
        [
            [(closes[i] and opens[j]) or _continues(a, b) for j, b in enumerate(TAGS)]
            for i, a in enumerate(TAGS)
        ]
    )
    start, allowed, end = (np.where(x, 0, NEVER).astype(np.float32) for x in (opens, moves, closes))
    return start, allowed, end


def _continues(before: str, after: str) -> bool:
    return before[0] in "BI" and after[0] in "IE" and before[2:] == after[2:]


def runs(tags: Ints) -> list[Run]:
    """The spans of a valid tag sequence, in text order."""
    found, first = [], 0
    for word in np.flatnonzero(tags).tolist():
        part, role = TAGS[tags[word]][0], TAGS[tags[word]][2:]
        if part in "BS":
            first = word
        if part in "ES":
            found.append(Run(role, first, word + 1))
    return found
