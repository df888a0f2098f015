"""The words of times, from the tables timex_*.tsv."""

from collections.abc import Iterator
from functools import cache

from sayso.lexicons.load import table
from sayso.records.base import Record
from sayso.resolve.scan import Entry, Lexicon, Word, scan

_TABLES = ("timex_words.tsv", "timex_units.tsv", "timex_names.tsv")


class TimexWord(Record, frozen=True, kw_only=True):
    """A row of a timex table: word or phrase, its class in the grammar, its part of a TIMEX3 value."""

    word: str
    kind: str
    value: str = ""
    capital: bool = False


class Named(Record, frozen=True, kw_only=True):
    """A row of `timex_holidays.tsv` (name and day or rule) or `timex_eras.tsv` (name and years)."""

    word: str
    value: str


def time_words(text: str) -> list[Word]:
    """The words of `text` that the grammar knows, abbreviations with their full stop."""
    return list(_abbreviations(scan(text, _lexicon()), text))


def _abbreviations(words: Iterator[Word], text: str) -> Iterator[Word]:
    """Join "Nov" and "." to one month, "Fri" and "." to one word; without a stop "Nov" keeps a class of its own."""
    held: Word | None = None
    for word in words:
        if held is not None:
            if word.kind == "dot" and word.start == held.end:
                yield held._replace(end=word.end, kind=held.kind.replace("month_short", "month"))
                held = None
                continue
            yield held
            held = None
        if word.kind.endswith("_short"):
            held = word
        else:
            yield word
    if held is not None:
        yield held


@cache
def _lexicon() -> Lexicon:
    entries = {
        row.word: Entry(row.kind, row.value, row.capital)
        for name in _TABLES
        for row in table(name, TimexWord)
    }
    entries |= {row.word: Entry("holiday", row.value, True) for row in table("timex_holidays.tsv", Named)}
    entries |= {row.word: Entry("era", row.value, True) for row in table("timex_eras.tsv", Named)}
    return Lexicon(entries)


def classes() -> frozenset[str]:
    """The names of all classes that a word can have."""
    kinds = {entry.kind for phrases in _lexicon().phrases.values() for entry in phrases.values()}
    return frozenset(kinds | _READ)


_READ = frozenset(
    {
        *("day", "year", "number", "ordinal", "decade", "short_year", "clock", "month", "weekday"),
        *("comma", "hyphen", "slash", "dot"),
    }
)
