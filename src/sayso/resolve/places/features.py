"""What speaks for a candidate: numbers that `rank` weighs, first of the place itself, then of its company.

A report's toponyms are grouped by look-up form (one sense per report); each group is a `Name`.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.resolve.places.called import called
from sayso.resolve.places.gazetteer import ABBREVIATION, DEMONYM, MAIN, OTHER, SHORT, Entry

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ALONE = (
    "population", "country", "admin1", "admin2", "town", "capital", "other", "name_main", "name_other",
    "name_other_english", "name_short", "name_short_untyped", "name_abbreviation", "name_demonym", "most_populous",
    "share_of_population", "large", "country_name", "admin1_name", "unit_of_namesake", "namesake_in_unit",
    "name_other_beside_main",
    "typed_right", "contained", "container",
)  # fmt: skip
COMPANY = (
    "same_country", "same_admin1", "same_admin2", "within_named_country", "within_named_admin1",
    "within_named_admin2", "near", "far", "near_first", "near_text",
)  # fmt: skip

_ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL", "ZAF"})
"""Where another name than the one on the sign is an old one, seldom meant."""
_REACH, _FAR = 50.0, 250.0
_STEEP = 30.0
_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Name:
    """A toponym's look-up form with its candidates and where it stands.

    `positions` are the offsets of its mentions; `typed` is "unit" or "town" where a word next to it says so
    ("Idlib province", "the city of Idlib"); `within` numbers the names that the text puts it into
    ("Nyala, South Darfur"), `around` the names that the text puts into it.
    """

    key: str
    candidates: tuple[Entry, ...]
    positions: tuple[int, ...]
    typed: str = ""
    within: tuple[int, ...] = ()
    around: tuple[int, ...] = ()


class Field:
    """All candidates of all names of a report, as columns; row order is name by name."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self.names = names
        self.entries = [entry for name in names for entry in name.candidates]
        self.group: Ints = np.repeat(np.arange(len(names)), [len(name.candidates) for name in names])
        self.lat: Floats = np.radians([entry.lat for entry in self.entries])
        self.lon: Floats = np.radians([entry.lon for entry in self.entries])
        self.local = np.array(
            [entry.level in ("town", "admin2", "admin1") for entry in self.entries], dtype=bool
        )
        self.states = np.array([entry.level == "country" for entry in self.entries], dtype=bool)
        self.mine = np.array([entry.mine for entry in self.entries], dtype=bool)
        self.called = np.array(
            [entry.country in called().get(name.key, ()) for name in names for entry in name.candidates],
            dtype=bool,
        )
        self.country = _numbers([entry.country for entry in self.entries])
        self.admin1 = _numbers([entry.admin1 for entry in self.entries])
        self.admin2 = _numbers([_admin2(entry) for entry in self.entries])

    def __len__(self) -> int:
        return len(self.entries)


def _admin2(entry: Entry) -> int | None:
    return entry.id if entry.level == "admin2" else entry.admin2


def _numbers(values: list[int | None] | list[str | None]) -> Ints:
    """Small integers for equal values; 0 for None."""
    known: dict[int | str, int] = {}
    return np.array([0 if v is None else known.setdefault(v, len(known) + 1) for v in values], dtype=np.int64)


def alone(field: Field) -> Floats:
    """The features `ALONE`: of the place, its name, and what the words next to it say."""
    rows = []
    for number, name in enumerate(field.names):
        most = max((entry.population for entry in name.candidates), default=0)
        towns = {
            id for entry in name.candidates if entry.level == "town" for id in (entry.admin1, entry.admin2)
        }
        units = {entry.id for entry in name.candidates if entry.level in ("admin1", "admin2")}
        has_main = any(entry.kind == MAIN for entry in name.candidates)
        for entry in name.candidates:
            namesakes = [
                entry.id in towns,
                entry.level == "town" and not units.isdisjoint((entry.admin1, entry.admin2)),
                entry.kind == OTHER and has_main,
            ]
            rows.append(_of_place(entry, most, name.typed) + namesakes + _of_words(field, number, entry))
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(ALONE))


def _of_place(entry: Entry, most: int, typed: str) -> list[float]:
    level = entry.level
    population = np.log10(entry.population + 100) / 7
    return [
        population,
        level == "country",
        level == "admin1",
        level == "admin2",
        level == "town",
        entry.code == "PPLC",
        level == "other",
        entry.kind == MAIN,
        entry.kind == OTHER,
        entry.kind == OTHER and level == "town" and entry.country in _ENGLISH,
        entry.kind == SHORT,
        entry.kind == SHORT and typed != "unit",
        entry.kind == ABBREVIATION,
        entry.kind == DEMONYM,
        entry.population == most,
        entry.population / (most + 1),
        entry.population > 1_000_000 and level == "town",
        level == "country" and entry.kind == MAIN,
        level == "admin1" and entry.kind == MAIN,
    ]


