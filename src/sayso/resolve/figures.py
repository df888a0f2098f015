"""Numbers of things: "more than 10,000 troops", "between 1,500 and 3,000", "dozens of people".

How words become `low`, `best` and `high` (None is open, the words set no bound on that side):

| words                                         | low   | best  | high  |
|-----------------------------------------------|-------|-------|-------|
| 50 troops                                     | 50    | 50    | 50    |
| at least 50, more than 50, 50 or more         | 50    | 50    | None  |
| up to 50, fewer than 50, nearly 50            | None  | 50    | 50    |
| about 50, some 50, 50 or so                   | None  | 50    | None  |
| between 50 and 60, 50 to 60, 50-60            | 50    | 55    | 60    |
| rose from 50 to 60                            | 60    | 60    | 60    |
| dozens, hundreds, thousands of                | 24, 200, 2000 | the same | None |
| several, a few; a couple                      | 3; 2  | the same | None |

A vague plural is thus read as at least two of its unit, and best is the cautious reading, as in data on
conflict events, where the low figure is the one that the source vouches for. The words and their numbers are
those of `figure_words.tsv`. Percentages, ages, years, dates, lengths of time, ordinals, fractions, scores of
games and votes (89-52) and numbers that are part of a name (Flight 12) are no figures.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sayso.lexicons.load import table
from sayso.records.base import Record, Span
from sayso.records.stages import Parsed
from sayso.records.time import Figure, Timex
from sayso.resolve.dates import find_timexes
from sayso.resolve.grammar import Grammar
from sayso.resolve.scan import Entry, Lexicon, Word, scan
from sayso.resolve.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


class FigureWord(Record, frozen=True, kw_only=True):
    """A row of `figure_words.tsv`."""

    word: str
    kind: str
    value: str = ""


class Bounds(NamedTuple):
    """Lower bound, best reading and upper bound."""

    low: int | None
    best: int
    high: int | None


_PIECES = {
    "HEDGE": "(only|at_least|at_most|about|another|aged)*",
    "NUMBER": "(day|year|number)",
    "AMOUNT": "((few|a|half_a|NUMBER)? multiple|(few|a)? NUMBER|few)",
    "CLOSE": "(percent|hyphen? (times|length)|hyphen)",
}
_CHANGE, _RANGE, _VAGUE, _PLAIN = range(4)
_PATTERNS = (
    "change between HEDGE currency? AMOUNT to HEDGE currency? AMOUNT CLOSE?",
    "between HEDGE currency? AMOUNT and HEDGE currency? AMOUNT CLOSE?"
    "|between? HEDGE currency? AMOUNT (or|to|hyphen) HEDGE currency? AMOUNT CLOSE?",
    "HEDGE currency? plural",
    "HEDGE currency? AMOUNT (or_more|or_so|or_fewer)? CLOSE?",
)
_MOST = 10**15
_NO_FIGURE = ("percent", "times", "length", "aged")
_CORE = frozenset(("day", "year", "number", "multiple", "plural", "few"))


def find_figures(parsed: Parsed, timexes: Iterable[Timex] | None = None) -> tuple[Figure, ...]:
    """The report's figures in order, none overlapping; `timexes` are those already found in it, if they were."""
    tokens = Tokens(parsed.doc, parsed.report.text)
    times = [timex.span for timex in (find_timexes(parsed) if timexes is None else timexes)]
    found: list[Figure] = []
    taken = list(times)
    for matches in _grammar().matches(scan(tokens.text, _lexicon())):
        for number, words in matches:
            span = Span(words[0].start, words[-1].end)
            if any(span.overlaps(other) for other in taken):
                continue
            figure = _figure(number, words, tokens)
            if figure is not None:
                found.append(figure)
            taken.append(span)
    return tuple(sorted(found, key=lambda figure: figure.span))


def _figure(pattern: int, words: tuple[Word, ...], tokens: Tokens) -> Figure | None:
    if any(word.kind in _NO_FIGURE for word in words):
        return None
    if pattern == _CHANGE:
        words = words[next(i for i, word in enumerate(words) if word.kind == "to") + 1 :]
    words = _trimmed(words, tokens.text)
    bounds = _bounds(pattern, words)
    if bounds is None:
        return None
    span = Span(words[0].start, words[-1].end)
    money = next((word.span for word in words if word.kind == "currency"), None)
    cores = [word for word in reversed(words) if word.kind in _CORE]
    token = tokens.root(cores[0].span)
    if money is None and not _counts(token, cores[0], span, tokens):
        return None
    nouns = (_noun(tokens.root(core.span), span, tokens) for core in cores)
    noun = money or next((noun for noun in nouns if noun), None)
    if noun is not None and tokens.text[noun.end : noun.end + 9].lower().startswith(" or more"):
        bounds = bounds._replace(high=None)
    return Figure(span=span, noun=noun, low=bounds.low, best=bounds.best, high=bounds.high)


