"""Factuality as assess reads it: words to numbers."""

from sayso.evaluate.factuality import FactualitySentence
from sayso.evaluate.factuality_rules import CORPORA, factuality_value, fit_scale, graded_values, rule_values
from sayso.records.vocabulary import Certainty, Polarity, Time

SENTENCE = FactualitySentence(
    ("The", "rebels", "left", "and", "plan", "to", "attack", "."), (2, 6), (3.0, 2.0)
)


def test_the_scale_runs_from_denied_to_certain() -> None:
    """What certainly happened is worth more than what possibly will, and that more than what did not."""
    certain = factuality_value("MEANTIME", Polarity.POSITIVE, Certainty.CERTAIN, Time.PAST)
    possible = factuality_value("MEANTIME", Polarity.POSITIVE, Certainty.POSSIBLE, Time.FUTURE)
    negated = factuality_value("MEANTIME", Polarity.NEGATIVE, Certainty.CERTAIN, Time.PAST)

    assert certain == 3.0
    assert certain > possible > negated


def test_values_come_in_the_order_of_the_heads() -> None:
    """Each event of a sentence gets its value: one that happened, one that is only planned."""
    ((left, attack),) = graded_values()([SENTENCE])

    assert left > 2.0
    assert attack < left


def test_the_rules_alone_know_no_degrees() -> None:
    """Without the encoder an event has the value of its combination."""
    ((left, attack),) = rule_values()([SENTENCE])

    assert (left, attack) == (3.0, 2.0)
    assert CORPORA[0] == ""


def test_a_scale_is_the_median_of_its_combination() -> None:
    """Five past events with values 1 to 5 make a scale of 3, and one future event is too few to count."""
    words = ("They", "left", ".")
    sentences = [FactualitySentence(words, (1,), (float(gold),)) for gold in range(1, 6)]

    found = {(row.certainty, row.time, row.value, row.events) for row in fit_scale("X", sentences)}

    assert found == {(Certainty.CERTAIN, None, 3.0, 5), (Certainty.CERTAIN, Time.PAST, 3.0, 5)}
