"""The gazetteer and its names."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.resolve.places.candidates import candidates
from sayso.resolve.places.gazetteer import entry, named
from sayso.resolve.places.names import key
from sayso.resolve.places.words import words


@given(st.text(max_size=40))
@example("\u01fe")
def test_key_is_stable(name: str) -> None:
    """The look-up form of a look-up form is itself, whatever the name."""
    assert key(key(name)) == key(name)


@pytest.mark.parametrize(
    ("name", "geonames"),
    [
        ("Kyiv", 703448),
        ("Kiev", 703448),
        ("P’yŏngyang", 1871859),
        ("the Netherlands", 2750405),
        ("U.S.", 6252001),
        ("D.R.C.", 203312),
        ("Mich.", 5001836),
        ("São Paulo", 3448439),
        ("New South Wales", 2155400),
    ],
)
def test_names_lead_to_their_place(name: str, geonames: int) -> None:
    """Other spellings, abbreviations and accents find the place."""
    assert geonames in [found.id for found in named(name)]


def test_abbreviations_need_their_capitals() -> None:
    """ "in" is no Indiana, "IN" is."""
    assert (
        tuple(found for found in candidates("in") if found.country == "USA" and found.level == "admin1") == ()
    )
    assert "Indiana" in [found.name for found in candidates("IN")]


def test_part_words_are_left_out() -> None:
    """A part of a country is looked up as the country."""
    assert candidates("northern Syria")[0].country == "SYR"


def test_units_hold_their_towns() -> None:
    """A town names its units, and they are in the gazetteer."""
    town = next(found for found in named("Nyala") if found.country == "SDN")
    unit = entry(town.admin1 or 0)
    assert unit is not None
    assert (unit.name, unit.country, unit.level) == ("South Darfur", "SDN", "admin1")


def test_unknown_ids_and_names() -> None:
    """What is not there is None or empty, no error."""
    assert (entry(1), named("Zzyqville")) == (None, ())


def test_an_unknown_kind_has_no_words() -> None:
    """Word lists are sets by kind."""
    assert "in" in words("in")
    assert frozenset() == words("no such kind")
