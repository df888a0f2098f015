"""The word lists that places are found and read by (places/words.tsv)."""

from functools import cache

from sayso.lexicons.load import table
from sayso.records.base import Record


class Word(Record, frozen=True, kw_only=True):
    """A word and one of its kinds; a word may have several rows."""

    word: str
    kind: str


@cache
def words(kind: str) -> frozenset[str]:
    """The words of a kind; the table's head says what each kind is for."""
    return frozenset(row.word for row in table("places/words.tsv", Word) if row.kind == kind)
