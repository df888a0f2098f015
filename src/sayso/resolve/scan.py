"""The words of a text with their classes: what the grammars of dates and figures read.

A text is cut by one regular expression, looked up in a lexicon (phrases first, longest first), and its numbers,
in digits or words, are read. A class is a short name ("month", "unit"); a word in no class is left out, but
`gap` tells that something stood before the next one.
"""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.records.base import Record, Span

# A clock time, a number, a dotted abbreviation, a word, a possessive, a paragraph break, any other sign.
_PIECE = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<tail>st|nd|rd|th|s)?"
    r"|[A-Za-z](?:\.[A-Za-z])+\.?"
    r"|['’]\d{2}s?(?![\w])"
    r"|[^\W\d_]+"
    r"|['’]s\b"
    r"|\n\s*\n"
    r"|[^\w\s]"
)


class NumberWord(Record, frozen=True, kw_only=True):
    """A row of `numbers.tsv`."""

    word: str
    kind: str
    value: int


class Word(NamedTuple):
    """A classed word or phrase: its place in the text, lower-cased words, class, value, and number if it is one.

    `gap` is whether unclassed text or a break stands between it and the classed word before it.
    """

    start: int
    end: int
    text: str
    kind: str
    value: str
    number: float | None
    gap: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Entry(NamedTuple):
    """What a lexicon says of a word: class, value, and whether only the capitalised word has it."""

    kind: str
    value: str
    capital: bool


