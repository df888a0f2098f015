"""Scores of factuality on files of the unified corpora."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sayso.errors import InputRefused
from sayso.evaluate.factuality import FactualitySentence, read_conll, score_factuality

FILE = """0\tPolice\t_\tNNS\t1\tnsubj\tpolice
1\tdenied\t3.0\tVBD\t1\tROOT\tdeny
2\tfiring\t-3.0\tVBG\t1\txcomp\tfire

0\tRain\t_\tNN\t2\tnsubj\train
1\tmay\t_\tMD\t2\taux\tmay
2\tcome\t1.0\tVB\t2\tROOT\tcome

"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two invented sentences with three events."""
    path = tmp_path / "two.conll"
    path.write_text(FILE)
    return path


def test_reading(file: Path) -> None:
    """Words, heads and values of each sentence are read."""
    one, two = read_conll(file)

    assert one == (("Police", "denied", "firing"), (1, 2), (3.0, -3.0))
    assert two == (("Rain", "may", "come"), (2,), (1.0,))


def test_baseline(file: Path) -> None:
    """All certain: off by 0, 6 and 2; no correlation; one of three classes right."""

    def certain(sentences: Sequence[FactualitySentence]) -> Iterator[list[float]]:
        return ([3.0] * len(sentence.heads) for sentence in sentences)

    scores = score_factuality(file, certain, samples=20).scores

    assert scores["MAE"].value == pytest.approx(8 / 3)
    assert scores["r"].value == 0.0
    assert scores["F1 certain"].value == pytest.approx(0.5)
    assert scores["F1 denied"].value == 0.0


def test_gold_as_predictions(file: Path, tmp_path: Path) -> None:
    """The gold itself scores perfectly, and is written as lines."""
    lines = tmp_path / "lines.jsonl"
    scores = score_factuality(file, lambda sentences: (s.gold for s in sentences), lines, samples=20).scores

    assert json.loads(lines.read_text().splitlines()[1]) == {"sentence": 0, "token": 2, "value": -3.0}
    assert scores["MAE"].value == 0.0
    assert scores["r"].value == pytest.approx(1.0)
    assert scores["F1 mean"].value == 1.0


def test_refusals(tmp_path: Path) -> None:
    """Another form of file, and one without values, are refused by name."""
    path = tmp_path / "bad.conll"
    path.write_text("one two three\n")
    with pytest.raises(InputRefused, match=r"no factuality \.conll"):
        read_conll(path)
    path.write_text("0\tRain\t_\tNN\t0\tROOT\train\n")
    with pytest.raises(InputRefused, match="third column"):
        read_conll(path)
