"""From a choice to the Place that leaves the stage."""

from collections.abc import Sequence

from sayso.records.actor import Place
from sayso.records.base import Span, Why
from sayso.resolve.places.choose import Choice
from sayso.resolve.places.gazetteer import Entry, entry

_UNKNOWN = "no place of this name in the gazetteer"
_FUZZY = frozenset({"RGN", "STM", "MTS", "ISLS", "DSRT", "LK", "CNL", "VAL", "PEN"})
_WATERS = frozenset({"OCN", "SEA", "GULF", "STRT", "BAY", "CHN"})


def place_record(id: str, choice: Choice, spans: Sequence[Span], text: str) -> Place:
    """The Place for a choice and its mentions; `text` is the report's."""
    found = choice.entry
    why = Why(stage="resolve", rule="places.rank", version="1", score=round(choice.score, 3), detail=choice.detail)
    if found is None:
        blanks = dict.fromkeys(("geonames", "lat", "lon", "country", "admin1", "precision"), _UNKNOWN)
        return Place(
            id=id, name=spans[0].cut(text), geonames=None, lat=None, lon=None, country=None, admin1=None,
            precision=None, mentions=tuple(spans), why=why, blanks=blanks,
        )  # fmt: skip
    unit = entry(found.admin1) if found.admin1 else None
    precision = _precision(found)
    blanks = _blanks(found, unit, precision)
    return Place(
        id=id,
        name=found.name,
        geonames=found.id if found.id > 0 else None,
        lat=round(found.lat, 4),
        lon=round(found.lon, 4),
        country=found.country,
        admin1=unit.name if unit else None,
        precision=precision,
        mentions=tuple(spans),
        why=why,
        blanks=blanks,
    )


def _blanks(found: Entry, unit: Entry | None, precision: int | None) -> dict[str, str]:
    blanks = {}
    if found.id < 0:
        blanks["geonames"] = "the table has no GeoNames id for this place"
    if found.country is None:
        blanks["country"] = "lies in no country or in several"
    if unit is None:
        blanks["admin1"] = "a country" if found.level == "country" else "the table has no first-order unit for it"
    if precision is None:
        blanks["precision"] = "larger than a country; no where_prec class fits"
    return blanks


def _precision(found: Entry) -> int | None:
    """UCDP's where_prec by kind of place (UCDP GED codebook)."""
    by_level = {"country": 6, "admin1": 4, "admin2": 3, "town": 1}
    if found.level in by_level:
        return by_level[found.level]
    if found.code in _WATERS:
        return 7
    return 5 if found.code in _FUZZY else None
