"""Who speaks of an event as known already, and who tells of it.

"We stand with them after this attack" is said by people who have the attack from elsewhere: they are no origins of
it. "The attack killed nine" and "they attacked" tell something of it.
"""

import re
from functools import cache
from typing import Literal

from sayso.lexicons.load import table
from sayso.records.base import Record, Words
from sayso.records.event import Event
from sayso.records.statement import Statement

BETWEEN = 3
"""So many words may stand between the marking word and the noun ("this cowardly night-time attack")."""
_WORD = re.compile(r"\w+")


class KnownRow(Record, frozen=True, kw_only=True):
    """A row of known_words.tsv."""

    word: str
    use: Literal["marks", "ends", "verb", "owns"]


def only_refers(text: str, event: Event, statement: Statement) -> bool:
    """Whether a statement mentions an event only in passing, as known: a marked noun that does not open it.

    False where the record has no text to judge by.
    """
    triggers = [mention.trigger for mention in event.mentions if mention.statement == statement.id and text]
    return bool(triggers) and all(
        _noun(trigger) and _marked(text[statement.content.start : trigger.start]) for trigger in triggers
    )


def _noun(trigger: Words) -> bool:
    """Whether a trigger may be a noun: one word or phrase ("brokered ... deal" are two), and no verb by its form."""
    word = (trigger.text or "").casefold().split()[-1:]
    return (
        len(trigger.spans) == 1
        and bool(word)
        and not word[0].endswith("ed")
        and word[0] not in _words("verb")
    )


def _marked(before: str) -> bool:
    """Whether the words before a trigger end in a noun phrase's marked beginning, and something stands before it.

    >>> _marked("We stand with them after this cowardly "), _marked("The "), _marked("responsibility for the ")
    (True, False, False)
    """
    match = _pattern().search(before)
    if match is None:
        return False
    ahead = _WORD.findall(before[: match.start()].casefold())
    return bool(ahead) and not any(word in _words("owns") for word in ahead[-2:])


@cache
def _pattern() -> re.Pattern[str]:
    marks, ends = ("|".join(sorted(_words(use))) for use in ("marks", "ends"))
    between = rf"(?:(?!(?:{ends})\b)[\w'’-]+\s+){{0,{BETWEEN}}}"
    return re.compile(rf"(?:\b(?:{marks})|\b[\w-]+['’]s?)\s+{between}$", re.IGNORECASE)


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(row.word for row in table("known_words.tsv", KnownRow) if row.use == use)
