"""The cue words of assess, read from their tables: governors (plan, fail) and markers (may, no, if)."""

from functools import cache

from spacy.tokens import Token

from sayso.assess.effects import Effect
from sayso.lexicons.load import table
from sayso.records.base import Record, Span


class GovernorRow(Record, frozen=True, kw_only=True):
    """A row of assess_governors.tsv."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    affirmed: Effect
    negated: Effect


class MarkerRow(Record, frozen=True, kw_only=True):
    """A row of assess_markers.tsv."""

    words: tuple[str, ...]
    kind: str
    affirmed: Effect
    negated: Effect | None = None


@cache
def _governors() -> dict[tuple[str, str], GovernorRow]:
    found: dict[tuple[str, str], GovernorRow] = {}
    for row in table("assess_governors.tsv", GovernorRow):
        for word in row.words:
            for form in row.forms:
                found.setdefault((word, form), row)
    return found


@cache
def _markers() -> dict[tuple[str, str], MarkerRow]:
    return {(word, row.kind): row for row in table("assess_markers.tsv", MarkerRow) for word in row.words}


def governor(word: str, form: str) -> GovernorRow | None:
    """What the lemma `word` does to an event that hangs on it by `form`; the table's first row wins."""
    return _governors().get((word, form))


def marker(word: str, kind: str) -> MarkerRow | None:
    """What the word does as a marker of this kind."""
    return _markers().get((word, kind))


def span_of(token: Token) -> Span:
    """Where a word stands in the text."""
    return Span(token.idx, token.idx + len(token))
