"""Scoring what police did, sentence by sentence: does it tell that they killed, that they arrested?

The set is IndiaPoliceEvents (slanglab/IndiaPoliceEvents; Halterman, Keith, Sarwar and O'Connor 2021, Findings of
ACL) in the split of ConfliBERT (eventdata/ConfliBERT): every sentence of 1,257 articles was read, so that recall is
not that of sentences which some search found. A line holds a sentence and, between tabs, 0 or 1 for: police killed
someone, arrested someone, acted in any way, failed to act, used force.

Each sentence is coded alone, as a report of its own. It tells

- *kill*, if it has an ASSAULT with a word or a figure of killing whose actors include police or other forces;
- *arrest*, if it has a COERCE of mode "arrest" by them, or by nobody named ("were arrested": police arrest).

Events that are negated, denied, planned or hypothetical do not count. Precision, recall and F1 are those of
sentences, with 95% percentile intervals over sentences drawn with replacement. Annotators read the sentence in its
article; a sentence alone says less ("the three were held").
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.errors import InputRefused
from sayso.evaluate.bootstrap import Measure, measured
from sayso.events.lexicon import word_classes
from sayso.pipeline.coder import Coder
from sayso.records.coded import CodedReport, Refusal
from sayso.records.event import Event
from sayso.records.vocabulary import CountWhat, EventType, Status

COLUMNS = 6
ASKED = ("kill", "arrest")
_FORCES = frozenset({"COP", "MIL", "PRM", "SPY"})
_NOT_DONE = frozenset({Status.NEGATED, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL})


class PoliceSentence(NamedTuple):
    """A sentence, and what it tells of police: kill, arrest."""

    text: str
    told: tuple[bool, ...]


class PoliceTally(NamedTuple):
    """One sentence: for each question, whether the gold and the coder say yes."""

    gold: tuple[bool, ...]
    found: tuple[bool, ...]


class PoliceScores(NamedTuple):
    """What `sayso score police` prints: sentences, the gold's yeses by question, and the scores by name."""

    sentences: int
    gold: dict[str, int]
    scores: dict[str, Measure]


def score_police(path: Path, predictions: Path | None = None, *, samples: int = 1000) -> PoliceScores:
    """Code the sentences of a file, and score what they tell of police.

    `predictions` names a file for lines {"sentence","kill","arrest"}, sentences counted from 0. Raises
    InputRefused for a file in another form.
    """
    sentences = read_police(path)
    found = [told(record) for record in _coded(sentences)]
    if predictions is not None:
        rows = ({"sentence": n, **dict(zip(ASKED, some, strict=True))} for n, some in enumerate(found))
        predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    tallies = [PoliceTally(one.told, some) for one, some in zip(sentences, found, strict=True)]
    gold = {name: sum(t.gold[n] for t in tallies) for n, name in enumerate(ASKED)}
    return PoliceScores(len(sentences), gold, measured(tallies, rates, samples))


def read_police(path: Path) -> list[PoliceSentence]:
    """The sentences of a file of the set. Raises InputRefused."""
    if path.is_dir():
        raise InputRefused("score", str(path), "it is a folder; name one of its files")
    sentences = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != COLUMNS or not set(cells[1:]) <= {"0", "1"}:
            wanted = f"{COLUMNS} columns, a sentence and five of 0 or 1"
            raise InputRefused("score", f"{path}, line {number}", f"it has not {wanted}")
        sentences.append(PoliceSentence(cells[0], (cells[1] == "1", cells[2] == "1")))
    return sentences


def told(record: CodedReport | None) -> tuple[bool, ...]:
    """Whether a coded sentence tells that police killed, that they arrested."""
    if record is None:
        return False, False
    forces = {a.id for a in record.actors if _FORCES.intersection(a.sectors)}
    done = [event for event in record.events if event.status not in _NOT_DONE]
    return (
        any(_killed(event) and forces.intersection(event.actors) for event in done),
        any(_arrested(event) and (not event.actors or forces.intersection(event.actors)) for event in done),
    )


def _killed(event: Event) -> bool:
    if event.type is not EventType.ASSAULT:
        return False
    words = {word.lower() for mention in event.mentions for word in (mention.trigger.text or "").split()}
    lethal = word_classes()["count_killed"]
    return any(c.what is CountWhat.KILLED for c in event.counts) or any(
        word in lethal or word.removesuffix("ed") in lethal or word.removesuffix("d") in lethal
        for word in words
    )


def _arrested(event: Event) -> bool:
    return event.type is EventType.COERCE and event.mode == "arrest"


def _coded(sentences: Sequence[PoliceSentence]) -> Iterator[CodedReport | None]:
    for outcome in Coder().code_many(sentence.text for sentence in sentences):
        yield None if isinstance(outcome, Refusal) else outcome


def rates(tallies: Sequence[PoliceTally]) -> dict[str, float]:
    """Precision, recall and F1 of each question."""
    scores = {}
    for n, name in enumerate(ASKED):
        right = sum(t.gold[n] and t.found[n] for t in tallies)
        gold, made = _yeses(t.gold[n] for t in tallies), _yeses(t.found[n] for t in tallies)
        scores[f"{name} precision"] = right / made if made else 0.0
        scores[f"{name} recall"] = right / gold if gold else 0.0
        scores[f"{name} F1"] = 2 * right / (made + gold) if made + gold else 0.0
    return scores


def _yeses(answers: Iterable[bool]) -> int:
    return sum(answers)
