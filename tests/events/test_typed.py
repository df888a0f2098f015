"""What the typing encoder may do to a sentence's events: confirm, overrule, drop, propose."""

import pytest

from sayso.events import typed
from sayso.events.confidence import RULE
from sayso.events.pairs import TYPES, Typed
from tests.conftest import coded

ATTACK = "Chad attacked Niger on Monday."
UNKNOWN_WORD = "Chad zipped Niger on Monday."


@pytest.fixture
def saying(monkeypatch):
    """Let the encoder say one thing of every pair, and keep what it was shown."""
    shown = []

    def set_chances(**chances):
        full = dict.fromkeys(TYPES, 0.0) | chances

        def answer(pairs):
            shown.extend(pairs)
            return [Typed("ASSAULT", full) for _ in pairs]

        monkeypatch.setattr(typed, "types_of", answer)
        return shown

    return set_chances


def test_it_is_shown_the_sentence_and_both_sides(saying):
    """Spans are those of the phrases in the sentence."""
    shown = saying(ASSAULT=1.0)

    coded(ATTACK)

    assert [(p.text, p.source.cut(p.text), p.target.cut(p.text)) for p in shown] == [
        (ATTACK, "Chad", "Niger")
    ]


def test_what_it_confirms_has_its_confidence_and_its_runner_up(saying):
    """The table's reading stays the reason; table and encoder have half a say each."""
    saying(ASSAULT=0.7, THREATEN=0.3)
    event = coded(ATTACK).events[0]
    assert event.why.rule != RULE
    assert 0.7 < event.confidence < 0.9

    saying(ASSAULT=0.01, THREATEN=0.84, NONE=0.15)
    event = coded(ATTACK).events[0]
    assert 0.4 < event.confidence < 0.5
    assert (event.type, event.alternative.type, event.alternative.confidence) == ("ASSAULT", "THREATEN", 0.42)


def test_it_overrules_the_table_where_it_is_sure(saying):
    """The table's type becomes the alternative, and the reason says so."""
    saying(THREATEN=0.9, ASSAULT=0.1)

    event = coded(ATTACK).events[0]

    assert (event.type, event.why.rule, event.alternative.type) == ("THREATEN", RULE, "ASSAULT")
    assert "the table says ASSAULT" in event.why.detail


def test_it_drops_what_it_is_sure_to_be_none(saying):
    """No event is left."""
    saying(NONE=0.99, ASSAULT=0.01)

    assert coded(ATTACK).events == ()


def test_it_types_a_word_that_the_table_does_not_have(saying):
    """A candidate becomes an event by the encoder alone."""
    saying(SANCTION=0.97)

    event = coded(UNKNOWN_WORD).events[0]

    assert (event.type, event.why.rule, event.mentions[0].trigger.text) == ("SANCTION", RULE, "zipped")


def test_an_unsure_candidate_is_no_event(saying):
    """Below the threshold, or NONE."""
    saying(SANCTION=0.4, NONE=0.2)

    assert coded(UNKNOWN_WORD).events == ()


def test_a_candidate_completes_the_half_that_the_table_knows(saying):
    """The attack is the table's, its actor the encoder's: one event."""
    saying(ASSAULT=0.97)

    events = coded("Chad commenced heavy ground assaults on Ugandan rebels on Monday.").events

    assert [(e.type, len(e.actors), len(e.recipients)) for e in events] == [("ASSAULT", 1, 1)]


def test_a_candidate_with_a_long_path_needs_a_surer_encoder(saying):
    """Under a verb of saying another's act may stand."""
    saying(ACCUSE=0.85, NONE=0.1)

    assert coded("Chad confirmed the Ugandan president.").events == ()


def test_giving_way_is_one_answer_of_two_types(saying):
    """Neither CONCEDE nor RETREAT is sure, yet it is one of them."""
    saying(CONCEDE=0.5, RETREAT=0.45)

    assert [event.type for event in coded(UNKNOWN_WORD).events] == ["CONCEDE"]


@pytest.mark.parametrize(("weight", "found"), [(typed.HEAVY, ["SANCTION"]), (typed.HEAVY - 0.1, [])])
def test_a_heavy_candidate_needs_less_of_the_encoder(saying, monkeypatch, weight, found):
    """It is surely an event of some type; the parse speaks for it too."""
    saying(SANCTION=0.6, COERCE=0.35, NONE=0.05)
    monkeypatch.setattr(typed, "weigh", lambda one: weight)

    assert [event.type for event in coded(UNKNOWN_WORD).events] == found
