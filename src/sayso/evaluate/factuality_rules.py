"""Factuality by the rules of `sayso.assess`, on the scale of a corpus.

The rules know words (positive, probable, future); a corpus knows numbers, and each has its own: MEANTIME gives what
certainly lies ahead +3, UW's annotators about +2. The scale of a corpus is the median of its training split for each
combination of polarity, certainty and time (factuality_scale.tsv); `fit_scale` makes it. It serves the score alone:
nothing that codes reports reads it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import median

from sayso.assess.climb import climb
from sayso.assess.effects import Reading
from sayso.evaluate.factuality import FactualitySentence, Values
from sayso.lexicons.load import table
from sayso.parse.load import load_model
from sayso.records.base import Record
from sayso.records.vocabulary import Certainty, Polarity, Time

ENOUGH = 5
"""A combination seen less often takes the value of its polarity and certainty at any time."""

Key = tuple[Polarity, Certainty, Time | None]


class ScaleRow(Record, frozen=True, kw_only=True):
    """A row of factuality_scale.tsv: the value of a combination in a corpus; no time stands for any time."""

    corpus: str
    polarity: Polarity
    certainty: Certainty
    time: Time | None = None
    value: float
    events: int


def factuality_value(corpus: str, polarity: Polarity, certainty: Certainty, time: Time | None) -> float:
    """What an event so presented is worth in a corpus ("UW", "MEANTIME"), -3 to +3.

    Raises KeyError for a corpus without a scale.
    """
    scale = _scales()[corpus]
    found = scale.get((polarity, certainty, time), scale.get((polarity, certainty, None)))
    return found if found is not None else (3.0 if polarity == Polarity.POSITIVE else -3.0)


def rule_values(corpus: str) -> Values:
    """The rules as a scorer takes them (sayso.evaluate.factuality.score_factuality)."""

    def values(sentences: Sequence[FactualitySentence]) -> Iterator[list[float]]:
        for readings in readings_of(sentences):
            yield [factuality_value(corpus, *key(reading)) for reading in readings]

    return values


def readings_of(sentences: Sequence[FactualitySentence]) -> Iterator[list[Reading]]:
    """What the rules read of each event of each sentence, with the corpus's own words and sentences."""
    from spacy.tokens import Doc

    nlp, _ = load_model()
    docs = (
        Doc(nlp.vocab, list(one.words), sent_starts=[n == 0 for n in range(len(one.words))])
        for one in sentences
    )
    for doc, sentence in zip(nlp.pipe(docs), sentences, strict=True):
        yield [climb(doc[head]) for head in sentence.heads]


def key(reading: Reading) -> Key:
    """The combination that a reading falls in; what has no time of its own is past, as in the coder."""
    return reading.polarity, reading.certainty, reading.time or Time.PAST


def fit_scale(corpus: str, sentences: Sequence[FactualitySentence]) -> list[ScaleRow]:
    """The scale of a corpus: the median gold value of each combination seen often enough."""
    seen: dict[Key, list[float]] = {}
    for sentence, readings in zip(sentences, readings_of(sentences), strict=True):
        for gold, reading in zip(sentence.gold, readings, strict=True):
            polarity, certainty, time = key(reading)
            seen.setdefault((polarity, certainty, time), []).append(gold)
            seen.setdefault((polarity, certainty, None), []).append(gold)
    return [
        ScaleRow(
            corpus=corpus,
            polarity=polarity,
            certainty=certainty,
            time=time,
            value=round(median(gold), 2),
            events=len(gold),
        )
        for (polarity, certainty, time), gold in sorted(seen.items(), key=lambda item: str(item[0]))
        if len(gold) >= ENOUGH or time is None
    ]


def corpus_of(path: Path) -> str:
    """The corpus that a file belongs to, by its path; "UW" where the path names none."""
    known = _scales()
    return next((part for part in reversed(path.resolve().parts) if part in known), "UW")


@cache
def _scales() -> dict[str, dict[Key, float]]:
    scales: dict[str, dict[Key, float]] = {}
    for row in table("factuality_scale.tsv", ScaleRow):
        scales.setdefault(row.corpus, {})[row.polarity, row.certainty, row.time] = row.value
    return scales


def as_table(rows: Iterable[ScaleRow]) -> str:
    """The rows as factuality_scale.tsv holds them."""
    lines = ("\t".join(str(cell or "") for cell in _cells(row)) for row in rows)
    return "\n".join(["corpus\tpolarity\tcertainty\ttime\tvalue\tevents", *lines]) + "\n"


def _cells(row: ScaleRow) -> tuple[object, ...]:
    time = row.time.value if row.time else None
    return row.corpus, row.polarity.value, row.certainty.value, time, str(row.value), row.events
