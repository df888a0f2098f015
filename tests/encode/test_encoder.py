"""The attribution encoder: words and windows cover the text, tags and links become literal spans."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encode.decode import TAGS, Run, best_tags, runs
from sayso.encode.encoder import EncodedAttribution, Encoder
from sayso.encode.link import Row, link
from sayso.encode.network import Answers, buckets
from sayso.encode.windows import cut
from sayso.encode.words import LINE, QUOTED, split
from sayso.models.wordpiece import UNKNOWN, WordPiece
from sayso.records.base import Span
from sayso.records.stages import Encoded
from sayso.records.vocabulary import SourceClass, Stance

TEXT = "“The ferry is safe,” the captain said.\nNobody asked."


@pytest.fixture(scope="module")
def tokenizer():
    """A tokenizer that knows no word: one piece a word."""
    return WordPiece([UNKNOWN])


def network_for(*tags, inner=()):
    """A network that is sure of `tags` for the words, of `inner` for what is inside another's content, and links every
    cue to everything rightly. It takes each cue for a denial (stance 1), each source for a state (class 2).
    """

    def network(ids, kinds):
        width = ids.shape[1]
        scores = np.full((width, len(TAGS)), -20, dtype=np.float32)
        scores[:, 0] = 0
        arguments = np.full((width, 2, 1), -20, dtype=np.float32)
        for place, tag in enumerate(tags, start=1):
            scores[place] = -20
            scores[place, TAGS.index(tag)] = 0
            if tag.endswith("source"):
                arguments[place, 0] = 20
            if tag.endswith("content"):
                arguments[place, 1] = 20
        levels = np.stack((scores, np.full_like(scores, -20)), axis=1)
        levels[:, 1, 0] = 0
        for place, tag in enumerate(inner, start=1):
            levels[place, 1] = -20
            levels[place, 1, TAGS.index(tag)] = 0
        return Answers(
            tags=scores,
            levels=levels,
            stances=np.tile(np.eye(len(Stance), dtype=np.float32)[1] * 20, (width, 1)),
            classes=np.tile(np.eye(len(SourceClass), dtype=np.float32)[2] * 20, (width, 1)),
            cues=np.ones_like(arguments),
            arguments=arguments,
            told=np.arange(width, dtype=np.float32),
            distances=np.zeros((2, 40), dtype=np.float32),
        )

    return network


def test_distances_count_single_pieces_near_the_cue_and_ever_wider_bands_beyond():
    """Backwards from 0, forwards from 20; nothing is further than the last band."""
    assert buckets(np.array([0, -1, -11, -12, -40, -999])).tolist() == [0, 1, 11, 12, 15, 19]
    assert buckets(np.array([1, 11, 17, 999])).tolist() == [21, 31, 33, 39]


def test_words_are_cut_from_the_text(tokenizer):
    """Words and punctuation marks come with their characters."""
    pieces = split(TEXT, tokenizer)

    words = [TEXT[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)]

    assert words[:6] == ["“", "The", "ferry", "is", "safe", ","]


def test_kinds_tell_case_lines_and_quotations(tokenizer):
    """The features that the lower-cased vocabulary cannot carry."""
    pieces = split('He: "OK," said\nBob', tokenizer)

    words = ["He", ":", '"', "OK", ",", '"', "said", "Bob"]
    assert len(pieces.kinds) == len(words)
    assert [w for w, k in zip(words, pieces.kinds, strict=True) if k & LINE] == ["He", "Bob"]
    assert [w for w, k in zip(words, pieces.kinds, strict=True) if k & QUOTED] == ['"', "OK", ",", '"']
    assert [w for w, k in zip(words, pieces.kinds, strict=True) if k >= 8] == ["OK"]


def test_a_quotation_that_is_never_closed_ends_with_its_line(tokenizer):
    """One forgotten mark does not turn the rest of a report into a quotation."""
    pieces = split('"Lost\nfound', tokenizer)

    assert [bool(k & QUOTED) for k in pieces.kinds] == [True, True, False]


def test_tags_become_an_attribution(tokenizer):
    """Source, cue and content come out as literal spans, punctuation as tagged."""
    tags = ["B-content", *["I-content"] * 5, "E-content", "B-source", "E-source", "S-cue"]

    found = Encoder(tokenizer, network_for(*tags)).encode(TEXT).attributions

    assert found == (EncodedAttribution(((21, 32),), ((33, 37),), ((0, 20),), 1.0),)
    assert [TEXT[s:e] for s, e in found[0].source + found[0].cue] == ["the captain", "said"]


def test_a_text_without_words_has_no_attributions(tokenizer):
    """Empty and blank texts are no error."""
    encoder = Encoder(tokenizer, network_for())

    assert [encoder.encode(""), encoder.encode(" \n ")] == [Encoded(), Encoded()]


def test_each_word_is_told_by_its_own_value(tokenizer):
    """A value counts from its word's first character to its last, and stays on the scale."""
    encoded = Encoder(tokenizer, network_for()).encode("It may rain, he said.")

    assert [encoded.told_at(at) for at in (0, 1, 3, 5, 7, 13)] == [1, 1, 2, 2, 3, 3]
    assert Encoded().told_at(3) is None


