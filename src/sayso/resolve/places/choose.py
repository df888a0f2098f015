"""The choice among a name's candidates, with the runner-up and the reason."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.records.base import Span
from sayso.resolve.places.features import Field, Name, kilometres
from sayso.resolve.places.gazetteer import Entry, unit_name
from sayso.resolve.places.grouping import group
from sayso.resolve.places.rank import Ranking, rank
from sayso.resolve.places.user import UserPlaces

_ACTING = frozenset({"country", "admin1"})
_HOLDING = frozenset({"country", "admin1", "admin2"})
_SHARE = 0.7
_LEAST = 2
_SAME_PLACE = 40.0
_MINE = "your table"


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name.

    `entry` is None where the gazetteer knows no such place; then `within` is the place that the text puts it
    into ("Kampala Road, Uganda"), or else `country` the one that most of the report's other places lie in, or
    both are None. `score` is the probability that the place lies within 40 km of `entry` (a town and the
    district around it are candidates of one name); `runner_up` is the best of those farther away, `reasons` set
    the choice before it, and `count` is how many there are, with the choice.
    """

    name: str
    entry: Entry | None
    score: float = 0.0
    runner_up: Entry | None = None
    count: int = 0
    reasons: tuple[str, ...] = ()
    within: Entry | None = None
    country: str | None = None

    @property
    def identity(self) -> object:
        """Equal for two names of one place."""
        return self.entry.id if self.entry else self.name

    @property
    def acts(self) -> bool:
        """Whether places of this kind stand for a government."""
        return self.entry is not None and (self.entry.level in _ACTING or self.entry.code in ("PPLC", "ZN"))

    @property
    def detail(self) -> str:
        """The reason in words."""
        if self.entry is not None and self.runner_up is not None:
            why = "; ".join(self.reasons) or "no reason outweighs another by much"
            return f"before {described(self.runner_up)}, of {self.count} places of this name: {why}"
        if self.entry is not None and self.entry.mine:
            return f"{_MINE}; no other place called {self.name!r} is known"
        if self.entry is not None:
            return f"the gazetteer knows no other place called {self.name!r}"
        if self.within is not None:
            return f"not in the gazetteer; the text puts it in {described(self.within)}"
        if self.country is not None:
            return f"not in the gazetteer; most other places of the report lie in {self.country}"
        return "not in the gazetteer"


def described(found: Entry) -> str:
    """A place in words: "Paris (Texas, USA)"."""
    unit = unit_name(found) if found.admin1 != found.id else None
    where = ", ".join(part for part in (unit, found.country) if part)
    return f"{found.name} ({where})" if where else found.name


def choose(
    text: str, spans: Sequence[Span], hints: Sequence[Span] = (), mine: UserPlaces | None = None
) -> list[Choice]:
    """The place for each toponym at `spans`; toponyms of one name get the same place.

    `hints` are spans of other words that name places ("Texas" in "Texas Department of Health", "Georgian"):
    they are company for the toponyms and get no place themselves. `mine` are the user's own places.
    """
    names, of = group(text, [*spans, *hints], mine)
    field = Field(names)
    ranking = rank(field)
    made = [_best(field, ranking, number) for number in range(len(names))]
    made = [choice if choice.entry else _fallback(names[n], choice, made) for n, choice in enumerate(made)]
    return [made[number] for number in of[: len(spans)]]


def _best(field: Field, ranking: Ranking, number: int) -> Choice:
    name = field.names[number]
    rows = np.flatnonzero(field.group == number)
    if not len(rows):
        return Choice(name.key, None)
    ordered = rows[np.argsort(-ranking.p[rows], kind="stable")]
    best = int(ordered[0])
    away = kilometres(field.lat[best], field.lon[best], field.lat[ordered], field.lon[ordered]) > _SAME_PLACE
    others = ordered[away]
    return Choice(
        name=name.key,
        entry=field.entries[best],
        score=float(min(1.0, ranking.p[ordered[~away]].sum())),
        runner_up=field.entries[others[0]] if len(others) else None,
        count=len(others) + 1,
        reasons=_reasons(field, ranking, best, int(others[0])) if len(others) else (),
    )


def _reasons(field: Field, ranking: Ranking, best: int, second: int) -> tuple[str, ...]:
    if not field.mine[best]:
        return ranking.reasons(best, second)
    return (_MINE, *(ranking.reasons(best, second) if field.mine[second] else ()))


def _fallback(name: Name, choice: Choice, made: Sequence[Choice]) -> Choice:
    """What the report says of a place that the gazetteer lacks."""
    outer = next((found for number in name.within if (found := made[number].entry)), None)
    if outer is not None and outer.level in _HOLDING:
        return Choice(choice.name, None, within=outer, country=outer.country)
    countries = Counter(other.entry.country for other in made if other.entry and other.entry.country)
    if countries.total() < _LEAST:
        return choice
    country, count = countries.most_common(1)[0]
    return Choice(choice.name, None, country=country) if count >= _SHARE * countries.total() else choice
