"""What tells an event from others of its kind: "another", "an earlier attack", years between, other weapons."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sayso.events.lexicon import word_classes
from sayso.events.telling import Telling
from sayso.records.event import EventDate
from sayso.records.vocabulary import DatePrecision, EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = timedelta(days=365)
_COARSE = frozenset({DatePrecision.YEAR, DatePrecision.DECADE})
_MARKS = ("earlier_one", "latest_one", "further_one")
_REACH = {
    "firearms": "hand",
    "primitive": "hand",
    "beat": "hand",
    "explosives": "blast",
    "suicide-attack": "blast",
    "aerial": "afar",
    "drone": "afar",
    "heavy-weapons": "afar",
}


def is_other(one: Telling, other: Telling) -> bool:
    """Whether the words say that `other`, told later, is not the event of `one`.

    "An earlier attack" is none that has been told without such a word; "another" is not "the most recent", nor one
    whose day is not its own; and what lies years apart is two events.
    """
    mine, theirs = _marks(one), _marks(other)
    if "earlier_one" in theirs and "earlier_one" not in mine:
        return not _same_day(one.date, other.date)
    further, latest = "further_one" in mine | theirs, "latest_one" in mine | theirs
    if further and latest:
        return True
    return _are_apart(one.date, other.date, further or latest)


def other_reach(one: Telling, other: Telling) -> str:
    """By what two assaults differ that are done from near and from afar: "" where they may be one.

    "afar" says that one is done by hand and the other from afar, "blast" that one is an explosion.
    """
    if one.found.type is not EventType.ASSAULT:
        return ""
    reach = {_REACH.get(one.found.mode or "", ""), _REACH.get(other.found.mode or "", "")}
    return next((far for far in ("afar", "blast") if reach == {"hand", far}), "")


def _marks(telling: Telling) -> set[str]:
    """Which of the classes of words stand by the trigger or what it is done with."""
    token = telling.found.token
    words = [token, *(c for c in token.children if c.dep_ == "dobj" and c.i > token.i)]
    beside = [c for word in words for c in word.children if c.dep_ in ("amod", "det", "advmod")]
    classes = word_classes()
    return {name for name in _MARKS for word in beside if _reads(word) in classes[name]}


def _reads(word: "Token") -> str:
    """The word, with "most" before it."""
    most = any(c.lower_ == "most" for c in word.lefts)
    return f"most {word.lower_}" if most else word.lower_


def _are_apart(one: EventDate | None, other: EventDate | None, told_apart: bool) -> bool:
    """Whether years lie between two dates, or a day if the words tell the events apart; news is of its week."""
    if one is None or other is None:
        return False
    gap = max(one.start - other.end, other.start - one.end)
    coarse = one.precision in _COARSE or other.precision in _COARSE
    return gap > timedelta(0) and (told_apart or coarse or gap >= _YEAR)


def _same_day(one: EventDate | None, other: EventDate | None) -> bool:
    if one is None or other is None or one.span is None or other.span is None:
        return False
    return one.start == other.start and one.end == other.end
