"""Text to wordpieces for the attribution encoder: words, pieces, letter-case and quotation features.

The encoder labels *words* (runs of letters and digits, or single punctuation marks), read at their
first wordpiece. The wordpiece vocabulary is lower-cased and blind to line breaks, so each piece also
carries a small feature number, its *kind*: letter case, start of a line, inside quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.models.wordpiece import WordPiece

Ints = NDArray[np.int64]

CASES = 3
"""Lower case or no letters, capital first, all capitals."""
LINE, QUOTED = 1, 2
KINDS = CASES * 4
"""Number of kinds: case * 4 + LINE if a line starts here + QUOTED if inside quotation marks."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """One text as wordpieces.

    `ids` and `kinds` have one entry a piece; `first` holds the number of the first piece of each word,
    `starts` and `ends` the characters (code points, end excluded) that the word covers.
    """

    ids: Ints
    kinds: Ints
    first: Ints
    starts: Ints
    ends: Ints


def split(text: str, tokenizer: WordPiece) -> Pieces:
    """Cut `text` into wordpieces and words; text without words gives empty arrays."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids = np.array(encoding.ids, dtype=np.int64)
    words = np.array(encoding.word_ids, dtype=np.int64)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    opens = np.ones(len(ids), dtype=bool)
    opens[1:] = words[1:] != words[:-1]
    first = np.flatnonzero(opens)
    last = np.append(first[1:], len(ids)) - 1 if len(first) else first
    starts, ends = offsets[first, 0], offsets[last, 1]
    kinds = _kinds(text, starts, ends)
    return Pieces(ids, np.repeat(kinds, last - first + 1), first, starts, ends)


def _kinds(text: str, starts: Ints, ends: Ints) -> Ints:
    kinds = np.zeros(len(starts), dtype=np.int64)
    previous, quoted = 0, False
    for i, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        word = text[start:end]
        new_line = i == 0 or "\n" in text[previous:start]
        previous = end
        if new_line:
            quoted = False
        opens = word == "“" or (word == '"' and not quoted)
        inside = quoted or opens
        if opens:
            quoted = True
        elif word in ("”", '"'):
            quoted = False
        kinds[i] = _case(word) * 4 + LINE * new_line + QUOTED * inside
    return kinds


def _case(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return 2
    return int(word[:1].isupper())
