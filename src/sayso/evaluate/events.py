"""Scoring events on raw sentences: is the pair found, the right way round, with the right type?

Two public sets, as their authors publish them: PLV (snowood1/Zero-Shot-PLOVER; tab-separated, the source and the
target marked in `marked_sentence`, 15 root classes) and the CAMEO sentences with Source and Target spans of
ConfliBERT (eventdata/ConfliBERT; a word and its BIO tag a line). The marks are never shown to the coder.

Rows of one sentence are scored together. Gold are its pairs of source and target; a pair whose target is not in the
text is left out; where a sentence of the second set has several sources or targets, any of them will do. That set
marks who meets, agrees or cooperates as related (R), in two spans or in one ("A and B", cut at its last "and"): a
pair without direction. Predicted are the events of which both sides are named: an actor and a recipient, or the
actors of a reciprocal event. An event matches a pair if a mention of one side overlaps the source and a mention of
the other the target.

- pair: precision, recall and F1 of pairs matched in either order. The sets mark one or two pairs a sentence, not
  all: what else the sentence tells counts against precision.
- marked pair: the same in the sentences alone in which a pair is marked. A fifth of the second set's have none, for
  their target or their source is not marked though the sentence names it: whatever is found there counts as wrong in
  the other measures, and is left out here.
- directed: the same, where the actor is the source and the recipient the target (reciprocal events fit both, and
  related parties are fit by either order).
- typed: the same, with the gold's type too, for a set that gives types. PLV's classes are CAMEO's: RETREAT and
  CONCEDE are YIELD there, and a conviction (SANCTION in PLOVER) is ACCUSE.
- swapped: of the pairs found, the part that only an event the wrong way round matches.

Intervals are 95% percentile intervals over sentences drawn with replacement.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.errors import InputRefused
from sayso.evaluate.bootstrap import Measure, measured
from sayso.evaluate.marked import unmarked
from sayso.pipeline.coder import Coder
from sayso.records.base import Span
from sayso.records.coded import CodedReport, Refusal
from sayso.records.event import Event
from sayso.records.settings import Settings

_YIELD = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}


class GoldPair(NamedTuple):
    """Spans of the sources and targets of one relation, and its type ("" where the set gives none).

    Those who are only related, one as the other, have no order.
    """

    sources: tuple[Span, ...]
    targets: tuple[Span, ...]
    type: str
    related: bool = False


class GoldSentence(NamedTuple):
    """A sentence and its pairs."""

    text: str
    pairs: tuple[GoldPair, ...]


class Predicted(NamedTuple):
    """An event with both sides: where the text mentions them, and its type in the set's terms."""

    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    reciprocal: bool
    type: str


class EventTally(NamedTuple):
    """One sentence's counts."""

    gold: int
    predicted: int
    found: int
    directed: int
    typed: int
    right: int
    right_directed: int
    right_typed: int


class EventScores(NamedTuple):
    """What `sayso score events` prints: sentences, gold pairs, predicted events, and the scores by name."""

    sentences: int
    gold: int
    predicted: int
    scores: dict[str, Measure]


def score_events(
    path: Path, predictions: Path | None = None, *, settings: Settings | None = None, samples: int = 1000
) -> EventScores:
    """Code the sentences of `path` (a PLV .tsv, or a BIO file) and score the pairs.

    `predictions` names a file to which the predicted events are written, a JSON object a sentence. Raises
    InputRefused for a file in neither form.
    """
    sentences = read_plv(path) if path.suffix == ".tsv" else read_bio(path)
    found = [predicted(sentence, record) for sentence, record in _coded(sentences, settings)]
    if predictions is not None:
        rows = zip(sentences, found, strict=True)
        lines = (json.dumps({"sentence": s.text, "events": [p._asdict() for p in ps]}) for s, ps in rows)
        predictions.write_text("\n".join(lines) + "\n", "utf-8")
    tallies = [tally(sentence, events) for sentence, events in zip(sentences, found, strict=True)]
    scores = measured(tallies, rates, samples)
    has_types = any(pair.type for sentence in sentences for pair in sentence.pairs)
    return EventScores(
        sentences=len(sentences),
        gold=sum(t.gold for t in tallies),
        predicted=sum(t.predicted for t in tallies),
        scores={name: score for name, score in scores.items() if has_types or not name.startswith("typed")},
    )


