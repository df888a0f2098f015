"""Names by which news calls a country or a part of it, though the gazetteer has other places so named."""

from functools import cache

from sayso.lexicons.load import table
from sayso.resolve.actors.rows import CountryRow
from sayso.resolve.places.names import key


@cache
def called() -> dict[str, frozenset[str]]:
    """The countries that countries.tsv gives such a name besides their own, by its look-up form: "Gaza", "Burma"."""
    found: dict[str, set[str]] = {}
    for row in table("countries.tsv", CountryRow):
        for name in row.names:
            if name != row.name:
                found.setdefault(key(name), set()).add(row.iso3)
    return {name: frozenset(countries) for name, countries in found.items()}
