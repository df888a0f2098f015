"""Scoring how factual events are said to be, on the unified scale of Stanovsky et al. 2017 (ACL, "Integrating
Deep Linguistic Features in Factuality Prediction over Unified Datasets").

The files are those of the unified corpora (gabrielStanovsky/unified-factuality): one token a line, tabs between,
a blank line after each sentence; the third column is the factuality of the event that the token heads, from -3
(certainly did not happen) over 0 (not known) to +3 (certainly happened), "_" for other tokens.

Scored are all annotated tokens together, each with the value given for it:

- MAE, the mean of |value - gold|;
- r, Pearson's correlation of value and gold (0 where one of them does not vary);
- F1 of three classes: denied (value <= -1.5), certain (value >= 1.5), uncertain between, and their mean.

Intervals are 95% percentile intervals over sentences drawn with replacement.
"""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.errors import InputRefused
from sayso.evaluate.bootstrap import Measure, measured

CLASSES = ("denied", "uncertain", "certain")


class FactualitySentence(NamedTuple):
    """A sentence's words as the corpus cuts them, the event heads among them, and their gold values."""

    words: tuple[str, ...]
    heads: tuple[int, ...]
    gold: tuple[float, ...]


Values = Callable[[Sequence[FactualitySentence]], Iterable[Sequence[float]]]
"""Gives for each sentence the values of its heads, in their order; it must not look at `gold`."""


class FactualityScores(NamedTuple):
    """What `sayso score factuality` prints: sentences, events, and the scores by name."""

    sentences: int
    events: int
    scores: dict[str, Measure]


def score_factuality(
    path: Path, values: Values, predictions: Path | None = None, *, samples: int = 1000
) -> FactualityScores:
    """Score `values` on a .conll file; `predictions` names a file for lines {"sentence","token","value"}.

    Sentences and tokens count from 0, tokens within their sentence. Raises InputRefused for a file in another
    form, ValueError where `values` gives another number of values than there are heads.
    """
    sentences = read_conll(path)
    pairs = []
    given = [tuple(some) for some in values(sentences)]
    for sentence, some in zip(sentences, given, strict=True):
        if len(some) != len(sentence.heads):
            raise ValueError(f"{len(some)} values for {len(sentence.heads)} events in {sentence.words[:8]}")
        pairs.append(list(zip(some, sentence.gold, strict=True)))
    if predictions is not None:
        predictions.write_text("".join(_lines(sentences, given)), "utf-8")
    held = [some for some in pairs if some]
    return FactualityScores(len(sentences), sum(map(len, pairs)), measured(held, _rates, samples))


def read_conll(path: Path) -> list[FactualitySentence]:
    """The sentences of a file of the unified corpora. Raises InputRefused."""
    try:
        blocks = path.read_text("utf-8").split("\n\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused("score", str(path), f"it cannot be read: {error}") from error
    sentences = [_sentence(path, block) for block in blocks if block.strip()]
    if not any(sentence.heads for sentence in sentences):
        raise InputRefused("score", str(path), "no token has a value in its third column")
    return sentences


def _sentence(path: Path, block: str) -> FactualitySentence:
    rows = [line.split("\t") for line in block.strip("\n").split("\n")]
    try:
        marked = [(number, float(row[2])) for number, row in enumerate(rows) if row[2] != "_"]
        words = tuple(row[1] for row in rows)
    except (IndexError, ValueError) as error:
        first = "\t".join(rows[0])[:60]
        raise InputRefused(
            "score", str(path), f"it is no factuality .conll file near {first!r}: {error}"
        ) from error
    return FactualitySentence(words, tuple(n for n, _ in marked), tuple(value for _, value in marked))


def _lines(sentences: Sequence[FactualitySentence], given: Sequence[Sequence[float]]) -> Iterator[str]:
    for number, (sentence, some) in enumerate(zip(sentences, given, strict=True)):
        for head, value in zip(sentence.heads, some, strict=True):
            yield json.dumps({"sentence": number, "token": head, "value": value}) + "\n"


def _class(value: float) -> str:
    return "denied" if value <= -1.5 else "certain" if value >= 1.5 else "uncertain"


def _rates(sentences: Sequence[Sequence[tuple[float, float]]]) -> dict[str, float]:
    pairs = [pair for some in sentences for pair in some]
    rates = {"MAE": sum(abs(value - gold) for value, gold in pairs) / len(pairs), "r": _pearson(pairs)}
    classes = [(_class(value), _class(gold)) for value, gold in pairs]
    for name in CLASSES:
        both = sum(given == gold == name for given, gold in classes)
        whole = sum((given == name) + (gold == name) for given, gold in classes)
        rates[f"F1 {name}"] = 2 * both / whole if whole else 0.0
    rates["F1 mean"] = sum(rates[f"F1 {name}"] for name in CLASSES) / len(CLASSES)
    return rates


def _pearson(pairs: Sequence[tuple[float, float]]) -> float:
    mean_x = sum(x for x, _ in pairs) / len(pairs)
    mean_y = sum(y for _, y in pairs) / len(pairs)
    spread = math.sqrt(sum((x - mean_x) ** 2 for x, _ in pairs) * sum((y - mean_y) ** 2 for _, y in pairs))
    return sum((x - mean_x) * (y - mean_y) for x, y in pairs) / spread if spread else 0.0
