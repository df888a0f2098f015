"""Finding the time expressions of a report, and reading them in order."""

from datetime import date, timedelta
from typing import NamedTuple

from sayso.records.base import Span, Why
from sayso.records.stages import Parsed
from sayso.records.time import Timex
from sayso.resolve.dates.calendar import Days, days_of, narrowed
from sayso.resolve.dates.grammar import RULES, Rule, grammar
from sayso.resolve.dates.guard import speaks_of_time
from sayso.resolve.dates.lexicon import time_words
from sayso.resolve.dates.phrase import Anchor, Phrase, Reading, UnanchoredError
from sayso.resolve.dates.ranges import member, members, whole
from sayso.resolve.dates.tense import direction
from sayso.resolve.scan import Word
from sayso.resolve.tokens import Tokens

VERSION = "1"
_BACKGROUND = timedelta(days=366)


def find_timexes(parsed: Parsed) -> tuple[Timex, ...]:
    """The report's time expressions in order, with TIMEX3 type and value and the days they denote.

    Times are told from the dateline's day where there is one, else from the day of publication. Where neither is
    known, what depends on it has X for the unknown digits ("XXXX-WXX-5") or is left out.
    """
    tokens = Tokens(parsed.doc, parsed.report.text)
    words = time_words(tokens.text)
    named = frozenset(int(word.value) for word in words if word.kind == "weekday")
    anchor = Anchor(_story_day(parsed), tokens.text, named)
    read: list[_Read] = []
    for rule, phrase in _phrases(words, tokens):
        reading = _read(rule, phrase, anchor, tokens)
        if reading is not None:
            read.append(_Read(rule, phrase, reading, "; ".join(anchor.grounds)))
            anchor.before.append((phrase.span, reading))
    days = whole(tokens.text, ((found.phrase.span, _days(found.reading)) for found in read))
    return tuple(_timex(found, denoted, anchor.day) for found, denoted in zip(read, days, strict=True))


class _Read(NamedTuple):
    rule: Rule
    phrase: Phrase
    reading: Reading
    grounds: str


def _read(rule: Rule, phrase: Phrase, anchor: Anchor, tokens: Tokens) -> Reading | None:
    token = tokens.root(phrase.whole or phrase.span)
    anchor.look = lambda: direction(token)
    anchor.grounds = []
    try:
        reading = rule.read(phrase, anchor)
    except (UnanchoredError, ValueError, OverflowError):
        return None
    if reading and tokens.text[max(0, phrase.span.start - 7) : phrase.span.start].rstrip().lower().endswith(
        "since"
    ):
        return reading._replace(base=False)
    return reading


def _story_day(parsed: Parsed) -> date | None:
    published, dateline = parsed.report.published, parsed.report.dateline
    told = dateline.date if dateline else None
    if published is None or told is None:
        return published or told
    return told if timedelta(0) <= published - told <= timedelta(days=7) else published


def _phrases(words: list[Word], tokens: Tokens) -> list[tuple[Rule, Phrase]]:
    """The longest phrases that a rule covers and that speak of time here, none overlapping, in order."""
    chosen: list[tuple[Rule, Phrase]] = []
    for matches in grammar().matches(words):
        taken: list[Span] = []
        for number, covered in matches:
            phrase, rule = Phrase(covered), RULES[number]
            if any(phrase.span.overlaps(span) for span in taken):
                continue
            if speaks_of_time(phrase, rule.name, tokens):
                taken.append(phrase.span)
                parts = members(phrase) if rule.read is member else (phrase,)
                chosen += [(rule, part) for part in parts]
    return sorted(chosen, key=lambda item: item[1].span)


def _days(reading: Reading) -> Days | None:
    days = reading.days or (days_of(reading.value) if reading.type != "SET" else None)
    return narrowed(days, reading.part) if days and reading.part else days


def _timex(found: _Read, days: Days | None, story: date | None) -> Timex:
    return Timex(
        span=found.phrase.span,
        type=found.reading.type,
        value=found.reading.value,
        start=days.first if days else None,
        end=days.last if days else None,
        precision=days.precision if days else None,
        historical=_historical(days, story),
        why=Why(stage="resolve", rule=f"timex: {found.rule.name}", version=VERSION, detail=found.grounds),
    )


def _historical(days: Days | None, story: date | None) -> bool:
    return days is not None and story is not None and story - days.last > _BACKGROUND