def _of_words(field: Field, number: int, entry: Entry) -> list[float]:
    name = field.names[number]
    inside = any(holds(outer, entry) for other in name.within for outer in field.names[other].candidates)
    holding = any(holds(entry, inner) for other in name.around for inner in field.names[other].candidates)
    level = "unit" if entry.level in ("admin1", "admin2") else entry.level
    return [name.typed == level, inside, holding]


def holds(outer: Entry, inner: Entry) -> bool:
    """Whether `outer` is the country or the unit that `inner` lies in."""
    if outer.id == inner.id:
        return False
    if outer.level == "country":
        return outer.country == inner.country and inner.level != "country"
    return outer.id in (inner.admin1, inner.admin2)


def company(field: Field, p: Floats) -> Floats:
    """The features `COMPANY`, given each candidate's probability so far: agreement with the other names."""
    names = max(len(field.names) - 1, 1)
    columns = [
        _others(field.group, labels, p) / names for labels in (field.country, field.admin1, field.admin2)
    ]
    columns = [np.log1p(_STEEP * column) for column in columns]
    ids = {entry.id: 0.0 for entry in field.entries}
    countries: dict[str | None, float] = {}
    for entry, probability in zip(field.entries, p, strict=True):
        ids[entry.id] = max(ids[entry.id], probability)
        if entry.level == "country":
            countries[entry.country] = max(countries.get(entry.country, 0.0), probability)
    columns.append(_column(countries.get(e.country, 0.0) * (e.level != "country") for e in field.entries))
    columns.append(_column(ids.get(e.admin1 or 0, 0.0) * (e.admin1 != e.id) for e in field.entries))
    columns.append(_column(ids.get(e.admin2 or 0, 0.0) for e in field.entries))
    return np.column_stack([*columns, *_distances(field, p)])


def _column(values: object) -> Floats:
    return np.fromiter(values, dtype=np.float64)  # type: ignore[call-overload, no-any-return]


def _others(group: Ints, labels: Ints, p: Floats) -> Floats:
    """For each candidate, the probability that other names' candidates with its label have together."""
    weighed = np.where(labels > 0, p, 0.0)
    total = np.bincount(labels, weighed)
    pair = group * (labels.max(initial=0) + 1) + labels
    _, inverse = np.unique(pair, return_inverse=True)
    own = np.bincount(inverse, weighed)
    found: Floats = np.where(labels > 0, total[labels] - own[inverse], 0.0)
    return found


def _distances(field: Field, p: Floats) -> list[Floats]:
    """Nearness to the likely places of other names: around the corner, not far, to the first, to the next."""
    anchors = np.flatnonzero((p > 0.2) & (field.local | field.states))
    if not len(anchors):
        return [np.zeros(len(field))] * 4
    distance = kilometres(field.lat[:, None], field.lon[:, None], field.lat[anchors], field.lon[anchors])
    other = field.group[:, None] != field.group[anchors]
    near = np.exp(-distance / _REACH) * p[anchors] * other * field.local[:, None] * field.local[anchors]
    first = np.argmin([field.names[number].positions[0] for number in field.group[anchors]])
    is_first = field.group[anchors] == field.group[anchors][first]
    text = _closeness(field)[field.group][:, field.group[anchors]]
    far = np.exp(-distance / _FAR) * p[anchors] * other * field.local[:, None]
    return [
        np.log1p(near.sum(axis=1)),
        np.log1p(far.sum(axis=1)),
        (near * is_first).sum(axis=1),
        (near * text).max(axis=1),
    ]


def _closeness(field: Field) -> Floats:
    """How near two names stand in the text, 1 side by side, 0 far apart."""
    size = len(field.names)
    found = np.zeros((size, size))
    places = sorted((at, number) for number, name in enumerate(field.names) for at in name.positions)
    for (at, one), (then, two) in pairwise(places):
        close = float(np.exp(-(then - at) / 100))
        found[one, two] = found[two, one] = max(found[one, two], close)
    return found


def kilometres(lat: Floats, lon: Floats, lat2: Floats, lon2: Floats) -> Floats:
    """Great-circle distance by the haversine formula; arguments in radians."""
    half = np.sin((lat2 - lat) / 2) ** 2 + np.cos(lat) * np.cos(lat2) * np.sin((lon2 - lon) / 2) ** 2
    found: Floats = 2 * _EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return found
