"""The typing encoder: how a pair is marked for it, and what it says of plain invented sentences."""

import numpy as np
import pytest

from sayso.events.pairs import CLS, LONGEST, SEP, TYPES, Marked, PairTyper, typer
from sayso.records.base import Span
from tests.conftest import cases

TEXT = "Oslo warned Bern."
OSLO, BERN = Span(0, 4), Span(12, 16)


class Letters:
    """A tokenizer with a piece a letter, spaces left out."""

    def encode(self, text, add_special_tokens):
        """The letters as numbers from 1000."""

        class Encoding:
            ids = [1000 + ord(c) for c in text if not c.isspace()]

        return Encoding


def even(ids, source, target):
    """A network that finds all classes equally likely."""
    return np.zeros((1, 15), np.float32), np.zeros((1, len(TYPES)), np.float32)


def marked(text):
    """The pieces of a text as the tests' tokenizer gives them."""
    return Letters().encode(text, False).ids


def test_the_marks_stand_around_both_sides():
    """Source between marks 1 and 2, target between 3 and 4; the places of the opening marks are given."""
    ids, source, target = PairTyper(Letters(), even).encode(Marked(TEXT, OSLO, BERN))

    expected = [CLS, 1, *marked("Oslo"), 2, *marked("warned"), 3, *marked("Bern"), 4, *marked("."), SEP]
    assert (ids, source, target) == (expected, 1, ids.index(3))


def test_the_target_may_stand_first():
    """The marks follow the sides, not the order of the words."""
    ids, source, target = PairTyper(Letters(), even).encode(Marked(TEXT, BERN, OSLO))

    assert ids[target] == 3
    assert ids[source] == 1
    assert target < source


def test_a_side_that_is_not_named_is_read_at_the_first_piece():
    """Its place is 0."""
    _, source, target = PairTyper(Letters(), even).encode(Marked(TEXT, OSLO, None))

    assert (source, target) == (1, 0)


def test_a_long_sentence_is_cut_off():
    """Never more pieces than were trained, and a mark beyond the end counts as not named."""
    text = "x" * 400 + " Bern"

    ids, source, target = PairTyper(Letters(), even).encode(Marked(text, Span(0, 3), Span(401, 405)))

    assert (len(ids), ids[-1], source, target) == (LONGEST, SEP, 1, 0)


def test_chances_are_of_all_types_and_sum_to_one():
    """NONE included."""
    typed = PairTyper(Letters(), even)([Marked(TEXT, OSLO, BERN)])[0]

    assert list(typed.chances) == TYPES
    assert sum(typed.chances.values()) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("case", cases("events/encoder.toml"))
def test_plain_sentences(case):
    """The shipped encoder gives the case's type to the case's pair."""
    text = case["text"]
    sides = (Span(at := text.index(case[side]), at + len(case[side])) for side in ("source", "target"))

    typed = typer()([Marked(text, *sides)])[0]

    assert typed.best[0] == case["type"]
