"""Factuality as `sayso.assess` reads it, by the rules and the encoder, or on the scale of a corpus.

Without a corpus the values are those of the records (sayso.assess.graded). MEANTIME's annotators give what certainly
lies ahead +3: its scale is the median of its training split for each combination of polarity, certainty and time
(factuality_scale.tsv); `fit_scale` makes it, and it serves the score alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from statistics import median
from typing import Final

from spacy.tokens import Token

from sayso.assess.climb import climb
from sayso.assess.effects import Reading
from sayso.assess.graded import grade
from sayso.assess.worth import worth
from sayso.encode.encoder import encoder
from sayso.evaluate.factuality import FactualitySentence, Values
from sayso.evaluate.printed import printed
from sayso.lexicons.load import table
from sayso.parse.load import load_model
from sayso.records.base import Record
from sayso.records.stages import Encoded
from sayso.records.vocabulary import Certainty, Polarity, Time

CORPORA: Final = ("", "MEANTIME")
ENOUGH: Final = 5
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
    """What an event so presented is worth in a corpus ("MEANTIME"), -3 to +3.

    Raises KeyError for a corpus without a scale.
    """
    scale = _scales()[corpus]
    found = scale.get((polarity, certainty, time), scale.get((polarity, certainty, None)))
    return found if found is not None else (3.0 if polarity == Polarity.POSITIVE else -3.0)


def rule_values(corpus: str = "") -> Values:
    """The values of the rules alone, on the scale of `corpus` or, without one, as in `sayso.assess.worth`."""

    def values(sentences: Sequence[FactualitySentence]) -> Iterator[list[float]]:
        for events in parsed_events(sentences):
            yield [
                factuality_value(corpus, *key(reading)) if corpus else worth(word, reading)
                for word, reading in events
            ]

    return values


def graded_values(corpus: str = "") -> Values:
    """What `sayso.assess` gives each mention, the mean of rules and encoder; with `corpus` as the rules alone do."""
    return rule_values(corpus) if corpus else _graded


def _graded(sentences: Sequence[FactualitySentence]) -> Iterator[list[float]]:
    for events, sentence in zip(parsed_events(sentences), sentences, strict=True):
        text, spots = printed(sentence.words)
        encoded = encoder().encode(text) if events else Encoded()
        yield [grade(word, reading, encoded.told_at(spots[word.i][0])).value for word, reading in events]


def parsed_events(sentences: Sequence[FactualitySentence]) -> Iterator[list[tuple[Token, Reading]]]:
    """Each event's word and what the rules read of it, with the corpus's own words and sentences."""
    from spacy.tokens import Doc

    nlp, _ = load_model()
    docs = (
        Doc(nlp.vocab, list(one.words), sent_starts=[n == 0 for n in range(len(one.words))])
        for one in sentences
    )
    for doc, sentence in zip(nlp.pipe(docs), sentences, strict=True):
        yield [(doc[head], climb(doc[head])) for head in sentence.heads]


def key(reading: Reading) -> Key:
    """The combination that a reading belongs to."""
    return reading.polarity, reading.certainty, reading.time


def fit_scale(corpus: str, sentences: Sequence[FactualitySentence]) -> list[ScaleRow]:
    """The scale of a corpus: the median gold value of each combination seen often enough."""
    seen: dict[Key, list[float]] = {}
    for sentence, events in zip(sentences, parsed_events(sentences), strict=True):
        for gold, (_, reading) in zip(sentence.gold, events, strict=True):
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
