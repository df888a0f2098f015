"""Places of a report: use, resolution, records."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.actor import Place
from sayso.resolve.places import PlaceFinding, find_places
from tests.conftest import cases, parsed

NAMES = [
    "Cairo",
    "Texas",
    "the Red Sea",
    "Springfield",
    "South Darfur",
    "Lebanon",
    "Georgia",
    "Zzyqville",
    "Oslo",
]


def described(place: Place, wanted: str) -> str:
    """A place as the case names it: by GeoNames id, or by name and country."""
    return str(place.geonames) if wanted.isdigit() else f"{place.name}, {place.country}"


@pytest.mark.parametrize("case", cases("resolve/places.toml"))
def test_use_and_resolution(case: dict[str, Any]) -> None:
    """Each toponym is used and resolved as the case has it, in text order."""
    report = parsed(case["text"])

    finding = find_places(report)

    used = [
        f"{toponym.span.cut(report.doc.text)} {reading.use.value}"
        for toponym, reading in zip(finding.toponyms, finding.readings, strict=True)
    ]
    assert case["uses"] == used
    pairs = zip(finding.places, case["places"], strict=False)
    assert case["places"] == [described(place, wanted) for place, wanted in pairs] + [
        place.name for place in finding.places[len(case["places"]) :]
    ]


def test_one_place_with_all_its_mentions() -> None:
    """A place named three times is one record; the mention as a party is not among its mentions."""
    text = "Talks in Vienna ended on Monday. Diplomats left Vienna at night. Vienna condemned the attack."
    finding = find_places(parsed(text))

    assert [tuple(span) for span in finding.places[0].mentions] == [(9, 15), (48, 54)]
    assert len(finding.places) == 1


def test_locatives_are_left_to_places() -> None:
    """The token after "in" is a locative; the one that does something is not."""
    text = "Moscow rejected the offer, and thousands of people marched in Moscow on Saturday."
    finding = find_places(parsed(text))

    assert (finding.is_locative(0), finding.is_locative(text.rindex("Moscow"))) == (False, True)


def test_the_runner_up_is_named() -> None:
    """The reason names the place that came second."""
    finding = find_places(parsed("The fire in Birmingham, Alabama, was put out by noon, officials said."))

    assert "before Birmingham (Michigan, USA)" in finding.places[0].why.detail


def test_an_unknown_place_says_what_is_blank() -> None:
    """A place that the gazetteer lacks has no id; its blanks say why."""
    finding = find_places(parsed("Gunmen attacked the village of Qorvantou on Sunday, the police said."))

    place = finding.places[0]
    assert (place.name, place.geonames, place.lat) == ("Qorvantou", None, None)
    assert {"geonames", "lat", "lon", "country", "admin1", "precision"} == place.blanks.keys()


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("A blast hit the centre of Kharkiv on Monday, the police said.", 1),
        ("Two people died in a blast near Kharkiv on Monday, the police said.", 2),
        ("Deputies searched a farm in Mahoning County on Monday, the police said.", 3),
        ("Floods killed two people in Queensland on Monday, the police said.", 4),
        ("Soldiers moved along the Euphrates on Monday, the army said.", 5),
        ("Elections will be held in Kenya on Monday, the commission said.", 6),
        ("A tanker sank in the Black Sea on Monday, the coast guard said.", 7),
    ],
)
def test_precision(text: str, precision: int) -> None:
    """The precision class is UCDP's where_prec, by the kind of place and by "near"."""
    assert precision == find_places(parsed(text)).places[0].precision


def same(one: PlaceFinding, other: PlaceFinding) -> bool:
    """Whether two findings hold the same records."""
    return (one.places, one.mentions, one.locatives) == (other.places, other.mentions, other.locatives)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), st.sampled_from(["in", "near", "with", "of"])
)
def test_spans_and_ids_hold(names: list[str], preposition: str) -> None:
    """Spans cut names, do not overlap, every mention's place exists, and the same text gives the same."""
    listed = ", ".join(names)
    text = (
        f"The police said on Monday that they had found several bodies {preposition} {listed} and elsewhere."
    )
    report = parsed(text)

    finding = find_places(report)

    ids = {place.id for place in finding.places}
    ends = [0, *(toponym.span.end for toponym in finding.toponyms)]
    assert all(mention.id in ids for mention in finding.mentions)
    assert all(toponym.span.start >= end for toponym, end in zip(finding.toponyms, ends, strict=False))
    assert all(text[span.start].isupper() for place in finding.places for span in place.mentions)
    assert same(finding, find_places(report))
