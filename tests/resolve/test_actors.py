"""Actors and coreference on case files: who is found, how coded, whom pronouns mean."""

from typing import Any

import pytest

from sayso.records.actor import Actor
from sayso.resolve.actors.find import Surroundings, find_actors
from sayso.resolve.places.find import find_places
from sayso.resolve.stage import surroundings
from tests.conftest import cases, parsed


def actors_of(text: str, published: str | None = "2024-11-30") -> tuple[tuple[Actor, ...], str]:
    """The actors of a text, with the text as it was read."""
    given = parsed(text, published=published)
    records, _, _ = find_actors(given, surroundings(given, find_places(given))).records()
    return records, given.report.text


def shown(actor: Actor, text: str, asked: dict[str, Any]) -> dict[str, Any]:
    """What a case asks of an actor, as the case writes it: blank is ""."""
    values = {
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country or "",
        "code": actor.code or "",
        "role": actor.role or "",
        "sectors": list(actor.sectors),
        "mentions": [span.cut(text) for span in actor.mentions],
    }
    return {key: values[key] for key in asked}


@pytest.mark.parametrize("case", cases("resolve/actors.toml"))
def test_actors_are_found_and_coded(case: dict[str, Any]) -> None:
    """Every actor that a case lists is there, coded as it says; what it calls absent is not."""
    actors, text = actors_of(case["text"], case.get("published", "2024-11-30"))
    by_name = {actor.name: actor for actor in actors}
    asked = case.get("actors", [])

    found = [shown(by_name[one["name"]], text, one) if one["name"] in by_name else None for one in asked]

    assert found == asked, sorted(by_name)
    assert set(case.get("absent", [])) & set(by_name) == set()


@pytest.mark.parametrize("case", cases("resolve/coreference.toml"))
def test_pronouns_and_descriptors_mean_the_right_actor(case: dict[str, Any]) -> None:
    """The words are mentions of the actor that the case names, and of no other that it keeps apart."""
    actors, text = actors_of(case["text"])
    mentions = {actor.name: {span.cut(text) for span in actor.mentions} for actor in actors}

    missing = {
        name: set(words) - mentions.get(name, set()) for name, words in case.get("mentions", {}).items()
    }
    wrong = {name: set(words) & mentions.get(name, set()) for name, words in case.get("apart", {}).items()}

    assert {name: words for name, words in missing.items() if words} == {}, mentions
    assert {name: words for name, words in wrong.items() if words} == {}, mentions


def test_the_publisher_is_the_first_actor_even_when_unnamed() -> None:
    """A text that never names its publisher has it as a0; without a publisher, a0 says so."""
    known, _ = actors_of("Rain fell on Monday.")
    unnamed = find_actors(parsed("Rain fell on Monday.", publisher=None), Surroundings()).records()[0]

    assert (known[0].id, known[0].name, known[0].mentions) == ("a0", "The Daily", ())
    assert (unnamed[0].id, unnamed[0].name) == ("a0", "unknown publisher")


def test_a_publisher_named_in_its_own_text_is_one_actor() -> None:
    """The publisher's mentions are those of a0, coded from the table of media."""
    given = parsed("Ministers told Al Jazeera that talks had failed.", publisher="Al Jazeera")

    actors, _, _ = find_actors(given).records()

    assert [(a.id, a.code, len(a.mentions)) for a in actors if a.name == "Al Jazeera"] == [
        ("a0", "QATJRN", 1)
    ]


def test_blank_fields_have_reasons_and_choices_a_rule() -> None:
    """Nothing is blank without a reason, and each actor says which rule made it."""
    actors, _ = actors_of("Tomas Vel met an old friend and the Polish police in Lodz.")

    for actor in actors:
        blank = {
            f for f in ("country", "sectors", "code", "role", "wikidata") if getattr(actor, f) in (None, ())
        }
        assert blank <= set(actor.blanks), actor
        assert actor.why.rule.startswith("actor.")


def test_one_actor_joins_over_reports_by_its_key() -> None:
    """The key is the Wikidata id where the table has one, else kind, country and normalised name."""
    first, _ = actors_of("Norwegian officials met the Kyiv council. Norway agreed.")
    second, _ = actors_of("Oslo refused. Norwegian officials left.")

    def keys(actors: tuple[Actor, ...], name: str) -> list[str]:
        return [actor.key for actor in actors if actor.name == name]

    assert keys(first, "Norway") == keys(second, "Norway") == ["wd:Q20"]
    assert keys(first, "Norwegian officials") == keys(second, "Norwegian officials")
