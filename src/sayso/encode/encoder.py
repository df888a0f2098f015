"""The report's encoder at run time: text in; literal source, cue and content spans out, and how each word is told.

A small transformer (int8 ONNX) tags the words of a report, once as PolNeAR marks them and once by levels
(statements, and statements inside them), scores links from each cue to its source and contents, says which stance a
cue shows, and grades how factually each word is told. How it was trained, and how well it does: the card in
`models/catalogue.toml` and `train/attribution/README.md` in the repository. One statement has one cue; what lies
deeper is left to the rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.encode.decode import LEVELS, TAGS, Run, best_tags, runs
from sayso.encode.link import Linked, Row, link
from sayso.encode.network import Answers, shipped
from sayso.encode.windows import Window, cut
from sayso.encode.words import LINE, Pieces, split
from sayso.models import session
from sayso.models.wordpiece import WordPiece
from sayso.records.stages import Encoded, EncodedAttribution

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Network = Callable[[Ints, Ints], Answers]

CLS, SEP = 101, 102
CUE_TAGS = np.array([tag.endswith("-cue") for tag in TAGS])
CUE_CHANCE = 0.02


def _bonus(source: float, cue: float, content: float) -> Floats:
    """What is added to the scores of the tags of each role."""
    roles = {"source": source, "cue": cue, "content": content}
    return np.array([roles.get(tag.partition("-")[2], 0.0) for tag in TAGS], dtype=np.float32)


FIRST_BONUS = _bonus(source=2.5, cue=0.6, content=0.0)
"""Added in the first reading, chosen on PolNeAR's dev split: a source counts only where a cue links to it, so that
more of them may be tagged."""
LEVEL_BONUS = _bonus(source=2.5, cue=2.1, content=0.7)
"""Added in the second reading, which finds too little rather than too much; chosen on gold for chains that trained
nothing."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The network's answers for a whole text, word by word.

    `scores` are log-probabilities of tags (word x tag), `levels` the same of each level (word x level x tag),
    `stances` those of stances (word x stance), `classes` those of sources' classes (word x class), `rows` the links
    of the words that may be cues, `told` how factually each word is told.
    """

    scores: Floats
    levels: Floats
    stances: Floats
    classes: Floats
    rows: dict[int, Row]
    told: Floats


class Encoder:
    """Finds attributions with a tokenizer and a network.

    `network` takes the ids and kinds of one window (1 x pieces) and returns its answers for them.
    """

    def __init__(self, tokenizer: WordPiece, network: Network) -> None:
        self._tokenizer = tokenizer
        self._network = network

    def encode(self, text: str) -> Encoded:
        """What the network reads in a report."""
        pieces = split(text, self._tokenizer)
        return decoded(pieces, self.read(pieces)) if len(pieces.first) else Encoded()

    def read(self, pieces: Pieces) -> Answered:
        """The network's answers for every word; link rows only for those that may be a cue."""
        kept: list[list[Floats]] = []
        rows: dict[int, Row] = {}
        for window in cut(pieces):
            answers, places = self._window(pieces, window)
            core = places[window.begin - window.low : window.end - window.low]
            tags = np.concatenate((answers.tags[:, None], answers.levels), axis=1)
            scores = [_log_softmax(each[core]) for each in (tags, answers.stances, answers.classes)]
            kept.append([*scores, answers.told[core]])
            chances = np.exp(scores[0][:, :, CUE_TAGS]).sum(axis=2).max(axis=1)
            for word in np.flatnonzero(chances > CUE_CHANCE) + window.begin:
                row = answers.links(int(places[word - window.low]), places)
                rows[int(word)] = Row(window.low, _log_softmax(np.pad(row, ((0, 0), (1, 0)))))
        tags, stances, classes, told = (np.concatenate(parts) for parts in zip(*kept, strict=True))
        return Answered(tags[:, 0], tags[:, 1:], stances, classes, rows, told)

    def _window(self, pieces: Pieces, window: Window) -> tuple[Answers, Ints]:
        bounds = np.append(pieces.first, len(pieces.ids))
        low, high = bounds[window.low], bounds[window.high]
        ids = np.concatenate(([CLS], pieces.ids[low:high], [SEP]))[:512]
        kinds = np.concatenate(([0], pieces.kinds[low:high], [0]))[:512]
        answers = self._network(ids[None], kinds[None])
        places = np.minimum(pieces.first[window.low : window.high] - low + 1, len(ids) - 1)
        return answers, places


@cache
def encoder() -> Encoder:
    """The shipped encoder, opened on first use.

    Raises WrongModel or DamagedInstall if its files are not what the catalogue names.
    """
    return Encoder(session.tokenizer("attribution_tokenizer"), shipped)


def decoded(pieces: Pieces, answered: Answered) -> Encoded:
    """The attributions that the answers for a text make likeliest, and what they say of each word."""
    lines = np.flatnonzero(pieces.kinds[pieces.first] & LINE)

    def attributions(scores: Floats, bonus: Floats) -> tuple[EncodedAttribution, ...]:
        linked = link(runs(best_tags(scores + bonus, lines)), answered.rows)
        return tuple(_attribution(each, pieces, scores) for each in linked)

    return Encoded(
        attributions=attributions(answered.scores, FIRST_BONUS),
        levels=tuple(attributions(answered.levels[:, level], LEVEL_BONUS) for level in range(LEVELS)),
        stances=answered.stances,
        classes=answered.classes,
        ends=tuple(pieces.ends.tolist()),
        told=tuple(np.clip(answered.told, -3, 3).tolist()),
    )


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def _attribution(linked: Linked, pieces: Pieces, scores: Floats) -> EncodedAttribution:
    def cut_out(spans: tuple[Run, ...]) -> tuple[tuple[int, int], ...]:
        return tuple((int(pieces.starts[run.first]), int(pieces.ends[run.last - 1])) for run in spans)

    source = (linked.source,) if linked.source else ()
    sure = [float(scores[run.first : run.last].max(axis=1).mean()) for run in (linked.cue, *linked.contents)]
    score = min(linked.probability, float(np.exp(min(sure))))
    cue, content = cut_out((linked.cue,)), cut_out(linked.contents)
    return EncodedAttribution(cut_out(source), cue, content, round(score, 3))
