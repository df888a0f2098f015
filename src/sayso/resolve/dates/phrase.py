"""What the rules of the date grammar take and give: a Phrase of classed words, an Anchor in time, a Reading."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
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

    `base` is False for a time that none after it is told from ("a year ago", "since 2014"); `of_story` is True
    for one whose own words count from the story's day ("Friday", "yesterday").
    """

    type: str
    value: str
    part: str = ""
    days: Days | None = None
    base: bool = True
    of_story: bool = False


@dataclass(frozen=True)
class Phrase:
    """Words that a rule of the grammar covers, in order.

    A member of a list ("3" in "from 3 to 5 May") has the words that its neighbours lend it, and the whole list.
    """

    words: tuple[Word, ...]
    lent: tuple[Word, ...] = ()
    whole: Span | None = None

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

    `weekdays` are all those that the text names, 1 Monday to 7 Sunday. `look` gives 1 for the future, -1 for the
    past, 0 where the verb does not tell; `grounds` gathers, for the phrase at hand, what its reading rests on.
    """

    day: date | None
    text: str = ""
    weekdays: frozenset[int] = frozenset()
    before: list[tuple[Span, Reading]] = field(default_factory=list)
    look: Callable[[], int] = lambda: 0
    grounds: list[str] = field(default_factory=list)

    @property
    def known(self) -> date:
        """The story's day. Raises UnanchoredError where it is not known."""
        if self.day is None:
            raise UnanchoredError
        self._note(f"told from the story's day, {self.day}")
        return self.day

    @property
    def direction(self) -> int:
        """Whether the clause of the phrase at hand looks back (-1), ahead (1) or neither (0)."""
        looks = self.look()
        if looks:
            self._note("its clause looks ahead" if looks > 0 else "its clause looks back")
        return looks

    def built_on(self, day: date) -> date:
        """`day`, with the note that the phrase at hand is told from it."""
        self._note(f"told from {day}, read before")
        return day

    def _note(self, ground: str) -> None:
        if ground not in self.grounds:
            self.grounds.append(ground)


class UnanchoredError(Exception):
    """The phrase can only be read from the story's day, and that is not known."""
