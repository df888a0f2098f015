"""Settings: everything a user may choose that changes what comes out."""

from typing import Final

from sayso.records.base import Record

MAX_CHARS: Final = 200_000
"""Longer reports are refused unless the user allows more: this is a book, or a file that holds many reports."""


class Settings(Record, frozen=True, kw_only=True):
    """What the user chose; part of every record's `made_by` and of the digest by which a run resumes.

    `model` is the name of an installed spaCy package or a folder; None takes the one that sayso depends on.
    `max_chars` refuses longer texts before parsing. `actors` is the path of a table that adds to and overrides
    the shipped actors; `actors_digest` its SHA-256. `places` and `places_digest` are the same for
    places: they add to the shipped gazetteer and outrank its places of one name.
    `attribution` is "model" (the encoder, with rules for what it cannot see) or "rules" alone; `events` is "model"
    (the table of triggers, and the encoder that types pairs of actors) or "rules" (the table alone).
    """

    model: str | None = None
    max_chars: int = MAX_CHARS
    actors: str | None = None
    actors_digest: str | None = None
    places: str | None = None
    places_digest: str | None = None
    attribution: str = "model"
    events: str = "model"

    def __post_init__(self) -> None:
        for name in ("attribution", "events"):
            if getattr(self, name) not in ("model", "rules"):
                raise ValueError(f"{name} is {getattr(self, name)!r}; it can be 'model' or 'rules'")
        if self.max_chars < 1:
            raise ValueError(f"max_chars is {self.max_chars}; it must be at least 1")