def _trimmed(words: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    """The words without a hyphen behind them, an article that belongs to the noun ("a 24 million loss"), or the
    "over" that is a preposition ("victory over two others")."""
    if words[-1].kind == "hyphen":
        words = words[:-1]
    if len(words) > 1 and words[0].kind == "a" and text[words[1].start].isdigit():
        return words[1:]
    if len(words) > 1 and words[0].text == "over" and (words[-1].number or 99) < 10:
        return words[1:]
    return words


def _bounds(pattern: int, words: tuple[Word, ...]) -> Bounds | None:
    kinds = {word.kind for word in words}
    if pattern == _RANGE:
        return _range(words)
    if pattern == _VAGUE:
        value = int(next(word.value for word in words if word.kind == "plural"))
        return Bounds(value, value, None)
    value_found = _amount(words)
    if value_found is None or value_found != int(value_found) or not 0 < value_found < _MOST:
        return None
    value = int(value_found)
    if kinds & {"at_least", "or_more", "few"}:
        return Bounds(value, value, None)
    if kinds & {"at_most", "or_fewer"}:
        return Bounds(None, value, value)
    if kinds & {"about", "or_so"}:
        return Bounds(None, value, None)
    return Bounds(value, value, value)


def _range(words: tuple[Word, ...]) -> Bounds | None:
    """Both ends; "20 to 30 million" counts millions at both; None where the first is not the lower."""
    middle = next(i for i, word in enumerate(words) if i and word.kind in ("and", "or", "to", "hyphen"))
    first, last = _amount(words[:middle]), _amount(words[middle + 1 :])
    if first is None or last is None:
        return None
    for scale in (10**9, 10**6, 1000):
        if first < 1000 <= scale <= last and " " in words[-1].text:
            first *= scale
            break
    if not 0 < first < last < _MOST or first != int(first) or last != int(last):
        return None
    return Bounds(int(first), int((first + last) // 2), int(last))


def _amount(words: Iterable[Word]) -> float | None:
    """The number that the words give: digits, number words, "two dozen", "half a dozen", "several hundred"."""
    times, value = 1.0, None
    for word in words:
        if word.kind == "few":
            times = float(word.value)
        elif word.kind == "half_a":
            times = 0.5
        elif word.kind in ("day", "year", "number"):
            value = word.number
        elif word.kind == "multiple":
            value = (value or 1.0) * float(word.value)
    return times * value if value is not None else (times if times > 1 else None)


def _counts(token: "Token", word: Word, span: Span, tokens: Tokens) -> bool:
    """Whether the number counts things here: not a part of a name, an age, a year, or the pronoun "one"."""
    before = tokens.text[max(0, span.start - 1) : span.start]
    after = tokens.text[word.end : word.end + 1]
    if _is_part(tokens.text[word.end : word.end + 12].lower()) or tokens.text[word.start] == "0":
        return False
    if after.isalpha():
        return False
    if before in ("-", "–", "#", "/", "'", "’", ":") or before.isalpha() or after in ("/", ":", "%", "°"):
        return False
    if word.kind == "year" and "," not in tokens.text[word.start : word.end] and token.dep_ != "nummod":
        return False
    if word.text == "one":
        return token.dep_ == "nummod" and token.head.i > token.i
    if token.i and token.dep_ in ("nummod", "appos", "npadvmod") and token.head.i < token.i:
        left = token.nbor(-1)
        return not (left.text == "," or left.text[0].isupper() or left.is_digit)
    return True


def _is_part(after: str) -> bool:
    """Whether what follows makes the number a fraction or a rate: "two-thirds", "one-in-five"."""
    return after.lstrip("- ").startswith(("third", "quarter", "fifth", "tenth", "in-", "th of"))


def _noun(token: "Token", span: Span, tokens: Tokens) -> Span | None:
    """The words counted: the noun that the number modifies, or the "of" phrase behind it."""
    head = token
    for _ in range(3):
        if head.dep_ in ("nummod", "quantmod", "compound", "amod", "det", "predet") and head.head.i > head.i:
            head = head.head
    if head.idx >= span.end and head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return Span(_after(tokens, span.end), head.idx + len(head))
    for child in head.children:
        if child.lower_ == "of" and child.idx >= span.end:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return Span(inner.left_edge.idx, inner.idx + len(inner))
    return None


def _after(tokens: Tokens, offset: int) -> int:
    """The first offset from `offset` on that is neither space nor a hyphen."""
    while offset < len(tokens.text) and (tokens.text[offset].isspace() or tokens.text[offset] in "-–"):
        offset += 1
    return offset


@cache
def _lexicon() -> Lexicon:
    return Lexicon(
        {row.word: Entry(row.kind, row.value, False) for row in table("figure_words.tsv", FigureWord)}
    )


@cache
def _grammar() -> Grammar:
    kinds = {entry.kind for phrases in _lexicon().phrases.values() for entry in phrases.values()}
    read = "day year number ordinal decade short_year clock comma hyphen slash dot"
    return Grammar(_PATTERNS, pieces=_PIECES, kinds=kinds | set(read.split()), core=_CORE)
