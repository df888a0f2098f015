"""From a choice to the Place that leaves the stage."""

from collections.abc import Sequence
from typing import Any

from sayso.records.actor import Place
from sayso.records.base import Span, Why
from sayso.resolve.places.choose import Choice
from sayso.resolve.places.gazetteer import Entry, unit_name

VERSION = "1"

_BY_LEVEL = {"country": 6, "admin1": 4, "admin2": 3, "town": 1}
_LINES = frozenset(
    {"RGN", "STM", "MTS", "ISLS", "DSRT", "LK", "CNL", "VAL", "PEN", "ISL", "RF", "SHOL", "PASS"}
)
_WATERS = frozenset({"OCN", "SEA", "GULF", "STRT", "BAY", "CHN"})
_WORLD_REGION = "a region of several countries; no class of where_prec fits"


def place_record(id: str, choice: Choice, spans: Sequence[Span], text: str, *, near: bool) -> Place:
    """The Place for a choice and its mentions; `text` is the report's.

    `near`: every mention says only that it was near the place ("outside Kharkiv").
    """
    found = choice.entry
    values = _known(found, near=near) if found else _unknown(choice)
    why = Why(
        stage="resolve",
        rule="places.rank" if found else "places.within" if choice.within else "places.unknown",
        version=VERSION,
        score=round(choice.score, 3) if found else None,
        detail=choice.detail,
    )
    name = found.name if found else spans[0].cut(text)
    return Place(id=id, name=name, mentions=tuple(spans), why=why, **values)


def _known(found: Entry, *, near: bool) -> dict[str, Any]:
    unit = unit_name(found)
    blanks = {}
    if found.id < 0:
        blanks["geonames"] = "the table has no GeoNames id for this place"
    if found.country is None:
        blanks["country"] = "lies in no country or in several"
    if unit is None:
        blanks["admin1"] = "a country" if found.level == "country" else "no first-order unit is known for it"
    precision = precision_of(found, near=near)
    if precision is None:
        blanks["precision"] = _WORLD_REGION
    return {
        "geonames": found.id if found.id > 0 else None,
        "lat": round(found.lat, 4),
        "lon": round(found.lon, 4),
        "country": found.country,
        "admin1": unit,
        "precision": precision,
        "blanks": blanks,
    }


def _unknown(choice: Choice) -> dict[str, Any]:
    """A place not in the gazetteer: at the middle of what holds it, by the text, else without coordinates."""
    missing = "no place of this name in the gazetteer"
    values: dict[str, Any] = dict.fromkeys(("geonames", "lat", "lon", "country", "admin1", "precision"))
    values["country"] = choice.country
    if choice.within is not None:
        held = _known(choice.within, near=False)
        values |= {field: held[field] for field in ("lat", "lon", "country", "admin1", "precision")}
    reason = f"{missing}, and nothing else says where it is"
    values["blanks"] = {
        field: missing if field == "geonames" else reason for field in values if values[field] is None
    }
    return values


def precision_of(found: Entry, *, near: bool = False) -> int | None:
    """UCDP's where_prec (UCDP GED codebook): 1 exact, 2 near, 3 second-order unit, 4 first-order unit, 5 line or
    fuzzy area, 6 country, 7 international waters; None for a region of several countries.
    """
    if found.level in _BY_LEVEL:
        exact = 4 if found.approx == 2 else _BY_LEVEL[found.level]
        return 2 if near and exact == 1 else exact
    if found.code in _WATERS:
        return 7
    if found.code in _LINES:
        return 5 if found.country or found.code != "RGN" else None
    return None if found.code in ("CONT", "ZN", "PCLH") else 2 if near else 1
