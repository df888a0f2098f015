"""The choice among a name's candidates, with the runner-up and the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records.base import Span
from sayso.resolve.places.features import Field
from sayso.resolve.places.gazetteer import Entry, entry
from sayso.resolve.places.grouping import group
from sayso.resolve.places.rank import probabilities

_ACTING = frozenset({"country", "admin1"})


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name: `entry` is None where the gazetteer knows none of this name."""

    name: str
    entry: Entry | None
    score: float
    runner_up: Entry | None
    count: int

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
        if self.entry is None:
            return "no place of this name in the gazetteer"
        if self.runner_up is None:
            return f"the only place called {self.name!r}" if self.count == 1 else f"of {self.count} places"
        return f"before {described(self.runner_up)}, of {self.count} places of this name"


def described(found: Entry) -> str:
    """A place in words: "Paris (Texas, USA)"."""
    unit = entry(found.admin1) if found.admin1 and found.admin1 != found.id else None
    where = ", ".join(part for part in (unit and unit.name, found.country) if part)
    return f"{found.name} ({where})" if where else found.name


def choose(text: str, spans: Sequence[Span]) -> list[Choice]:
    """The place for each toponym at `spans`; toponyms of one name get the same place."""
    names, of = group(text, spans)
    field = Field(names)
    p = probabilities(field)
    made, at = [], 0
    for name in names:
        rows = sorted(range(at, at + len(name.candidates)), key=lambda row: -p[row])
        at += len(name.candidates)
        best = field.entries[rows[0]] if rows else None
        second = field.entries[rows[1]] if len(rows) > 1 else None
        made.append(Choice(name.key, best, float(p[rows[0]]) if rows else 0.0, second, len(rows)))
    return [made[number] for number in of]
