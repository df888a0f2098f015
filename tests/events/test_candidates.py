"""Pairs that a word may join, where no trigger is known. Every sentence is invented."""

import pytest

from sayso.events.arguments import Arguments
from sayso.events.candidates import Candidate, candidates
from sayso.records.settings import Settings
from sayso.resolve.stage import Resolve
from tests.conftest import attributed, parsed

_SETTINGS = Settings(attribution="rules")


def _found(text: str, taken: frozenset[str] = frozenset()) -> list[Candidate]:
    report = parsed(text)
    resolved = Resolve(_SETTINGS)(report, attributed(report, _SETTINGS))
    arguments = Arguments(resolved)
    skipped = {token.i for token in report.doc if token.text in taken}
    return [c for sentence in report.doc.sents for c in candidates(sentence, arguments, skipped)]


def _words(found: Candidate, text: str) -> tuple[str, str, str]:
    actor, recipient = (
        " | ".join(span.cut(text) for span in spans) for spans in (found.actor_spans, found.recipient_spans)
    )
    return found.trigger.text, actor, recipient


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway returned nine carvings to Kenya.", ("returned", "Norway", "Kenya")),
        ("Nine carvings were returned to Kenya by Norway.", ("returned", "Norway", "Kenya")),
        (
            "Brazil, which borders Peru, teased the Bolivian president.",
            ("teased", "Brazil", "Bolivian president"),
        ),
        ("Chad set a strict deadline for Sudan to answer.", ("set", "Chad", "Sudan")),
        ("Kenya's takeover of the Ugandan army pleased nobody.", ("takeover", "Kenya", "Ugandan army")),
        ("Malawi teased villagers living in Zambia.", ("teased", "Malawi", "villagers")),
        ("Doctors from Cuba juggled for the Angolan government.", ("juggled", "Doctors", "government")),
    ],
)
def test_the_pair_is_found_the_right_way_round(text: str, expected: tuple[str, str, str]) -> None:
    """Active, passive, relative, control and nominal clauses give who acts and upon whom."""
    found = [_words(candidate, text) for candidate in _found(text)]

    assert any(
        word == expected[0] and expected[1].split()[-1] in actor and expected[2].split()[-1] in recipient
        for word, actor, recipient in found
    ), found
    assert not any(actor == expected[2] and recipient == expected[1] for _, actor, recipient in found), found


def test_a_place_stands_for_its_state() -> None:
    """Where no one else is named, the state of the place is the recipient, at a lower confidence."""
    text = "Chad airlifted blankets into Khartoum. Norway returned nine carvings to Kenya."

    placed, named = _found(text)[0], _found(text)[-1]

    assert (placed.recipient_slot, placed.recipient_spans[0].cut(text)) == ("place", "Khartoum")
    assert placed.confidence < named.confidence


def test_a_word_that_tells_an_event_already_gives_no_candidate() -> None:
    """Words taken are left out."""
    assert _found("Norway returned nine carvings to Kenya.", frozenset({"returned"})) == []


def test_no_pair_of_one_actor_or_of_its_own_forces() -> None:
    """A state's own troops are nobody that it acts upon."""
    assert _found("Norway slept.") == []
    assert _found("Norway rested its troops.") == []


def test_those_who_act_together_are_a_pair() -> None:
    """Coordinated subjects with no one else in reach."""
    (found, *_) = _found("Norway and Kenya danced.")

    assert found.recipient_slot == "and"
    assert len(found.actors) == len(found.recipients) == 1
