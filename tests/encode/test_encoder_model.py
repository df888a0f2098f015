"""The shipped encoder on plain invented sentences."""

import pytest

from sayso.encode.encoder import encoder
from tests.conftest import cases

PLAIN = "The minister said the mine was safe."


@pytest.mark.parametrize("case", cases("attribute/encoder.toml"))
def test_plain_sentences(case):
    """Source, cue and content come out as the case has them, cut from the text itself."""
    text = case["text"]

    found = [
        {
            "source": " ".join(text[s:e] for s, e in each.source),
            "cue": " ".join(text[s:e] for s, e in each.cue),
            "content": [text[s:e] for s, e in each.content],
        }
        for each in encoder().encode(text).attributions
    ]

    assert found == case["found"]


def test_a_statement_far_into_a_long_report_is_found():
    """Windows beyond the first are read, and their offsets are those of the whole text."""
    filler = "The road runs along the river and past the old mill.\n" * 120
    text = filler + PLAIN

    found = encoder().encode(text).attributions

    start = len(filler)
    assert [(each.source, each.cue) for each in found] == [
        (((start, start + 12),), ((start + 13, start + 17),))
    ]


def test_the_same_text_gives_the_same_answer():
    """Scores included."""
    assert encoder().encode(PLAIN) == encoder().encode(PLAIN)


def test_a_word_longer_than_a_window_does_no_harm():
    """Hostile input: one endless word, and what follows it is still read."""
    text = "x" * 3000 + "\n" + PLAIN

    found = encoder().encode(text).attributions

    assert [text[s:e] for each in found for s, e in each.cue] == ["said"]
