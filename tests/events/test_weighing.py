"""Which candidates are shown to the encoder. Every sentence is invented."""

import pytest

from sayso.events import typed
from sayso.events.arguments import Arguments
from sayso.events.candidates import Candidate, candidates
from sayso.events.signs import signs
from sayso.events.weighing import read, weigh
from sayso.records.settings import Settings
from sayso.resolve.stage import Resolve
from tests.conftest import attributed, parsed

_SETTINGS = Settings(attribution="rules")
TEXT = "Chad zipped Niger on Monday."
TWICE = "Chad vowed to zip Niger on Monday."


def _found(text: str) -> list[Candidate]:
    report = parsed(text)
    arguments = Arguments(Resolve(_SETTINGS)(report, attributed(report, _SETTINGS)))
    return [c for sentence in report.doc.sents for c in candidates(sentence, arguments, frozenset())]


def test_signs_tell_slots_words_sides_and_order() -> None:
    """The same sentence has the same signs, and what they say is in it."""
    found = set(signs(_found(TEXT)[0]))

    assert found == set(signs(_found(TEXT)[0]))
    assert {
        "slots subj obj",
        "word zip",
        "table knows it not",
        "order awr",
        "to actor 1",
        "root",
    } <= found


def test_the_passive_has_a_sign() -> None:
    """And the recipient stands before the actor."""
    found = set(signs(_found("Niger was zipped by Chad on Monday.")[0]))

    assert {"passive obj", "order rwa"} <= found


def test_a_weight_is_the_sum_of_its_signs() -> None:
    """A sign that is not in the table adds nothing; the row without a sign is the start."""
    weights = read("sign\tweight\n\t-1.5\nword zip\t0.5\nslots subj obj\t0.25\nword zap\t9\n")

    assert weigh(_found(TEXT)[0], weights) == -0.75


def test_what_weighs_too_little_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """However short its path."""
    monkeypatch.setattr(typed, "weigh", lambda one: typed.WORTH - 0.1)

    assert typed.worth_asking(_found(TEXT)) == []


def test_a_pair_is_shown_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the word that weighs most: the marked sentence would be the same."""
    found = _found(TWICE)
    weights = {"vow": 1.0, "zip": 2.0}
    monkeypatch.setattr(typed, "weigh", lambda one: weights[one.trigger.lemma_])

    assert {one.trigger.lemma_ for one in found} == {"vow", "zip"}
    assert [one.trigger.lemma_ for one, _ in typed.worth_asking(found)] == ["zip"]
