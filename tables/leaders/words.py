"""The words of tables/own/leader_words.tsv by their kind."""

from functools import cache

from sources import own


@cache
def words(kind: str) -> frozenset[str]:
    """The words of a kind."""
    return frozenset(row["word"] for row in own("leader_words.tsv") if row["kind"] == kind)


@cache
def written_out() -> tuple[tuple[str, str], ...]:
    """Abbreviations in titles with what they stand for, in order."""
    return tuple((row["word"], row["full"]) for row in own("leader_words.tsv") if row["kind"] == "short")