def read_plv(path: Path) -> list[GoldSentence]:
    """The sentences of a PLV file with their marked pairs, in file order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or not {"marked_sentence", "gold_root"} <= set(rows[0]):
        raise InputRefused(
            "score", str(path), "is no PLV file: it has no columns marked_sentence and gold_root"
        )
    pairs: dict[str, list[GoldPair]] = {}
    for row in rows:
        text, sources, targets = unmarked(row["marked_sentence"])
        held = pairs.setdefault(text, [])
        if sources and targets:
            held.append(GoldPair(sources, targets, row["gold_root"]))
    return [GoldSentence(text, tuple(held)) for text, held in pairs.items()]


def read_bio(path: Path) -> list[GoldSentence]:
    """The sentences of a BIO file with their source and target spans, or those of related parties."""
    sentences = []
    for block in re.split(r"\n[ \t]*\n", path.read_text("utf-8").strip()):
        words = [line.split() for line in block.splitlines() if line.strip()]
        if any(len(word) != 2 for word in words):
            raise InputRefused("score", str(path), "is no BIO file: a line has not two columns")
        sentences.append(_from_bio([(word, tag) for word, tag in words]))
    return sentences


def _from_bio(words: list[tuple[str, str]]) -> GoldSentence:
    text, at = "", 0
    spans: dict[str, list[Span]] = {"S": [], "T": [], "R": []}
    for word, tag in words:
        at = len(text) + 1 if text and not re.fullmatch(r"[.,;:!?%)']+|'s|n't", word) else len(text)
        text = text.ljust(at) + word
        kind = tag[2:]
        if kind in spans:
            own = spans[kind]
            if tag.startswith("I") and own and own[-1].end >= at - 1:
                own[-1] = Span(own[-1].start, len(text))
            else:
                own.append(Span(at, len(text)))
    if spans["S"] and spans["T"]:
        return GoldSentence(text, (GoldPair(tuple(spans["S"]), tuple(spans["T"]), ""),))
    related = _parties(spans["R"][0], text) if len(spans["R"]) == 1 else spans["R"]
    pair = GoldPair(tuple(related[:1]), tuple(related[1:]), "", related=True)
    return GoldSentence(text, (pair,) if len(related) > 1 else ())


def _parties(span: Span, text: str) -> list[Span]:
    """The two parties that one span joins, cut at its last "and"; the span where it joins none."""
    first, joint, _ = span.cut(text).rpartition(" and ")
    cut = span.start + len(first)
    return [Span(span.start, cut), Span(cut + len(joint), span.end)] if joint else [span]


def _coded(
    sentences: Sequence[GoldSentence], settings: Settings | None
) -> Iterator[tuple[GoldSentence, CodedReport | None]]:
    texts = (sentence.text for sentence in sentences)
    for sentence, outcome in zip(sentences, Coder(settings).code_many(texts), strict=True):
        yield sentence, None if isinstance(outcome, Refusal) else outcome


def predicted(sentence: GoldSentence, record: CodedReport | None) -> tuple[Predicted, ...]:
    """The events of a coded sentence of which both sides are named; offsets are those of the sentence."""
    if record is None:
        return ()
    shift = _shift(sentence.text, record.report.text)
    mentions = {actor.id: [Span(s + shift, e + shift) for s, e in actor.mentions] for actor in record.actors}
    found = []
    for event in record.events:
        actors, recipients = (
            [s for id in ids for s in mentions[id]] for ids in (event.actors, event.recipients)
        )
        reciprocal = len(event.actors) > 1 and not recipients
        if actors and (recipients or reciprocal):
            found.append(Predicted(tuple(actors), tuple(recipients), reciprocal, plv_class(event)))
    return tuple(found)


def _shift(sentence: str, text: str) -> int:
    """How far the report's text lies to the right in the sentence (`read` strips what is no text)."""
    return max(sentence.find(text[:20]), 0)


def plv_class(event: Event) -> str:
    """The event's type in the 15 classes of PLV."""
    if event.type == "SANCTION" and event.mode == "convict":
        return "ACCUSE"
    return _YIELD.get(event.type, str(event.type))


def tally(sentence: GoldSentence, events: Iterable[Predicted]) -> EventTally:
    """Compare a sentence's predicted events with its pairs."""
    events = tuple(events)
    pairs = sentence.pairs
    directed = [[_directed(event, pair) for event in events] for pair in pairs]
    either = [[_directed(event, pair) or _reverse(event, pair) for event in events] for pair in pairs]
    typed = [
        [fits and event.type == pair.type for fits, event in zip(row, events, strict=True)]
        for row, pair in zip(directed, pairs, strict=True)
    ]
    return EventTally(
        gold=len(pairs),
        predicted=len(events),
        found=sum(map(any, either)),
        directed=sum(map(any, directed)),
        typed=sum(map(any, typed)),
        right=sum(any(column) for column in zip(*either, strict=True)),
        right_directed=sum(any(column) for column in zip(*directed, strict=True)),
        right_typed=sum(any(column) for column in zip(*typed, strict=True)),
    )


def _directed(event: Predicted, pair: GoldPair) -> bool:
    if event.reciprocal:
        return _touch(event.actors, pair.sources) and _touch(event.actors, pair.targets)
    ordered = _touch(event.actors, pair.sources) and _touch(event.recipients, pair.targets)
    return ordered or (pair.related and _reverse(event, pair))


def _reverse(event: Predicted, pair: GoldPair) -> bool:
    return _touch(event.actors, pair.targets) and _touch(event.recipients, pair.sources)


def _touch(mentions: Sequence[Span], gold: Sequence[Span]) -> bool:
    return any(mention.overlaps(span) for mention in mentions for span in gold)


def rates(tallies: Sequence[EventTally]) -> dict[str, float]:
    """Precision, recall and F1 of pairs, directed pairs and typed pairs; and the share of swapped pairs."""
    gold, made = sum(t.gold for t in tallies), sum(t.predicted for t in tallies)
    found = sum(t.found for t in tallies)
    swapped = found - sum(t.directed for t in tallies)
    scores = {"swapped": swapped / found if found else 0.0}
    marked = [t for t in tallies if t.gold]
    scores |= _measures(
        "marked pair", found, sum(t.right for t in marked), sum(t.predicted for t in marked), gold
    )
    for name, hits, right in (
        ("pair", found, sum(t.right for t in tallies)),
        ("directed", found - swapped, sum(t.right_directed for t in tallies)),
        ("typed", sum(t.typed for t in tallies), sum(t.right_typed for t in tallies)),
    ):
        scores |= _measures(name, hits, right, made, gold)
    return scores


def _measures(name: str, hits: int, right: int, made: int, gold: int) -> dict[str, float]:
    """Precision (right of made), recall (hits of gold) and F1 under this name."""
    precision, recall = right / made if made else 0.0, hits / gold if gold else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {f"{name} precision": precision, f"{name} recall": recall, f"{name} F1": f1}
