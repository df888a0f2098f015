"""Independence and standing, by rule."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger.family import Outlet, family, outlet
from sayso.ledger.frame import Party
from sayso.ledger.independence import Voice, origins
from sayso.ledger.standing import Denial, Standing, Stood, standing
from sayso.records.actor import Actor
from tests.ledger.made import WHY


def voice(
    key: str, report: int, *relays: str, kin: str = "", publisher: str = "p", repeated: bool = False
) -> Voice:
    """A voice; its own, if it is the publisher's."""
    return Voice(
        key,
        key,
        kin or key,
        report,
        date(2024, 1, report),
        publisher,
        relays,
        key == publisher,
        None,
        "",
        repeated,
    )


@pytest.mark.parametrize(
    ("voices", "counted", "others"),
    [
        pytest.param([voice("a", 1), voice("b", 2)], ["a", "b"], [], id="two"),
        pytest.param([voice("a", 1), voice("a", 2)], ["a"], [], id="one, twice"),
        pytest.param([voice("a", 1, kin="f"), voice("b", 2, kin="f")], ["a"], ["b"], id="one family"),
        pytest.param([voice("p", 1), voice("a", 2, "p")], ["a"], ["p"], id="one names the other"),
        pytest.param([voice("a", 1, "b"), voice("b", 2, "a")], ["a"], ["b"], id="a circle"),
        pytest.param([voice("a", 1), voice("b", 2, repeated=True)], ["a"], [], id="a copy adds nothing"),
        pytest.param([], [], [], id="nobody"),
    ],
)
def test_origins(voices: list[Voice], counted: list[str], others: list[str]) -> None:
    """Which origins count, and which add nothing."""
    found = origins(voices)

    assert [o.key for o in found if o.independent] == counted
    assert [o.key for o in found if not o.independent] == others
    assert all(o.why for o in found)


@pytest.mark.parametrize(
    ("name", "kin"),
    [
        ("Kuwait News Agency", "state:KWT"),
        ("Belga", "media:Belga"),
        ("AFP", "media:Agence France-Presse"),
        ("XINHUA", "state:CHN"),
    ],
)
def test_agencies_that_only_credits_name(name: str, kin: str) -> None:
    """A state's agency is of its state's family, also where only the table of credits knows it."""
    known = outlet(name)

    assert known is not None
    assert known.family == kin


def test_reasons_name_origins_as_people_do() -> None:
    """Who is cited is told by name, not by the key of a family."""
    cited = voice("wd:Q1", 2, "p", kin="state:XYZ")._replace(name="the army")
    found = origins([voice("p", 1), cited])

    assert found[1].why == "adds nothing: it names the army as its source"


def test_an_agency_text_is_the_agencys() -> None:
    """A publisher's own voice in a text that it carries is the agency's."""
    carried = voice("p", 1)._replace(carried=Outlet("w", "Wire", "w"), why="by agency credit")

    assert [(o.key, o.why) for o in origins([carried, voice("w", 2, publisher="w")])] == [
        ("w", "by agency credit")
    ]


KEYS = st.sampled_from("abcdef")
VOICES = st.lists(
    st.builds(lambda key, report, relays, kin: voice(key, report, *relays, kin=kin), KEYS, st.integers(1, 28),
              st.lists(KEYS, max_size=2), KEYS), max_size=8)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(VOICES)
def test_never_more_than_families(voices: list[Voice]) -> None:
    """Where anybody speaks somebody counts, and never more than there are families."""
    voices = list({v.key: v for v in voices}.values())
    count = sum(o.independent for o in origins(voices))

    assert (count > 0) == bool(voices)
    assert count <= len({v.family for v in voices})


@given(VOICES, KEYS)
def test_a_copy_changes_nothing(voices: list[Voice], key: str) -> None:
    """A repeated voice leaves the origins as they were."""
    voices = list({v.key: v for v in voices}.values())
    again = voice(key, 1, repeated=True)

    assert origins([*voices, again]) == origins(voices)


ACTOR, OTHER = Party("x", "FRA", None, "state:FRA"), Party("y", "ITA", None, "state:ITA")


@pytest.mark.parametrize(
    ("said", "denied", "current", "expected"),
    [
        pytest.param([], [], False, Standing.WITHDRAWN, id="withdrawn"),
        pytest.param([], [], True, Standing.UNCONFIRMED, id="unconfirmed"),
        pytest.param([], ["x"], True, Standing.DENIED, id="denied"),
        pytest.param(["a"], ["x"], True, Standing.DISPUTED, id="disputed"),
        pytest.param(["a", "b"], [], True, Standing.INDEPENDENT, id="several independent"),
        pytest.param(["state:FRA"], [], True, Standing.SELF_REPORTED, id="self-reported"),
        pytest.param(["state:ITA"], [], True, Standing.OPPONENT, id="claimed by an opponent"),
        pytest.param(["a"], [], True, Standing.SINGLE, id="single origin"),
    ],
)
def test_standing(said: list[str], denied: list[str], current: bool, expected: Standing) -> None:
    """Every standing has its case."""
    found = standing(
        origins([voice(key, number) for number, key in enumerate(said, 1)]),
        [Denial(key, key, key) for key in denied],
        [],
        gone=None if current else Stood(Standing.WITHDRAWN, "gone", ()),
        type="ASSAULT",
        actors=[ACTOR],
        recipients=[OTHER],
    )

    assert found.standing == expected


@pytest.mark.parametrize(
    ("negates", "said", "expected"),
    [
        pytest.param([True, True], [], Standing.NEGATED, id="told only as not done"),
        pytest.param([True, False], [], Standing.DENIED, id="one denies it"),
        pytest.param([True], ["a"], Standing.DISPUTED, id="somebody asserts it"),
    ],
)
def test_what_is_told_as_not_done(negates: list[bool], said: list[str], expected: Standing) -> None:
    """Who tells only that something did not happen denies nothing that anybody says."""
    found = standing(
        origins([voice(key, number) for number, key in enumerate(said, 1)]),
        [Denial(f"x{number}", "x", f"x{number}", one) for number, one in enumerate(negates)],
        [],
        gone=None,
        type="ASSAULT",
        actors=[ACTOR],
        recipients=[OTHER],
    )

    assert found.standing == expected


@pytest.mark.parametrize(
    ("name", "kind", "country", "sectors", "expected"),
    [
        ("Freedonia", "state", "FRA", [], "state:FRA"),
        ("foreign ministry", "organisation", "FRA", ["GOV"], "state:FRA"),
        ("KCNA", "media", "PRK", ["JRN", "GOV"], "state:PRK"),
        ("Reuters", "media", "GBR", ["JRN"], "media:Thomson Reuters"),
        ("parliament", "organisation", "FRA", ["LEG"], "organisation:FRA:parliament"),
        ("protesters", "group", "FRA", ["CVL"], "group:FRA:protesters"),
    ],
)
def test_families(name: str, kind: str, country: str, sectors: list[str], expected: str) -> None:
    """A state speaks through its executive and its media; parliaments and people speak for themselves."""
    blanks = dict.fromkeys(("sectors", "code", "role", "wikidata", "mentions"), "made by hand")
    actor = Actor(
        id="a0", key=f"{kind}:{country}:{name}", name=name, kind=kind, country=country, sectors=tuple(sectors), code=None,
        role=None, wikidata=None, mentions=(), why=WHY, blanks=blanks,
    )  # fmt: skip

    assert family(actor) == expected
