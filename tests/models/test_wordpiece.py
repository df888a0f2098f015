"""Wordpieces: the same as the package `tokenizers` makes of the same vocabulary, whatever the text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.models.session import tokenizer
from sayso.models.wordpiece import LONGEST_WORD, UNKNOWN, WordPiece

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def settled(char):
    """Whether all versions of Unicode since 3.2 agree on the character: `tokenizers` has tables of its own age."""
    return unicodedata.ucd_3_2_0.category(char) == unicodedata.category(char)


@pytest.fixture(scope="module")
def ours():
    """The shipped vocabulary, read by sayso."""
    return tokenizer("attribution_tokenizer")


@pytest.fixture(scope="module")
def theirs(ours):
    """The shipped vocabulary, read by `tokenizers`."""
    made = Tokenizer(
        models.WordPiece(ours._numbers, unk_token=UNKNOWN, max_input_chars_per_word=LONGEST_WORD)
    )
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.add_special_tokens(SPECIAL)
    return made


chars = st.characters(exclude_categories=["Cs"]).filter(settled)
texts = st.lists(
    st.one_of(
        st.text(chars, max_size=8),
        st.text("abZ éÀß.,-'$≯[]的한ﬁ\u0301\u00ad\u200b\x1c\n\t\xa0", max_size=12),
        st.sampled_from([*SPECIAL, "said", "ministers", "UNAFFORDABLE", "x" * 100, "y" * 101, "##s"]),
    ),
    max_size=8,
).map("".join)


@given(texts)
@example("")
@example("“The ferry’s late,” said Zoë: €5,000 [MASK]ed\u00ad up.\x85")
def test_pieces_are_those_of_tokenizers(ours, theirs, text):
    """Numbers, characters and words are the same."""
    expected = theirs.encode(text, add_special_tokens=False)

    assert ours.encode(text) == (expected.ids, expected.offsets, expected.word_ids)


def test_the_longest_piece_comes_first():
    """Greedy from the start of the word; the rest continues it."""
    pieces = WordPiece([UNKNOWN, "un", "una", "##fit", "##s"])

    assert pieces.encode("UNFITS unas una") == (
        [1, 3, 4, 2, 4, 2],
        [(0, 2), (2, 5), (5, 6), (7, 10), (10, 11), (12, 15)],
        [0, 0, 0, 1, 1, 2],
    )


def test_a_word_that_cannot_be_cut_is_unknown_as_a_whole():
    """No half of it is kept."""
    assert WordPiece([UNKNOWN, "un"]).encode("unfit").ids == [0]
