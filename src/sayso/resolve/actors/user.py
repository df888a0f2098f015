"""The user's own table of actors: it adds to the shipped ones and comes before them."""

import re
from functools import cache
from pathlib import Path

from sayso.errors import BadTable
from sayso.lexicons.load import user_table
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.entity import Entity, Period
from sayso.resolve.actors.lexicon import Index, index
from sayso.resolve.actors.rows import UserRow
from sayso.resolve.actors.tables import NAME, NON_STATES, Known, states

_CODE = re.compile(r"(?:[A-Z]{3}){0,4}")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_PERSONS = frozenset({"GOV", "MIL", "LEG", "JUD", "OPP", "ELI"})


@cache
def user_index(path: str, digest: str | None = None) -> Index:
    """The names of the user's table at `path`, for `find_actors`; read again when `digest` changes.

    Columns: name (spellings separated by "|", the first is shown), country (ISO 3166-1 alpha-3), code (PLOVER:
    country and sectors, "MLIREB"), from and to (YYYY, YYYY-MM or YYYY-MM-DD). Rows of one name are periods of one
    actor.
    Raises BadTable with file and line for a row that cannot be read or a code that cannot be.
    """
    rows = _rows(path)
    periods: dict[str, list[tuple[Period, tuple[str, ...]]]] = {}
    for row in rows:
        _, sectors = _parts(row)
        periods.setdefault(row.name, []).append((Period(row.start, row.end), sectors))
    entities = {row.name: _entity(row, tuple(periods[row.name])) for row in reversed(rows)}
    names = [
        (part, Known(entity, NAME)) for name, entity in entities.items() for part in name.split("|") if part
    ]
    return index(names)


def _rows(path: str) -> tuple[UserRow, ...]:
    try:
        rows = user_table(Path(path), UserRow)
    except OSError as error:
        raise BadTable(
            path, 1, f"cannot be read: {error.strerror}. Name a table of actors that exists."
        ) from error
    except UnicodeDecodeError as error:
        raise BadTable(path, 1, "is not UTF-8 text. Save the table as tab-separated UTF-8.") from error
    if not rows:
        raise BadTable(
            path, 1, "holds no actors. Its first line names the columns: name, country, code, from, to."
        )
    for number, row in enumerate(rows, 1):
        _check(path, number, row)
    return rows


def _check(path: str, number: int, row: UserRow) -> None:
    """Refuse a row whose country, code or dates cannot be; the message names the row by its actor."""
    who = f"actor {row.name!r} (row {number})"
    if row.country is not None and row.country not in states() and row.country not in NON_STATES:
        raise BadTable(
            path, number, f"{who}: {row.country!r} is no ISO 3166-1 alpha-3 code. Write for example MLI."
        )
    if row.code is not None and not _CODE.fullmatch(row.code):
        raise BadTable(
            path, number, f"{who}: {row.code!r} is no PLOVER code. Write for example MLIREB or REB."
        )
    for day in (row.start, row.end):
        if day and not _DATE.fullmatch(day):
            raise BadTable(path, number, f"{who}: {day!r} is no date. Write YYYY, YYYY-MM or YYYY-MM-DD.")


def _parts(row: UserRow) -> tuple[str | None, tuple[str, ...]]:
    """Country (or body of states) and sectors of a row: the code may repeat the country."""
    parts = re.findall("...", row.code or "")
    place = row.country
    if parts and (parts[0] == place or (place is None and (parts[0] in states() or parts[0] in NON_STATES))):
        place = parts.pop(0)
    return place, tuple(parts)


def _entity(row: UserRow, sectors: tuple[tuple[Period, tuple[str, ...]], ...]) -> Entity:
    place, own = _parts(row)
    shown = row.name.split("|")[0]
    state = place in states() and shown.lower() == states()[place].name.lower() if place else False
    kind = ActorKind.STATE if state else ActorKind.MEDIA if "JRN" in own else ActorKind.ORGANISATION
    country = place if place not in NON_STATES else None
    return Entity(shown, kind, country, place, sectors, None, "user")
