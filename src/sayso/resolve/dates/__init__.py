"""Times in the text: found by a grammar, read as TIMEX3, put on the calendar."""

from sayso.resolve.dates.find import find_timexes

__all__ = ["find_timexes"]
