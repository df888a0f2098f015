"""What the rules of the date grammar take and give: a Phrase of classed words, an Anchor in time, a Reading."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sayso.records.base import Span
from sayso.resolve.dates.calendar import Days
from sayso.resolve.scan import Word


ONE = ("unit", "quarter", "century")
"""The classes of units of time in the singular."""

ANY = (*ONE, "units")
"""The classes of units of time."""


class Reading(NamedTuple):
    """TIMEX3 type and value; `part` narrows it ("late": END); `days` where the value alone does not give them.

    `kin` is "comparison" for a time that others are compared with ("a year ago"), on which no other builds.
    """

    type: str
    value: str
    part: str = ""
    days: Days | None = None
    detail: str = ""
    kin: str = ""


@dataclass(frozen=True)
class Phrase:
    """Words that a rule of the grammar covers, in order, and the month and year that a neighbour lends them."""

    words: tuple[Word, ...]
    lent: tuple[Word, ...] = ()

    @property
    def span(self) -> Span:
        """From the first to the last word."""
        return Span(self.words[0].start, self.words[-1].end)

    def get(self, *kinds: str) -> Word | None:
        """The first word of one of these classes."""
        return next((word for word in (*self.words, *self.lent) if word.kind in kinds), None)

    def one(self, *kinds: str) -> Word:
        """The first word of one of these classes, which the rule's pattern demands."""
        word = self.get(*kinds)
        if word is None:
            raise LookupError(f"no word of class {kinds} in {self.words}")
        return word

    def has(self, *kinds: str) -> bool:
        """Whether there is a word of one of these classes."""
        return self.get(*kinds) is not None

    def value(self, *kinds: str) -> str:
        """The value of the first word of one of these classes, empty where there is none."""
        word = self.get(*kinds)
        return word.value if word else ""


@dataclass
class Anchor:
    """Where a phrase stands in time: the story's day, what was read before, and whether its clause looks ahead.

    `direction` is 1 for the future, -1 for the past, 0 where the verb does not tell.
    """

    day: date | None
    text: str = ""
    before: list[tuple[Span, Reading]] = field(default_factory=list)
    look: Callable[[], int] = lambda: 0

    @cached_property
    def known(self) -> date:
        """The story's day. Raises Unanchored where it is not known."""
        if self.day is None:
            raise Unanchored
        return self.day

    @property
    def direction(self) -> int:
        """Whether the clause of the phrase at hand looks back (-1), ahead (1) or neither (0)."""
        return self.look()


class Unanchored(Exception):
    """The phrase can only be read from the story's day, and that is not known."""