class Lexicon:
    """Words and phrases with their entries, by first word, the longest phrase first."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.phrases: dict[str, dict[tuple[str, ...], Entry]] = {}
        for phrase in sorted(entries, key=len, reverse=True):
            words = tuple(match.group().lower() for match in _PIECE.finditer(phrase))
            self.phrases.setdefault(words[0], {})[words] = entries[phrase]
        parts = {part for phrases in self.phrases.values() for words in phrases for part in words}
        self.known = (
            parts
            | _cardinals().keys()
            | _scales().keys()
            | _ordinals().keys()
            | _SIGNS.keys()
            | _MONEY_SCALES.keys()
        )


class _Piece(NamedTuple):
    start: int
    end: int
    text: str
    raw: str
    number: float | None
    tail: str


_LONGEST = 15
"""Digits or number words in one number, at most: more is no number that counts anything."""

_OTHER = _Piece(0, 0, " ", " ", None, "")


def scan(text: str, lexicon: Lexicon) -> Iterator[Word]:
    """The words of `text` that the lexicon knows, and its numbers, in order."""
    known = lexicon.known
    pieces = [_piece(match, known) for match in _PIECE.finditer(text)]
    i, gap = 0, True
    while i < len(pieces):
        word, used = (None, 1) if pieces[i] is _OTHER else _word(pieces, i, lexicon, gap)
        if word is not None:
            yield word
        gap = word is None
        i += used


def _piece(match: "re.Match[str]", known: Set[str]) -> _Piece:
    raw = match.group()
    text = raw.lower().replace("’", "'")
    if text not in known and text[0] not in "0123456789'":
        return _OTHER
    number = match["number"]
    if number and len(number) > _LONGEST:
        return _OTHER
    value = float(number.replace(",", "")) if number else None
    return _Piece(match.start(), match.end(), text, raw, value, match["tail"] or "")


def _word(pieces: list[_Piece], i: int, lexicon: Lexicon, gap: bool) -> tuple[Word | None, int]:
    """The classed word that begins at piece `i`, None where none does, and how many pieces it takes."""
    piece = pieces[i]
    for phrase, entry in lexicon.phrases.get(piece.text, {}).items():
        fits = all(i + k < len(pieces) and pieces[i + k].text == part for k, part in enumerate(phrase))
        if fits and not (entry.capital and piece.raw.islower()):
            last = pieces[i + len(phrase) - 1]
            text = " ".join(phrase)
            return Word(piece.start, last.end, text, entry.kind, entry.value, None, gap), len(phrase)
    if piece.number is not None or piece.text in _cardinals() or piece.text in _scales():
        return _number(pieces, i, gap)
    if piece.text in _ordinals():
        value = _ordinals()[piece.text]
        return Word(piece.start, piece.end, piece.text, "ordinal", str(value), float(value), gap), 1
    if piece.text[0] == "'" and piece.text[1:3].isdigit():
        kind = "decade" if piece.text.endswith("s") else "short_year"
        return Word(piece.start, piece.end, piece.text, kind, piece.text[1:3], None, gap), 1
    if ":" in piece.text and len(piece.text) > 1:
        return Word(piece.start, piece.end, piece.text, "clock", piece.text, None, gap), 1
    if piece.text in _SIGNS:
        return Word(piece.start, piece.end, piece.text, _SIGNS[piece.text], "", None, gap), 1
    return None, 1


_SIGNS = {",": "comma", "-": "hyphen", "–": "hyphen", "—": "hyphen", "/": "slash", ".": "dot"}


def _number(pieces: list[_Piece], i: int, gap: bool) -> tuple[Word, int]:
    """The number at piece `i`, its digits or all its words together."""
    piece = pieces[i]
    if piece.tail:
        kind = "decade" if piece.tail == "s" else "ordinal"
        return Word(
            piece.start, piece.end, piece.text, kind, piece.raw.rstrip("snthrd"), piece.number, gap
        ), 1
    run = [piece]
    while i + len(run) < len(pieces) and len(run) < _LONGEST:
        taken = _joined(pieces, i + len(run))
        if not taken or (piece.number is not None and taken[-1].text not in _scales()):
            break
        run += taken
    value = read_number([p.text for p in run], piece.number)
    if scale := _money_scale(pieces, i):
        run, value = [*run, pieces[i + 1]], value * scale
    if len(run) == 1 and piece.number is not None:
        kind = _digits_kind(piece)
    else:
        kind = "year" if _spoken_year(run) else "number"
    text = " ".join(p.text for p in run)
    fraction = _fraction(pieces, i + len(run)) if kind != "year" else 0.0
    if fraction:
        run += pieces[i + len(run) : i + len(run) + 3]
    shown = int(value) if value == int(value) else value
    return Word(piece.start, run[-1].end, text, kind, str(shown), value + fraction, gap), len(run)


def _money_scale(pieces: list[_Piece], i: int) -> float:
    """What an "m" or "k" behind the sum of money at piece `i` multiplies it by ("£5m"); 0 where none stands there."""
    after = pieces[i + 1] if i + 1 < len(pieces) else _OTHER
    joined = i > 0 and pieces[i - 1].text in _MONEY and after.start == pieces[i].end
    return _MONEY_SCALES.get(after.text, 0.0) if joined else 0.0


_MONEY_SCALES = {"m": 1e6, "k": 1e3}
_MONEY = ("$", "£", "€")


def _joined(pieces: list[_Piece], i: int) -> list[_Piece]:
    """The pieces from `i` that carry a number in words on: "four", "-four", "and four"; none where none do."""
    words = _cardinals().keys() | _scales().keys()
    if pieces[i].text in words:
        return [pieces[i]]
    follows = i + 1 < len(pieces) and pieces[i + 1].text in words
    if follows and pieces[i].text == "-" and pieces[i - 1].text in _cardinals():
        return [pieces[i], pieces[i + 1]]
    if follows and pieces[i].text == "and" and pieces[i - 1].text in ("hundred", "thousand"):
        return [pieces[i], pieces[i + 1]]
    return []


def _fraction(pieces: list[_Piece], i: int) -> float:
    """The value of "1/2" at piece `i`; 0 where no fraction stands there."""
    if i + 2 >= len(pieces) or pieces[i + 1].text != "/":
        return 0.0
    top, below = pieces[i].number, pieces[i + 2].number
    return top / below if top and below and top < below else 0.0


def _digits_kind(piece: _Piece) -> str:
    if piece.raw.isdigit() and len(piece.raw) == 4 and 1000 <= int(piece.raw) < 2200:
        return "year"
    if piece.raw.isdigit() and len(piece.raw) <= 2 and 1 <= int(piece.raw) <= 31:
        return "day"
    return "number"


def _spoken_year(run: list[_Piece]) -> bool:
    """Whether the words are a year as it is said: "nineteen ninety-seven", "two thousand"."""
    values = [_cardinals()[p.text] for p in run if p.text in _cardinals()]
    said = [p.text for p in run]
    spoken = len(values) >= 2 and 10 <= values[0] <= 20 and values[1] >= 10
    return spoken and _scales().keys().isdisjoint(said)


def read_number(words: list[str], digits: float | None = None) -> float:
    """The value of number words ("two hundred and five", "3" "million"); `digits` is that of the first.

    Years as they are said ("nineteen ninety-seven") give the year.
    """
    total, group = 0.0, digits or 0.0
    for word in words if digits is None else words[1:]:
        if word in _scales():
            scale = _scales()[word]
            group = (group or 1.0) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
        elif word in _cardinals():
            value = _cardinals()[word]
            group = group * 100 + value if 10 <= group <= 20 and value >= 10 else group + value
    return total + group


@cache
def _numbers(kind: str) -> dict[str, int]:
    return {row.word: row.value for row in table("numbers.tsv", NumberWord) if row.kind == kind}


def _cardinals() -> dict[str, int]:
    return _numbers("cardinal")


def _scales() -> dict[str, int]:
    return _numbers("scale")


def _ordinals() -> dict[str, int]:
    return _numbers("ordinal")
