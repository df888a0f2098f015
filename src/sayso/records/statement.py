"""Statement: who said what, with which cue, and by which chain of say-so it reached the reader."""

import msgspec

from sayso.records.base import Record, Span, Why, Words, check_blanks
from sayso.records.vocabulary import ChainRole, Manner, SourceClass, Stance, VenueKind


class Venue(Words, frozen=True, kw_only=True):
    """Where or in what form it was said: a statement, an interview, a post."""

    kind: VenueKind


class Attribution(Record, frozen=True, kw_only=True):
    """A statement as `attribute` finds it: literal spans only, no actors yet.

    `source` is the literal words ("He"); None for a content whose speaker the text leaves out. `parent` is the
    id of the statement in whose content this one lies. `content` never holds the source or the cue of the same
    statement.
    """

    id: str
    source: Words | None
    cue: Words | None
    content: Words
    quotes: tuple[Span, ...]
    manner: Manner
    stance: Stance
    addressee: Words | None
    venue: Venue | None
    parent: str | None
    why: Why
    blanks: dict[str, str]

    def __post_init__(self) -> None:
        check_blanks(self, ("source", "cue", "addressee", "venue", "parent"))


class Source(Words, frozen=True, kw_only=True):
    """A statement's source: its literal words, the actors behind them and its class."""

    actors: tuple[str, ...]
    class_: SourceClass = msgspec.field(name="class")


class Addressee(Words, frozen=True, kw_only=True):
    """To whom something was said ("told Reuters")."""

    actors: tuple[str, ...]


class Link(Record, frozen=True, kw_only=True):
    """One link of a chain: who passes the content on. `statement` is None for the publisher's own voice."""

    actors: tuple[str, ...]
    role: ChainRole
    statement: str | None


class Statement(Record, frozen=True, kw_only=True):
    """An attribution relation with its actors: source, cue, content, and the chain to the origins.

    `chain` runs from the publisher over relays to the origins; `origins` are the actors of its last link: on
    whose say-so the content stands.
    """

    id: str
    source: Source | None
    cue: Words | None
    content: Words
    quotes: tuple[Span, ...]
    manner: Manner
    stance: Stance
    addressee: Addressee | None
    venue: Venue | None
    parent: str | None
    chain: tuple[Link, ...]
    origins: tuple[str, ...]
    why: Why
    blanks: dict[str, str]

    def __post_init__(self) -> None:
        check_blanks(self, ("source", "cue", "addressee", "venue", "parent", "origins"))
        if not self.chain or self.chain[0].role != ChainRole.PUBLISHER:
            raise ValueError(f"the chain of statement {self.id!r} does not begin with the publisher")
