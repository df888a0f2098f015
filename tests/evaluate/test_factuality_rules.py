"""Factuality by rule: words to numbers."""

from pathlib import Path

import pytest

from sayso.evaluate.factuality import FactualitySentence
from sayso.evaluate.factuality_rules import corpus_of, factuality_value, fit_scale, rule_values
from sayso.records.vocabulary import Certainty, Polarity, Time


@pytest.mark.parametrize("corpus", ["UW", "MEANTIME"])
def test_the_scale_runs_from_denied_to_certain(corpus: str) -> None:
    """What certainly happened is worth more than what possibly will, and that more than what did not."""
    certain = factuality_value(corpus, Polarity.POSITIVE, Certainty.CERTAIN, Time.PAST)
    possible = factuality_value(corpus, Polarity.POSITIVE, Certainty.POSSIBLE, Time.FUTURE)
    negated = factuality_value(corpus, Polarity.NEGATIVE, Certainty.CERTAIN, Time.PAST)

    assert certain == 3.0
    assert certain > possible > negated


def test_values_come_in_the_order_of_the_heads() -> None:
    """Each event of a sentence gets its value: one that happened, one that is only planned."""
    words = ("The", "rebels", "left", "and", "plan", "to", "attack", ".")
    sentence = FactualitySentence(words, (2, 6), (3.0, 2.0))

    ((left, attack),) = rule_values("UW")([sentence])

    assert left == 3.0
    assert attack < left


def test_a_scale_is_the_median_of_its_combination() -> None:
    """Five past events with values 1 to 5 make a scale of 3, and one future event is too few to count."""
    words = ("They", "left", ".")
    sentences = [FactualitySentence(words, (1,), (float(gold),)) for gold in range(1, 6)]

    found = {(row.certainty, row.time, row.value, row.events) for row in fit_scale("X", sentences)}

    assert found == {(Certainty.CERTAIN, None, 3.0, 5), (Certainty.CERTAIN, Time.PAST, 3.0, 5)}


def test_a_file_tells_its_corpus_by_its_path() -> None:
    """The folder's name, UW where no folder names a corpus."""
    assert corpus_of(Path("data/MEANTIME/dev.conll")) == "MEANTIME"
    assert corpus_of(Path("dev.conll")) == "UW"
