"""Numbers of things: "more than 10,000 troops", "between 1,500 and 3,000", "dozens of people".

How words become `low`, `best` and `high` (None is open, the words set no bound on that side):

| words                                         | low   | best  | high  |
|-----------------------------------------------|-------|-------|-------|
| 50 troops                                     | 50    | 50    | 50    |
| at least 50, more than 50, 50 or more         | 50    | 50    | None  |
| up to 50, fewer than 50, nearly 50            | None  | 50    | 50    |
| about 50, some 50, 50 or so                   | None  | 50    | None  |
| between 50 and 60, 50 to 60, 50-60            | 50    | 55    | 60    |
| rose from 50 to 60                            | 60    | 60    | 60    |
| dozens, hundreds, thousands of                | 24, 200, 2000 | the same | None |
| several, a few; a couple                      | 3; 2  | the same | None |

A vague plural is thus read as at least two of its unit, and best is the cautious reading, as in data on
conflict events, where the low figure is the one that the source vouches for. The words and their numbers are
those of `figure_words.tsv`. Percentages, ages, years, dates, lengths of time, ordinals, fractions, scores of
games and votes (89-52) and numbers that are part of a name (Flight 12) are no figures.
"""

from sayso.resolve.figures.find import find_figures

__all__ = ["find_figures"]