def test_a_statement_inside_another_is_read_on_a_level_of_its_own(tokenizer):
    """ "A said B denied it": the second reading has both, each on its level."""
    tags = ["S-source", "S-cue", "B-content", "I-content", "E-content"]
    inner = ["O", "O", "S-source", "S-cue", "S-content"]

    encoded = Encoder(tokenizer, network_for(*tags, inner=inner)).encode("A said B denied it")

    assert [each.content for each in encoded.attributions] == [((7, 18),)]
    assert [[each.cue for each in level] for level in encoded.levels] == [[((2, 6),)], [((9, 15),)]]


def test_the_stance_of_a_cue_is_that_of_its_words(tokenizer):
    """The likeliest stance over all words of the cue, with its chance; none without an encoder."""
    encoded = Encoder(tokenizer, network_for()).encode("A paper denied it")

    stance, chance = encoded.stance([Span(8, 14)])
    assert (stance, round(chance, 2)) == (Stance.DENIES, 1.0)
    assert encoded.stance([]) is None
    assert Encoded().stance([Span(8, 14)]) is None


def test_the_class_of_a_source_is_that_of_its_words(tokenizer):
    """A chance for each class over all words of the source; none without an encoder."""
    encoded = Encoder(tokenizer, network_for()).encode("A paper denied it")

    chances = encoded.source_classes([Span(0, 7)])
    assert max(chances, key=chances.__getitem__) is SourceClass.STATE
    assert round(sum(chances.values()), 3) == 1.0
    assert encoded.source_classes([]) == Encoded().source_classes([Span(0, 7)]) == {}


def test_a_statement_without_source(tokenizer):
    """ "It is said that": the source is empty, not guessed."""
    encoder = Encoder(tokenizer, network_for("O", "O", "S-cue", "S-content"))

    found = encoder.encode("It is said that").attributions

    assert found == (EncodedAttribution((), ((6, 10),), ((11, 15),), 1.0),)


@given(st.lists(st.sampled_from(["word", "longer", "\n", "“", "”", ".", "Ünï"]), max_size=900))
def test_every_word_is_in_one_core(tokenizer, words):
    """The cores of the windows cover the text once, each within what its window shows."""
    pieces = split(" ".join(words), tokenizer)

    windows = cut(pieces, size=60, margin=12)

    assert [n for w in windows for n in range(w.begin, w.end)] == list(range(len(pieces.first)))
    assert all(w.low <= w.begin < w.end <= w.high <= len(pieces.first) for w in windows)


def test_cores_end_at_lines_where_they_can(tokenizer):
    """A paragraph is not cut in two if the window holds it."""
    pieces = split("\n".join(["one two three four five six seven eight nine ten"] * 12), tokenizer)

    ends = [w.end for w in cut(pieces, size=60, margin=12)]

    assert [end % 10 for end in ends] == [0] * len(ends)


@given(st.lists(st.integers(0, len(TAGS) - 1), min_size=1, max_size=40))
def test_decoding_keeps_the_grammar(wished):
    """Whatever the scores, spans begin, go on and end with one role."""
    scores = np.full((len(wished), len(TAGS)), -5, dtype=np.float32)
    scores[np.arange(len(wished)), wished] = 0

    tags = [TAGS[t] for t in best_tags(scores, np.array([0]))]

    open_role = None
    for tag in tags:
        assert (open_role is not None) == (tag[0] in "IE")
        assert open_role is None or tag[2:] == open_role
        open_role = tag[2:] if tag[0] in "BI" else None
    assert open_role is None


def test_spans_do_not_cross_lines():
    """A line break ends every span, even where the scores would go on."""
    scores = np.full((4, len(TAGS)), -9, dtype=np.float32)
    scores[:, [tag.endswith("-content") for tag in TAGS]] = -1

    found = runs(best_tags(scores, np.array([0, 2])))

    assert found == [Run("content", 0, 2), Run("content", 2, 4)]


def row(words, **chances):
    """A link row over `words` words: `source` and `content` name the words that it points to."""
    scores = np.full((words, 3), -9, dtype=np.float32)
    scores[:, 0] = 0
    for column, role in enumerate(("source", "content"), start=1):
        for word in chances.get(role, []):
            scores[word] = -9
            scores[word, column] = 0
    return Row(0, scores)


def test_each_cue_takes_its_own():
    """Two statements in one sentence share no content; a source may serve both."""
    roles = ("source", "cue", "content", "cue", "content")
    found = [Run(role, i, i + 1) for i, role in enumerate(roles)]
    rows = {1: row(5, source=[0], content=[2]), 3: row(5, source=[0], content=[4])}

    linked = link(found, rows)

    assert [(x.cue.first, x.source and x.source.first, [c.first for c in x.contents]) for x in linked] == [
        (1, 0, [2]),
        (3, 0, [4]),
    ]


def test_a_content_that_no_cue_claims_is_left_out():
    """Without a link there is no attribution."""
    assert link([Run("cue", 0, 1), Run("content", 1, 2)], {0: row(2)}) == []
