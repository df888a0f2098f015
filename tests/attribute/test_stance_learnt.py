"""What the encoder says of a stance beside the lexicon."""

import pytest

from sayso.attribute.dress.stance import stance
from sayso.records.vocabulary import Stance
from tests.conftest import attributed, parsed


@pytest.mark.parametrize(
    ("text", "learnt", "settled"),
    [
        ("The mayor daydreamed that taxes would fall.", (Stance.BELIEVES, 0.6), Stance.BELIEVES),
        ("The mayor daydreamed that taxes would fall.", (Stance.BELIEVES, 0.4), Stance.ASSERTS),
        ("The mayor daydreamed that taxes would fall.", None, Stance.ASSERTS),
        ("The mayor said that taxes would fall.", (Stance.PROMISES, 0.8), Stance.ASSERTS),
        ("The mayor said that taxes would fall.", (Stance.PROMISES, 0.95), Stance.PROMISES),
        ("The mayor denied that taxes would fall.", (Stance.ASSERTS, 0.99), Stance.DENIES),
    ],
)
def test_the_encoder_settles_only_what_the_lexicon_leaves_open(text, learnt, settled) -> None:
    """A cue unknown to the lexicon asks for less than one that asserts; any other stance is the lexicon's."""
    doc = parsed(text).doc

    assert stance(doc[2:3], doc[3:7], doc[:2], learnt) is settled


def test_a_stance_of_the_encoder_is_told_with_its_chance() -> None:
    """The reason names the encoder only where its stance is another than the lexicon's."""
    (found,) = attributed(parsed("The mayor denied that taxes would fall.")).attributions

    assert "stance by the encoder" not in found.why.detail
