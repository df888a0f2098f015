"""The CofeNet form: running text out of tokens, and labels back onto them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.evaluate import cofenet
from sayso.evaluate.cofenet import Sentence
from sayso.evaluate.interval import Count

QUOTED = Sentence(
    "d1",
    ("``", "Go", ",", "''", "she", "said", "."),
    ("B-content", "I-content", "I-content", "I-content", "B-source", "B-cue", "O"),
)
PLAIN = Sentence("d1", ("Rain", "fell", "."), ("O", "O", "O"))
OTHER = Sentence("d2", ("Snow", "fell", "."), ("O", "O", "O"))


def test_running_text_has_quotation_marks_and_keeps_documents_apart():
    """Tokens are joined as in print, each knows its place, and a new id begins a new text."""
    first, second = cofenet.rebuild([QUOTED, PLAIN, OTHER])

    assert [first.text, second.text] == ["“Go,” she said. Rain fell.", "Snow fell."]
    assert [first.text[s:e] for s, e in first.tokens[1]] == ["Rain", "fell", "."]


def test_spans_come_back_as_the_labels_they_were():
    """Attributions that cover whole tokens give the gold labels."""
    (rebuilt,) = cofenet.rebuild([QUOTED, PLAIN])

    found = cofenet.labels(rebuilt, [{"content": [(0, 5)], "source": [(6, 9)], "cue": [(10, 14)]}])

    assert found == [list(QUOTED.labels), list(PLAIN.labels)]


def test_a_span_over_two_sentences_begins_anew_in_the_second():
    """Labels are given sentence by sentence."""
    (rebuilt,) = cofenet.rebuild([PLAIN, Sentence("d1", ("Snow", "too"), ("O", "O"))])

    found = cofenet.labels(rebuilt, [{"content": [(0, len(rebuilt.text))]}])

    assert found == [["B-content", "I-content", "I-content"], ["B-content", "I-content"]]


def test_neighbouring_spans_of_one_role_stay_two():
    """Two contents side by side are two spans."""
    (rebuilt,) = cofenet.rebuild([PLAIN])

    found = cofenet.labels(rebuilt, [{"content": [(0, 4), (5, 9)]}])

    assert found == [["B-content", "B-content", "O"]]


def test_only_exact_spans_count():
    """A span one token short is wrong in both precision and recall."""
    guess = ["B-content", "I-content", "I-content", "O", "B-source", "B-cue", "O"]

    counts = cofenet.score_sentence(QUOTED.labels, guess)

    assert counts == {"source": Count(1, 1, 1), "cue": Count(1, 1, 1), "content": Count(0, 1, 1)}


def test_reading_keeps_order_and_labels(tmp_path):
    """A file of JSON lines comes back sentence by sentence."""
    file = tmp_path / "sentences.txt"
    rows = [{"tokens": s.tokens, "labels": s.labels, "id": s.doc} for s in (QUOTED, OTHER)]
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")

    assert cofenet.read(file) == [QUOTED, OTHER]


def test_other_files_are_refused(tmp_path):
    """A file of another kind is a clear error that names it."""
    file = tmp_path / "notes.txt"
    file.write_text("dear diary", "utf-8")

    with pytest.raises(UsageError, match=r"notes\.txt"):
        cofenet.read(file)


@given(st.lists(st.sampled_from(["O", "B-cue", "I-cue", "B-source", "I-source"]), max_size=12))
def test_spans_cover_exactly_the_labelled_tokens(tags):
    """Whatever the tags, every labelled token is in one span of its role."""
    covered = {i: role for role, start, end in cofenet.spans(tags) for i in range(start, end)}

    assert covered == {i: tag[2:] for i, tag in enumerate(tags) if tag != "O"}
