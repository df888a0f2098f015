"""The lexicon of cues: what may introduce a content, and how its source then stands to that content."""

from functools import cache

from sayso.lexicons.load import table
from sayso.records.base import Record
from sayso.records.vocabulary import Stance, VenueKind


class Cue(Record, frozen=True, kw_only=True):
    """One row of cues.tsv; the columns are described at its head."""

    cue: str
    part: str
    stance: Stance
    negated: Stance | None = None
    frames: tuple[str, ...] = ()


class VenueWord(Record, frozen=True, kw_only=True):
    """One row of venues.tsv; the columns are described at its head."""

    word: str
    kind: VenueKind
    needs: tuple[str, ...] = ()


@cache
def cues(part: str) -> dict[str, tuple[Cue, ...]]:
    """The rows of one part ("verb", "noun", ...) by the cue's first word, longer cues first."""
    rows: dict[str, list[Cue]] = {}
    for row in table("cues.tsv", Cue):
        if row.part == part:
            rows.setdefault(row.cue.split()[0], []).append(row)
    return {word: tuple(sorted(found, key=lambda row: -row.cue.count(" "))) for word, found in rows.items()}


@cache
def venue_words() -> dict[str, VenueWord]:
    """The rows of venues.tsv by word."""
    return {row.word: row for row in table("venues.tsv", VenueWord)}
