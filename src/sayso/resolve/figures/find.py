"""Finding the figures of a report."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from sayso.lexicons.load import table
from sayso.records.base import Record, Span
from sayso.records.stages import Parsed
from sayso.records.time import Figure, Timex
from sayso.resolve.dates import find_timexes
from sayso.resolve.figures.bounds import Shape, bounds_of
from sayso.resolve.figures.guard import counts_things, is_score
from sayso.resolve.figures.noun import noun_of
from sayso.resolve.grammar import Grammar
from sayso.resolve.scan import Entry, Lexicon, Word, scan
from sayso.resolve.tokens import Tokens


class FigureWord(Record, frozen=True, kw_only=True):
    """A row of `figure_words.tsv`."""

    word: str
    kind: str
    value: str = ""


_PIECES = {
    "HEDGE": "(only|at_least|at_most|about|another|aged)*",
    "NUMBER": "(day|year|number)",
    "AMOUNT": "((few|a|half_a|NUMBER)? multiple|(few|a|half_a)? NUMBER|few)",
    "CLOSE": "(percent|hyphen? (times|length)|hyphen)",
}
_PATTERNS = (  # in the order of Shape
    "change between HEDGE currency? AMOUNT to HEDGE currency? AMOUNT CLOSE?",
    "between HEDGE currency? AMOUNT and HEDGE currency? AMOUNT CLOSE?"
    "|between? HEDGE currency? AMOUNT (or|to|hyphen) HEDGE currency? AMOUNT CLOSE?",
    "HEDGE currency? plural",
    "HEDGE currency? AMOUNT (or_more|or_so|or_fewer)? CLOSE?",
)
_NO_FIGURE = ("percent", "times", "length", "aged")
_CORE = frozenset(("day", "year", "number", "multiple", "plural", "few"))


def find_figures(parsed: Parsed, timexes: Iterable[Timex] | None = None) -> tuple[Figure, ...]:
    """The report's figures in order, none overlapping; `timexes` are those already found in it, if they were."""
    tokens = Tokens(parsed.doc, parsed.report.text)
    times = [timex.span for timex in (find_timexes(parsed) if timexes is None else timexes)]
    found: list[Figure] = []
    for matches in _grammar().matches(scan(tokens.text, _lexicon())):
        taken: list[Span] = []
        for number, words in matches:
            span = Span(words[0].start, words[-1].end)
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            figure = None if _overlaps(span, times) else _figure(Shape(number), words, tokens)
            if figure is not None:
                found.append(figure)
    return tuple(sorted(found, key=lambda figure: figure.span))


def _overlaps(span: Span, others: list[Span]) -> bool:
    """Whether `span` overlaps one of the others, which lie in order and apart."""
    place = bisect_left(others, span.end, key=lambda other: other.start)
    return place > 0 and others[place - 1].overlaps(span)


def _figure(shape: Shape, words: tuple[Word, ...], tokens: Tokens) -> Figure | None:
    if any(word.kind in _NO_FIGURE for word in words):
        return None
    if shape is Shape.CHANGE:
        words = words[next(i for i, word in enumerate(words) if word.kind == "to") + 1 :]
    words = _trimmed(words, tokens.text)
    bounds = bounds_of(shape, words)
    if bounds is None:
        return None
    span = Span(words[0].start, words[-1].end)
    money = next((word.span for word in words if word.kind == "currency"), None)
    cores = [word for word in reversed(words) if word.kind in _CORE]
    token = tokens.root(cores[0].span)
    if money is None and not counts_things(token, cores[0], span, tokens):
        return None
    nouns = (noun_of(tokens.root(core.span), span, tokens) for core in cores)
    noun = money or next((noun for noun in nouns if noun), None)
    if shape is Shape.RANGE and is_score(words, tokens.at(noun.end - 1) if noun else None):
        return None
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
