"""Entity: what the tables know of one actor, before any text is read."""

from dataclasses import dataclass, field

from sayso.records.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Period:
    """When something held: partial dates (YYYY, YYYY-MM, YYYY-MM-DD), empty where open."""

    start: str = ""
    end: str = ""

    def holds(self, day: str | None) -> bool:
        """Whether `day` (YYYY-MM-DD) lies inside; an unknown day lies inside only an open end."""
        if day is None:
            return not self.end
        return (not self.start or self.start <= day) and (not self.end or day <= self.end.ljust(10, "9"))


@dataclass(frozen=True, slots=True)
class Office:
    """One spell in office. `seen` is the year of a source that gives no dates."""

    role: str
    period: Period
    seen: str
    source: str

    def held(self, day: str | None) -> bool:
        """Whether the office was held on `day`; without dates, in the year of the source and its neighbours."""
        if day is None:
            return not self.period.end and bool(self.period.start)
        if self.period.start:
            stale = (
                not self.period.end
                and self.seen
                and "own" not in self.source
                and int(day[:4]) > int(self.seen) + 1
            )
            return self.period.holds(day) and not stale
        return bool(self.seen) and abs(int(day[:4]) - int(self.seen)) <= 1


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """An actor that a table names.

    `place` is the country's place in the PLOVER code: ISO alpha-3, or UNO, EUR, IGO, NGO, IMG, MNC. `sectors` are
    bounded by periods; the first that holds is taken. `table` says where it comes from.
    """

    name: str
    kind: ActorKind
    country: str | None
    place: str | None
    sectors: tuple[tuple[Period, tuple[str, ...]], ...]
    wikidata: str | None
    table: str
    family: str | None = None
    offices: tuple[Office, ...] = field(default=())

    def sectors_on(self, day: str | None) -> tuple[str, ...]:
        """The sectors that hold on `day`."""
        return next((sectors for period, sectors in self.sectors if period.holds(day)), ())
