"""Scoring events: gold files read as published, and what counts as found, directed, typed and swapped."""

from pathlib import Path

import pytest

from sayso.errors import InputRefused
from sayso.evaluate.events import (
    EventTally,
    GoldPair,
    GoldSentence,
    Predicted,
    rates,
    read_bio,
    read_plv,
    score_events,
    tally,
)
from sayso.records.base import Span

TEXT = "Kenya accused Somalia."
KENYA, SOMALIA = (Span(0, 5),), (Span(14, 21),)
GOLD = GoldSentence(TEXT, (GoldPair(KENYA, SOMALIA, "ACCUSE"),))


def test_plv_marks_become_spans(tmp_path: Path) -> None:
    """The marks go, the spans stay; rows of one sentence are its pairs."""
    file = tmp_path / "plv.tsv"
    file.write_text(
        "marked_sentence\tgold_root\n"
        "<s>Kenya</s> accused <t>Somalia</t>.\tACCUSE\n"
        "<s>Kenya</s> accused Somalia.\tACCUSE\n",
        "utf-8",
    )

    assert read_plv(file) == [GOLD]


def test_bio_tags_become_spans(tmp_path: Path) -> None:
    """Words are joined as prose; a sentence without a target has no pair."""
    file = tmp_path / "train.txt"
    file.write_text("Kenya B-S\naccused O\nSomalia B-T\n. O\n\nKenya B-S\nleft O\n", "utf-8")

    assert read_bio(file) == [
        GoldSentence(TEXT, (GoldPair(KENYA, SOMALIA, ""),)),
        GoldSentence("Kenya left", ()),
    ]


def test_other_files_are_refused(tmp_path: Path) -> None:
    """A file in neither form is refused by name."""
    file = tmp_path / "other.tsv"
    file.write_text("a\tb\n1\t2\n", "utf-8")

    with pytest.raises(InputRefused, match="no PLV file"):
        read_plv(file)


@pytest.mark.parametrize(
    ("event", "found", "directed", "typed"),
    [
        (Predicted(KENYA, SOMALIA, False, "ACCUSE"), 1, 1, 1),
        (Predicted(KENYA, SOMALIA, False, "ASSAULT"), 1, 1, 0),
        (Predicted(SOMALIA, KENYA, False, "ACCUSE"), 1, 0, 0),
        (Predicted(KENYA + SOMALIA, (), True, "ACCUSE"), 1, 1, 1),
        (Predicted(KENYA, (Span(6, 13),), False, "ACCUSE"), 0, 0, 0),
    ],
)
def test_what_counts(event: Predicted, found: int, directed: int, typed: int) -> None:
    """The right pair the wrong way round is found and swapped; a reciprocal event fits both ways."""
    counted = tally(GOLD, [event])

    assert (counted.found, counted.directed, counted.typed) == (found, directed, typed)


def test_rates() -> None:
    """Swapped is a share of the pairs found."""
    one = EventTally(
        gold=2, predicted=2, found=2, directed=1, typed=1, right=2, right_directed=1, right_typed=1
    )

    scores = rates([one])

    assert (scores["swapped"], scores["pair F1"], scores["typed recall"]) == (0.5, 1.0, 0.5)


def test_marked_pairs_alone() -> None:
    """What is found where no pair is marked counts against precision, but not among the marked."""
    marked = EventTally(
        gold=1, predicted=1, found=1, directed=1, typed=1, right=1, right_directed=1, right_typed=1
    )
    bare = EventTally(
        gold=0, predicted=1, found=0, directed=0, typed=0, right=0, right_directed=0, right_typed=0
    )

    scores = rates([marked, bare])

    assert (scores["pair precision"], scores["marked pair precision"]) == (0.5, 1.0)


def test_whole_run(tmp_path: Path) -> None:
    """A file is coded and scored from end to end, and predictions are written."""
    file, out = tmp_path / "plv.tsv", tmp_path / "out.jsonl"
    file.write_text("marked_sentence\tgold_root\n<s>Kenya</s> accused <t>Somalia</t>.\tACCUSE\n", "utf-8")

    scores = score_events(file, out, samples=10)

    assert scores.scores["typed F1"].value == 1.0
    assert len(out.read_text("utf-8").splitlines()) == 1


def test_related_parties_are_a_pair_in_either_order(tmp_path: Path) -> None:
    """Two spans, or one that joins two with "and"; a span that joins none is no pair."""
    file = tmp_path / "train.txt"
    file.write_text(
        "Kenya B-R\nmet O\nSomalia B-R\n\nKenya B-R\nand I-R\nSomalia I-R\nmet O\n\nKenya B-R\nleft O\n",
        "utf-8",
    )

    two, joined, bare = read_bio(file)

    assert two.pairs == (GoldPair((Span(0, 5),), (Span(10, 17),), "", related=True),)
    assert joined.pairs == (GoldPair((Span(0, 5),), (Span(10, 17),), "", related=True),)
    assert bare.pairs == ()
    assert tally(two, [Predicted((Span(10, 17),), (Span(0, 5),), False, "CONSULT")]).directed == 1
