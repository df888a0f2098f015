"""Scores of attributions: what counts as found, and how close a guess must be."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.attribution_gold import Annotated
from sayso.evaluate.attribution_score import NAMES, matched, score_article
from sayso.evaluate.interval import Count, f1_interval, total

TEXT = "The harbour office said the bridge was shut. Fishermen doubt it."
SAID = {"source": [(0, 18)], "cue": [(19, 23)], "content": [(24, 43)]}
DOUBT = {"source": [(45, 54)], "cue": [(55, 60)], "content": [(61, 63)]}
GOLD = Annotated("invented", TEXT, (SAID, DOUBT))


def test_the_gold_itself_is_perfect():
    """Predicting the gold gives full marks under every name, and no source is wrong."""
    counts = score_article(GOLD, GOLD.attributions)

    assert {counts[name].f1 for name in (*NAMES, "unquoted")} == {1.0}
    assert counts["wrong_source"].right == 0


def test_no_prediction_finds_nothing():
    """Without predictions all gold is missed, and nothing is counted as predicted."""
    counts = score_article(GOLD, [])

    assert counts["relation"] == Count(right=0, predicted=0, gold=2)
    assert counts["exact.source"] == Count(right=0, predicted=0, gold=2)


def test_a_wrong_source_keeps_the_content_but_not_the_relation():
    """Content given to another source counts as content only."""
    counts = score_article(GOLD, [{**SAID, "source": DOUBT["source"]}])

    assert counts["content_only"] == Count(1, 1, 2)
    assert counts["relation"] == Count(0, 1, 2)


def test_a_missing_source_is_not_half_right():
    """No source where the gold has one breaks the relation."""
    counts = score_article(GOLD, [{**SAID, "source": []}])

    assert counts["relation"].right == 0


def test_half_of_the_tokens_is_enough_for_overlap_not_for_exact():
    """A content cut short by one word of four overlaps, but is not exact."""
    counts = score_article(GOLD, [{**SAID, "content": [(28, 43)]}])

    assert counts["overlap.content"].right == 1
    assert counts["exact.content"].right == 0
    assert counts["relation"].right == 1


def test_a_span_holds_every_token_that_it_touches():
    """Cutting a word in the middle makes no difference."""
    counts = score_article(GOLD, [{**SAID, "content": [(25, 41)]}])

    assert counts["exact.content"].right == 1


def test_a_source_of_two_statements_counts_once():
    """A span shared by several attributions is one span."""
    twice = Annotated("invented", TEXT, (SAID, {**DOUBT, "source": SAID["source"]}))

    counts = score_article(twice, twice.attributions)

    assert counts["exact.source"] == Count(1, 1, 1)


def test_the_best_pair_is_matched_first():
    """Matching is greedy by similarity, one to one."""
    likeness = {(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.7}

    pairs = matched([0, 1], [0, 1], lambda g, p: likeness.get((g, p)))

    assert pairs == [(0, 1)]


def test_interval_of_equal_articles_is_a_point():
    """Where every article scores alike, resampling changes nothing."""
    counts = [Count(1, 2, 2)] * 10

    assert f1_interval(counts) == (0.5, 0.5)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(5, 9), st.integers(5, 9)), min_size=1, max_size=20))
def test_interval_lies_around_the_score(rows):
    """The interval is ordered, in 0..1 and within the range of the articles."""
    counts = [Count(*row) for row in rows]

    low, high = f1_interval(counts, rounds=100)

    values = [count.f1 for count in counts]
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert min(values) - 1e-9 <= total(counts).f1 <= max(values) + 1e-9
