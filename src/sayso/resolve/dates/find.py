"""Finding the time expressions of a report, and reading them in order."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.records.base import Span, Why
from sayso.records.stages import Parsed
from sayso.records.time import Timex
from sayso.resolve.dates.calendar import Days, days_of, narrowed
from sayso.resolve.dates.grammar import RULES, Rule, grammar
from sayso.resolve.dates.guard import speaks_of_time
from sayso.resolve.dates.lexicon import time_words
from sayso.resolve.dates.phrase import Anchor, Phrase, Reading, Unanchored
from sayso.resolve.dates.tense import direction
from sayso.resolve.scan import Word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERSION = "1"
_BACKGROUND = timedelta(days=366)


def find_timexes(parsed: Parsed) -> tuple[Timex, ...]:
    """The report's time expressions in order, with TIMEX3 type and value and the days they denote.

    Times are told from the dateline's day where there is one, else from the day of publication. Where neither is
    known, what depends on it has X for the unknown digits ("XXXX-WXX-5") or is left out.
    """
    doc = parsed.doc
    anchor = Anchor(_story_day(parsed))
    found = []
    for rule, phrase in _phrases(time_words(doc.text), doc):
        token = _token_at(doc, phrase.span)
        anchor.look = lambda token=token: direction(token)
        try:
            reading = rule.read(phrase, anchor)
        except Unanchored:
            continue
        except (ValueError, OverflowError):
            continue
        if reading is not None:
            found.append(_timex(rule, phrase, reading, anchor.day))
            anchor.before.append((phrase.span, reading))
    return tuple(found)


def _story_day(parsed: Parsed) -> date | None:
    published, dateline = parsed.report.published, parsed.report.dateline
    told = dateline.date if dateline else None
    if published is None or told is None:
        return published or told
    return told if timedelta(0) <= published - told <= timedelta(days=7) else published


def _phrases(words: list[Word], doc: "Doc") -> list[tuple[Rule, Phrase]]:
    """The longest phrases that a rule covers and that speak of time here, none overlapping, in order."""
    chosen: list[tuple[Rule, Phrase]] = []
    for matches in grammar().matches(words):
        taken: list[Span] = []
        for number, covered in matches:
            phrase, rule = Phrase(covered), RULES[number]
            if any(phrase.span.overlaps(span) for span in taken):
                continue
            if speaks_of_time(phrase, rule.name, doc):
                taken.append(phrase.span)
                chosen.append((rule, phrase))
    return sorted(chosen, key=lambda item: item[1].span)


def _token_at(doc: "Doc", span: Span) -> "Token":
    covered = doc.char_span(span.start, span.end, alignment_mode="expand")
    return covered.root


def _timex(rule: Rule, phrase: Phrase, reading: Reading, story: date | None) -> Timex:
    days = reading.days or days_of(reading.value) if reading.type != "SET" else None
    if days and reading.part:
        days = narrowed(days, reading.part)
    return Timex(
        span=phrase.span,
        type=reading.type,
        value=reading.value,
        start=days.first if days else None,
        end=days.last if days else None,
        precision=days.precision if days else None,
        historical=_historical(days, story),
        why=Why(stage="resolve", rule=f"timex: {rule.name}", version=VERSION, detail=reading.detail),
    )


def _historical(days: Days | None, story: date | None) -> bool:
    return days is not None and story is not None and story - days.last > _BACKGROUND
