"""BERT's lower-casing WordPiece: text to the numbers that the encoders read, each with its characters.

It does what the package `tokenizers` does with the same vocabulary (tests compare the two on arbitrary text), without
that package's 32 MB of dependencies. A text is cut at white space and around marks; a word loses its accents, control
and format characters and capitals; then the longest piece of the vocabulary is taken again and again from its start.
Characters younger than Python's Unicode tables, or than those of `tokenizers`, may be taken differently.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

UNKNOWN = "[UNK]"
CONTINUES = "##"
"""How a piece that does not begin a word is written in the vocabulary."""
LONGEST_WORD = 100
"""Characters; a longer word is unknown, as in BERT."""
SPECIAL = re.compile(r"(\[(?:PAD|UNK|CLS|SEP|MASK)\])")
"""Pieces that are read as themselves where a text has them literally."""
CHUNK = re.compile("[^\t\n\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
ASCII_WORD = re.compile("[A-Za-z0-9]+|[^A-Za-z0-9]")
IDEOGRAPH = re.compile(
    "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df"
    "\U0002a700-\U0002b73f\U0002b740-\U0002b81f\U0002b920-\U0002ceaf\U0002f800-\U0002fa1f]"
)

Word = tuple[str, Sequence[int]]
"""A word as normalised, and the place of each of its characters in the chunk."""
Piece = tuple[int, int, int]
"""Number in the vocabulary, start, end."""


class Encoding(NamedTuple):
    """A text as pieces: their numbers, characters (end excluded), and the number of the word each belongs to."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    word_ids: list[int]


class WordPiece:
    """A vocabulary that cuts texts; `vocabulary` gives its pieces in the order of their numbers."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._longest = max(map(len, self._numbers))
        self._chunk = lru_cache(maxsize=1 << 15)(self._words)

    def encode(self, text: str, add_special_tokens: Literal[False] = False) -> Encoding:
        """The pieces of `text`, none added before or after them; the second parameter is there as in `tokenizers`."""
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        word_ids: list[int] = []
        count = 0
        for match in CHUNK.finditer(text):
            at, chunk = match.start(), match.group()
            for pieces in self._chunk(chunk) if len(chunk) < LONGEST_WORD else self._words(chunk):
                for number, start, end in pieces:
                    ids.append(number)
                    offsets.append((at + start, at + end))
                    word_ids.append(count)
                count += 1
        return Encoding(ids, offsets, word_ids)

    def _words(self, chunk: str) -> list[list[Piece]]:
        words, at = [], 0
        for part in SPECIAL.split(chunk):
            if SPECIAL.fullmatch(part):
                words.append([(self._numbers[part], at, at + len(part))])
            else:
                cut = _cut_ascii if part.isascii() and part.isprintable() else _cut
                words += [self._pieces(word) for word in cut(part, at)]
            at += len(part)
        return words

    def _pieces(self, word: Word) -> list[Piece]:
        text, places = word
        pieces, start = [], 0
        while start < len(text) <= LONGEST_WORD:
            prefix = CONTINUES if start else ""
            for end in range(min(len(text), start + self._longest), start, -1):
                number = self._numbers.get(prefix + text[start:end])
                if number is not None:
                    pieces.append((number, places[start], places[end - 1] + 1))
                    start = end
                    break
            else:
                break
        return pieces if start == len(text) else [(self._numbers[UNKNOWN], places[0], places[-1] + 1)]


def _cut_ascii(part: str, at: int) -> Iterator[Word]:
    """What `_cut` gives for printable ASCII, sooner."""
    for match in ASCII_WORD.finditer(part):
        yield match.group().lower(), range(at + match.start(), at + match.end())


def _cut(part: str, at: int) -> Iterator[Word]:
    """The words of a run of characters without white space; `at` is its first character's place."""
    text = ""
    places: list[int] = []
    for place, char in enumerate(part, start=at):
        kept, alone = _normal(char)
        if alone and text:
            yield text, places
        if alone:
            yield kept, [place] * len(kept)
            text, places = "", []
        else:
            text += kept
            places += [place] * len(kept)
    if text:
        yield text, places


@cache
def _normal(char: str) -> tuple[str, bool]:
    """A character lower-cased and without accents (empty if it is dropped), and whether it is a word by itself."""
    category = unicodedata.category
    if char == "\ufffd" or category(char) in ("Cc", "Cf", "Co", "Cs"):
        return "", False
    bare = "".join(c.lower() for c in unicodedata.normalize("NFD", char) if category(c) != "Mn")
    if not bare:
        return "", False
    mark = category(bare[0])[0] in ("PS" if bare.isascii() else "P")
    return bare, mark or IDEOGRAPH.match(char) is not None
