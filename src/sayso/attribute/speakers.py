"""Nouns for those who can be cited as a source."""

from functools import cache

from sayso.lexicons.load import table
from sayso.records.base import Record


class SpeakerNoun(Record, frozen=True, kw_only=True):
    """One row of speakers.tsv."""

    noun: str


@cache
def speaker_nouns() -> frozenset[str]:
    """The nouns of speakers.tsv."""
    return frozenset(row.noun for row in table("speakers.tsv", SpeakerNoun))
