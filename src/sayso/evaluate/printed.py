"""Words that a corpus has cut apart, as print has them: parser and encoder read print."""

import re
from collections.abc import Sequence
from typing import Final

_CLOSES: Final = re.compile(r"[.,;:!?)\]%”’]|\.\.\.|'|'s|'S|n't|N'T|'re|'ve|'ll|'d|'m")
_OPENS: Final = ("(", "[", "“", "‘", "$", "#")
_MARKS: Final = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
"""Penn Treebank spellings of punctuation, and the characters that they stand for."""


def printed(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text that the words make, and where each of them begins and ends in it.

    >>> printed(["``", "No", ",", "''", "he", "said", "."])
    ('“No,” he said.', [(0, 1), (1, 3), (3, 4), (4, 5), (6, 8), (9, 13), (13, 14)])
    """
    text, spots = "", []
    for word in words:
        word = _MARKS.get(word, word)
        if text and not _CLOSES.fullmatch(word) and not text.endswith(_OPENS):
            text += " "
        spots.append((len(text), len(text) + len(word)))
        text += word
    return text, spots
