"""Word lists that steer how actors are found and linked (actor_words.tsv, given_names.tsv, and tables of names)."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicons.load import table
from sayso.records.base import Record

if TYPE_CHECKING:
    from spacy.tokens import Token


class WordsRow(Record, frozen=True, kw_only=True):
    """A row of actor_words.tsv."""

    kind: str
    base: str = ""
    words: tuple[str, ...]


class NamesRow(Record, frozen=True, kw_only=True):
    """A row of given_names.tsv."""

    gender: str
    names: tuple[str, ...]


class ListedNamesRow(Record, frozen=True, kw_only=True):
    """A row of census_names.tsv or world_names.tsv."""

    kind: str
    names: tuple[str, ...]


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind."""
    return frozenset(word for row in _rows() if row.kind == kind for word in row.words)


@cache
def pronouns() -> dict[str, str]:
    """Every personal pronoun by form, with its base form ("him" -> "he")."""
    return {word: row.base for row in _rows() if row.kind == "pronoun" for word in row.words}


@cache
def halves() -> dict[str, str]:
    """ "north" and "south" with the states that they stand for after "the"."""
    return {word: row.base for row in _rows() if row.kind == "half" for word in row.words}


@cache
def offices() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The kinds of high office in order, each with the words that show it."""
    return tuple((row.base, row.words) for row in _rows() if row.kind == "office")


@cache
def _rows() -> tuple[WordsRow, ...]:
    return table("actor_words.tsv", WordsRow)


@cache
def _genders() -> dict[str, str]:
    return {name.lower(): row.gender for row in table("given_names.tsv", NamesRow) for name in row.names}


def gender_of(words: "list[str]") -> str | None:
    """ "f" or "m" by the first word that tells; None where none does."""
    return next((_genders()[word] for word in words if word in _genders()), None)


@cache
def listed_names(kind: str) -> frozenset[str]:
    """The names that the tables have as given names ("given") or surnames ("surname"), in small letters.

    Those that a census counts, and given names of other languages and countries.
    """
    rows = (row for file in ("census_names.tsv", "world_names.tsv") for row in table(file, ListedNamesRow))
    return frozenset(name for row in rows if row.kind == kind for name in row.names)


def is_given_name(word: str) -> bool:
    """Whether a word in small letters is a given name by any of the tables."""
    return word in listed_names("given") or gender_of([word]) is not None


def is_surname(word: "Token") -> bool:
    """Whether a word in capitals is a surname of the census, and no "the North"."""
    known = word.is_title and word.lower_ in listed_names("surname")
    return known and (word.i == 0 or word.nbor(-1).lower_ != "the")
