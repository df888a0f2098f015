"""What the stages hand one another: one type for each step, so that the plan can be checked.

read -> Article, parse -> Parsed, encode -> Encoded, attribute -> Attributed, resolve -> Resolved,
events -> Drafted, assess -> Assessed. None of them leaves the process; what leaves is `CodedReport`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sayso.records.actor import Actor, Mention, Place
from sayso.records.base import Span
from sayso.records.event import Event, EventDraft
from sayso.records.report import Article, Report
from sayso.records.statement import Attribution, Statement
from sayso.records.time import Figure, Timex
from sayso.records.vocabulary import SourceClass, Stance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Rows = NDArray[np.float32] | None


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """An article with its spaCy Doc; the Doc's text is the report's text, character for character."""

    article: Article
    doc: "Doc"

    @property
    def report(self) -> Report:
        """The report that was parsed."""
        return self.article.report


@dataclass(frozen=True, slots=True)
class EncodedAttribution:
    """One attribution as literal spans of the text (code points, end excluded).

    `source` is empty where the text names none; `cue` and `content` never are. A content in several pieces
    (around a cue, or in several sentences) has several spans. `score` is in 0..1, higher is surer.
    """

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, kw_only=True)
class Encoded:
    """What the encoder reads in the report; nothing where none is asked.

    `attributions` stand in the order of their cues; none lies inside another. `levels` are a second reading, by a
    head that knows statements inside statements: those that lie in no other, then those inside them. `told` has a
    value for each word of the text: how surely the text tells what the word names as having happened, -3 to +3, if it
    names an event; `ends` are the words' ends. `stances` has a row for each word: log-probabilities of each stance of
    the cue that the word belongs to, if it belongs to one.
    """

    attributions: tuple[EncodedAttribution, ...] = ()
    levels: tuple[tuple[EncodedAttribution, ...], ...] = ()
    ends: tuple[int, ...] = ()
    told: tuple[float, ...] = ()
    stances: "Rows" = field(default=None, compare=False, repr=False)
    classes: "Rows" = field(default=None, compare=False, repr=False)

    def told_at(self, offset: int) -> float | None:
        """The value of the word at this offset of the text; None without an encoder."""
        number = bisect_right(self.ends, offset)
        return self.told[number] if number < len(self.told) else None

    def stance(self, cue: Sequence[Span]) -> tuple[Stance, float] | None:
        """The likeliest stance that a cue of these spans shows, with its chance; None without an encoder."""
        words = self._words(cue)
        if self.stances is None or not words:
            return None
        mean = self.stances[words].mean(axis=0)
        best = int(mean.argmax())
        return list(Stance)[best], float(exp(mean[best]))

    def source_classes(self, source: Sequence[Span]) -> dict[SourceClass, float]:
        """The chance of each class for a source of these spans; nothing without an encoder."""
        words = self._words(source)
        if self.classes is None or not words:
            return {}
        mean = self.classes[words].mean(axis=0)
        return {kind: float(exp(score)) for kind, score in zip(SourceClass, mean, strict=True)}

    def _words(self, spans: Sequence[Span]) -> list[int]:
        """The numbers of the words that spans touch."""
        return sorted(
            {
                n
                for span in spans
                for n in range(bisect_right(self.ends, span.start), bisect_left(self.ends, span.end) + 1)
            }
        )


@dataclass(frozen=True, kw_only=True)
class Attributed:
    """The report's attributions, in order of their first character."""

    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """Who, where, when and how many: the report's actors, places, times and figures, and its statements.

    `mentions` hold those of actors and places alike (ids "a..." and "p..."). `standby` are the states of the
    places, where no actor is that state, and names that no table knows: they are actors of the report only where an
    event names them.
    """

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    statements: tuple[Statement, ...]
    timexes: tuple[Timex, ...]
    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    standby: tuple[Actor, ...] = ()

    @cached_property
    def _actors_by_head(self) -> dict[int, tuple[str, ...]]:
        widest: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            if not mention.id.startswith("a"):
                continue
            known = widest.setdefault(mention.head.start, [])
            if known and known[0].span != mention.span and mention.span.covers(known[0].span):
                known.clear()
            if not known or known[0].span == mention.span:
                known.append(mention)
        return {head: tuple(mention.id for mention in mentions) for head, mentions in widest.items()}

    @cached_property
    def _actor_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in (*self.actors, *self.standby)}

    def actors_with(
        self, events: "tuple[Event, ...]", mentions: tuple[Mention, ...] = ()
    ) -> tuple[Actor, ...]:
        """The report's actors, and those on standby that an event names; with these further mentions of theirs."""
        named = {id for event in events for id in (*event.actors, *event.recipients)}
        standing = tuple(actor for actor in self.standby if actor.id in named)
        return tuple(_with(actor, mentions) for actor in (*self.actors, *standing))

    def actors_at(self, head_start: int) -> tuple[str, ...]:
        """The ids of the actors whose mention has its head word at this offset: the widest such mention.

        Several where the words stand for several ("they", "both countries"); none where they name no actor.
        """
        return self._actors_by_head.get(head_start, ())

    def actor(self, id: str) -> Actor:
        """The actor of this id; KeyError for an unknown one."""
        return self._actor_by_id[id]

    def statement_at(self, span: Span) -> Statement | None:
        """The innermost statement whose content covers `span`."""
        return next((s for s in self._innermost_first if s.content.covers(span)), None)

    @cached_property
    def _innermost_first(self) -> list[Statement]:
        return sorted(self.statements, key=lambda s: s.content.end - s.content.start)


def _with(actor: Actor, mentions: tuple[Mention, ...]) -> Actor:
    """The actor with those of the mentions that are its own and that it has not."""
    more = {mention.span for mention in mentions if mention.id == actor.id} - set(actor.mentions)
    return replace(actor, mentions=tuple(sorted((*actor.mentions, *more)))) if more else actor


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """The report's events before assessment.

    `mentions` are places' names that stood in for states, as those states' mentions.
    """

    drafts: tuple[EventDraft, ...]
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Assessed:
    """The report's events, assessed."""

    events: tuple[Event, ...]
