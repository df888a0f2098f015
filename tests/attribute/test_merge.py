"""The encoder's attributions and the rules' in one list, with hand-made spans."""

from sayso.attribute.found import Found
from sayso.attribute.learnt.tagged import as_found
from sayso.attribute.merge import merge
from sayso.records.base import Span
from sayso.records.stages import EncodedAttribution


def ruled(cue: tuple[int, int], content: tuple[int, int], rule: str, inside: Found | None = None) -> Found:
    """A rule's attribution."""
    return Found(source=(), cue=(Span(*cue),), content=(Span(*content),), rule=rule, inside=inside)


ENCODED = as_found(EncodedAttribution(source=((0, 4),), cue=((5, 9),), content=((10, 40),), score=0.9))


def test_the_encoder_wins_its_cues() -> None:
    """A rule's attribution with the cue of an encoded one is left out."""
    assert merge([ENCODED], [ruled((5, 9), (10, 30), "verb with content")]) == [ENCODED]


def test_chains_are_added() -> None:
    """What lies in an encoded content, or around it, is kept."""
    inner = ruled((15, 19), (20, 40), "verb with content")
    outer = ruled((50, 58), (0, 45), "inserted clause")
    assert merge([ENCODED], [inner, outer]) == [ENCODED, inner, outer]


def test_what_stands_apart_is_kept() -> None:
    """Apart from all encoded contents, what a rule found is kept."""
    form, verb = ruled((60, 61), (62, 80), "headline"), ruled((90, 94), (95, 99), "verb with content")
    assert merge([ENCODED], [form, verb]) == [ENCODED, form, verb]


def test_a_precise_rule_wins_its_cue() -> None:
    """Where a precise rule reads the cue of an encoded attribution, the rule's stands in its place."""
    phrase = ruled((5, 9), (10, 30), "source phrase")
    assert merge([ENCODED], [phrase]) == [phrase]


def test_a_rule_wins_over_a_weak_guess() -> None:
    """Below the least score a rule with the same cue is believed, without one the encoder."""
    guess = as_found(EncodedAttribution(source=((0, 4),), cue=((5, 9),), content=((10, 40),), score=0.4))
    verb = ruled((5, 9), (10, 30), "verb with content")
    assert merge([guess], [verb]) == [verb]
    assert merge([guess], []) == [guess]


def test_a_source_that_is_a_part_is_completed() -> None:
    """A rule that reads the same cue and a longer source gives the encoded attribution its source."""
    listed = Found(source=(Span(0, 4),), cue=(Span(5, 9),), content=(Span(10, 40),), rule="verb with content")
    part = as_found(EncodedAttribution(source=((2, 4),), cue=((5, 9),), content=((10, 40),), score=0.9))
    assert [each.source for each in merge([part], [listed])] == [(Span(0, 4),)]


def test_partial_overlap_is_left_out() -> None:
    """A content that crosses an encoded one is not kept."""
    assert merge([ENCODED], [ruled((60, 61), (30, 50), "headline")]) == [ENCODED]


def test_an_inner_source_follows_its_twin() -> None:
    """A cited source inside a statement that the encoder found too lies inside the encoder's."""
    twin = ruled((5, 9), (10, 40), "verb with content")
    cited = ruled((42, 48), (10, 40), "cited source", inside=twin)
    merged = {each.rule: each.inside for each in merge([ENCODED], [twin, cited])}
    assert merged == {"encoder": None, "cited source": ENCODED}


def test_scores_and_reasons_are_kept() -> None:
    """The encoder's score comes through, and a missing source has its reason."""
    found = as_found(EncodedAttribution(source=(), cue=((5, 9),), content=((10, 40),), score=0.4))
    assert found.score == 0.4
    assert found.no_source
