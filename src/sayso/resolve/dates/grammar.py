"""The grammar of time expressions: patterns over classes of words, each with the function that reads it.

Patterns are written as `sayso.resolve.grammar` says, over the classes of the tables timex_*.tsv and of `scan`.
Extents are those of TimeML: determiner and modifier belong to the expression, the preposition
does not (TimeML Annotation Guidelines 1.2.1, section 2.2).
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sayso.resolve.dates import amount, clock, deictic, points, ranges, repeated
from sayso.resolve.dates.lexicon import classes
from sayso.resolve.dates.phrase import Anchor, Phrase, Reading
from sayso.resolve.grammar import Grammar

Reader = Callable[[Phrase, Anchor], Reading | None]


class Rule(NamedTuple):
    """One way to say a time: its name in `why`, its pattern, and the function that reads it."""

    name: str
    pattern: str
    read: Reader


PIECES = {
    "HEDGE": "(approx|less|more_than|at_least|at_most)",
    "PART": "(start|mid|end)",
    "PHASE": "(the? (start_noun|end_noun|mid_noun) of)",
    "NUMBER": "(day|year|number)",
    "COUNT": "((NUMBER (to|or|hyphen))? NUMBER (a? half)?|a|a? quant NUMBER?|another)",
    "POINTING": "(this|that|same|last|next|past|coming|previous|following|current|latest)",
    "MONTH": "(month|month_short)",
    "ONE": "(unit|quarter|century)",
    "UNIT": "(ONE|units)",
    "WHEN": "(earlier|later|sometime)",
    "NAMED_YEAR": "(comma? (year|short_year))",
    "OF_YEAR": "(of? comma? (year|short_year)|of? (this|that|last|next|the (following|previous|same)) unit)",
    "DAYNAME": "(weekday|weekday_short)",
    "JOINT": "(comma|hyphen|to|and|or)",
    "CLOCK": "((clock|day) ampm|clock|clock_word)",
}

RULES = (
    Rule("numeric date", "year hyphen (day|number) hyphen (day|number)", points.numeric),
    Rule("numeric date", "(day|number) slash (day|number) slash NUMBER", points.numeric),
    Rule(
        "days of a month",
        "MONTH day (JOINT the? (day|ordinal)){1,9} (NAMED_YEAR|of? (last|this|next) unit)?",
        ranges.member,
    ),
    Rule(
        "days of a month",
        "the? (day|ordinal) (JOINT the? (day|ordinal)){1,9} of? MONTH (of? NAMED_YEAR)?",
        ranges.member,
    ),
    Rule("days of a month", "MONTH day (hyphen|to|and) MONTH day NAMED_YEAR?", ranges.member),
    Rule("days of a month", "day MONTH (hyphen|to|and) day MONTH NAMED_YEAR?", ranges.member),
    Rule("months of a year", "MONTH (JOINT MONTH){1,9} of? NAMED_YEAR", ranges.member),
    Rule("years", "year hyphen (day|number)", ranges.member),
    Rule(
        "day of month",
        "(this? coming? DAYNAME comma?)? HEDGE? PART? MONTH (day|ordinal)"
        " (NAMED_YEAR|comma? of? (this|last|next) unit)?",
        points.month_day,
    ),
    Rule(
        "day of month",
        "(DAYNAME comma?)? HEDGE? (the? (day|ordinal) of?) MONTH (NAMED_YEAR|(this|last|next) unit)?",
        points.month_day,
    ),
    Rule(
        "month",
        "HEDGE? (PHASE the?)? ((WHEN in)|the? PART hyphen?)? POINTING? POINTING? MONTH OF_YEAR?",
        points.month,
    ),
    Rule("weekday", "(WHEN|PART)? (the? POINTING)? POINTING? weekday", points.weekday),
    Rule(
        "year",
        "HEDGE? PHASE? (the? (entire|fiscal))? ((WHEN in)|PART hyphen?)? (the? unit)? (year|short_year)",
        points.year,
    ),
    Rule("year", "HEDGE? the unit number", points.year),
    Rule("year before Christ", "NUMBER bc", points.before_christ),
    Rule("decade", "HEDGE? PHASE? the? (PART hyphen?)? decade", points.decade),
    Rule("era", "PHASE? the? era", points.era),
    Rule("century", "HEDGE? PHASE? the? (PART hyphen?)? ordinal hyphen? century", points.century),
    Rule(
        "quarter",
        "the? (comparable|latest|year)? fiscal? hyphen? ordinal hyphen? quarter (OF_YEAR|of? fiscal year)?",
        points.quarter,
    ),
    Rule(
        "quarter",
        "(the|this|last|next)? comparable? (unit hyphen (ago|earlier)|unit poss) fiscal? ordinal quarter",
        points.quarter,
    ),
    Rule(
        "half",
        "(the|this|last) (ordinal|last)? hyphen? half (of (the? decade|year|the unit)|OF_YEAR)",
        points.half,
    ),
    Rule("season", "HEDGE? PHASE? the? PART? POINTING? POINTING? season OF_YEAR?", points.season),
    Rule("holiday", "(the? POINTING)? holiday OF_YEAR?", points.feast),
    Rule("day told from today", "(WHEN|PART)? today", deictic.day),
    Rule("reference", "now|vague|the vague_noun", deictic.reference),
    Rule("reference", "the past", deictic.reference),
    Rule("length", "the fiscal? unit (?= ended)", amount.duration),
    Rule("reported quarter", "the latest (quarter|period)|the year (quarter|period)", deictic.reported),
    Rule("reported quarter", "(the|this|last) unit poss (quarter|period)", deictic.reported),
    Rule(
        "unit told from today",
        "HEDGE? PHASE? (the? (WHEN|PART) in?)? the? POINTING POINTING? fiscal? entire? ONE",
        deictic.unit,
    ),
    Rule("unit told from today", "(the? (WHEN|PART) in)? the (fiscal|entire)? ONE", deictic.bare_unit),
    Rule("end of a unit", "HEDGE? PHASE (the|this|POINTING) fiscal? ONE", deictic.bare_unit),
    Rule(
        "weekend",
        "(the|this|last|next|past|coming|previous|following) (past|coming|last)? weekend",
        deictic.weekend,
    ),
    Rule("week of a day", "the unit of MONTH day", deictic.week_of),
    Rule("some time ago", "HEDGE? COUNT more? UNIT or_so? (ago|from_now)", deictic.ago),
    Rule("some time ago", "UNIT ago", deictic.ago),
    Rule("day before or after", "day_apart", deictic.next_door),
    Rule("some time apart", "HEDGE? COUNT UNIT (earlier|later)", deictic.apart),
    Rule("year before", "the? comparable? unit hyphen (ago|earlier) (period|ONE)?", deictic.year_before),
    Rule(
        "clock",
        "HEDGE? CLOCK (in the daypart)? zone?"
        " (comma? on? (today|weekday|(weekday comma?)? MONTH day NAMED_YEAR?))? daypart?",
        clock.clock,
    ),
    Rule("clock", "(year|number|day) zone", clock.military),
    Rule("part of a day", "(WHEN|PART)? (today|weekday) PART? hyphen? daypart", clock.daypart),
    Rule("part of a day", "PART hyphen? daypart (today|weekday)?", clock.daypart),
    Rule(
        "part of a day", "the? (WHEN|PART)? (this|last|next|following|previous|same) daypart", clock.daypart
    ),
    Rule("part of a day", "the daypart", clock.daypart),
    Rule(
        "part of a day",
        "the PART? daypart of (weekday comma?)? MONTH (day|ordinal) NAMED_YEAR?",
        clock.daypart,
    ),
    Rule("part of a day", "(WHEN|PART)? (tonight|overnight)", clock.night),
    Rule("part of a day", "the? PART units of (weekday|today|MONTH day NAMED_YEAR?)", clock.hours),
    Rule(
        "length",
        "HEDGE? COUNT more? hyphen? UNIT (hyphen long)? (or_so|and a half (?! hyphen))?",
        amount.duration,
    ),
    Rule("length", "over a ONE", amount.duration),
    Rule("recent times", "recent UNIT (and units)?", deictic.recent),
    Rule("length", "HEDGE? (units|unit hyphen long) (hyphen long)?", amount.duration),
    Rule("length", "HEDGE? half (a|hyphen)? unit", amount.duration),
    Rule("length", "the (ordinal|entire|last)? COUNT more? UNIT", amount.duration),
    Rule(
        "length to or from today",
        "HEDGE? the? (last|past|next|coming|previous|following|latest) COUNT? UNIT (or_so|and a half (?! hyphen))?",
        amount.stretch,
    ),
    Rule("length to or from today", "the UNIT ahead", amount.stretch),
    Rule(
        "repeated",
        "every (ONE|COUNT UNIT|weekday daypart?|MONTH|season|daypart|weekend|of the past? NUMBER UNIT)",
        repeated.every,
    ),
    Rule("repeated", "the? past NUMBER seasons", repeated.named),
    Rule("repeated", "often", repeated.often),
    Rule("repeated", "times (a|per) ONE", repeated.every),
    Rule("repeated", "weekdays|weekday dayparts|weekends|weekdays (dayparts|daypart)", repeated.named),
    Rule("year end", "HEDGE? (year_end|unit poss end_noun)", deictic.year_end),
)

CORE = frozenset(
    {
        *("day", "year", "short_year", "number", "ordinal", "decade", "clock", "clock_word", "bc", "era"),
        *(
            "month",
            "month_short",
            "weekday",
            "weekdays",
            "season",
            "seasons",
            "daypart",
            "dayparts",
            "holiday",
        ),
        *("unit", "units", "quarter", "century", "period", "weekend", "weekends", "year_end", "day_apart"),
        *("today", "tonight", "overnight", "now", "vague", "vague_noun", "past", "often"),
    }
)
"""The classes without one of which no run of words names a time."""


@cache
def grammar() -> Grammar:
    """The rules' patterns, compiled; the number of a match is that of its rule in RULES."""
    return Grammar((rule.pattern for rule in RULES), pieces=PIECES, kinds=classes(), core=CORE)
