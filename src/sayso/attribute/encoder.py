"""The attribution encoder at run time: text in, literal source, cue and content spans out.

A small transformer (int8 ONNX) tags the words of a report and scores links from each cue to its source
and contents. How it was trained, and how well it does: the model card in `models/catalogue.toml` and
`train/attribution/README.md` in the repository. One statement has one cue; statements inside another's
content (chains) are beyond its training data and are left to the rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.attribute.encoder_decode import TAGS, Run, best_tags, runs
from sayso.attribute.encoder_link import Linked, Row, link
from sayso.attribute.encoder_network import Answers, shipped
from sayso.attribute.encoder_windows import Window, cut
from sayso.attribute.encoder_words import LINE, Pieces, split
from sayso.models import session
from sayso.models.wordpiece import WordPiece

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Network = Callable[[Ints, Ints], Answers]

Spans = tuple[tuple[int, int], ...]

CLS, SEP = 101, 102
CUE_TAGS = np.array([tag.endswith("-cue") for tag in TAGS])
CUE_CHANCE = 0.02
SOURCE_BONUS = np.array([1.0 if tag.endswith("-source") else 0.0 for tag in TAGS], dtype=np.float32)
"""Added to the scores of source tags: a source counts only where a cue links to it, so more may be tagged."""


@dataclass(frozen=True, slots=True)
class EncodedAttribution:
    """One attribution as literal spans of the text (code points, end excluded).

    `source` is empty where the text names none; `cue` and `content` never are. A content in several pieces
    (around a cue, or in several sentences) has several spans. `score` is in 0..1, higher is surer.
    """

    source: Spans
    cue: Spans
    content: Spans
    score: float


class Encoder:
    """Finds attributions with a tokenizer and a network.

    `network` takes the ids and kinds of one window (1 x pieces) and returns its answers for them.
    """

    def __init__(self, tokenizer: WordPiece, network: Network) -> None:
        self._tokenizer = tokenizer
        self._network = network

    def encode(self, text: str) -> list[EncodedAttribution]:
        """All attributions of a report, in the order of their cues."""
        pieces = split(text, self._tokenizer)
        if not len(pieces.first):
            return []
        scores, rows = self.read(pieces)
        lines = np.flatnonzero(pieces.kinds[pieces.first] & LINE)
        found = runs(best_tags(scores + SOURCE_BONUS, lines))
        return [_attribution(linked, pieces, scores) for linked in link(found, rows)]

    def read(self, pieces: Pieces) -> tuple[Floats, dict[int, Row]]:
        """Tag log-probabilities of every word, and the link rows of every word that may be a cue."""
        scores = np.zeros((len(pieces.first), len(TAGS)), dtype=np.float32)
        rows: dict[int, Row] = {}
        for window in cut(pieces):
            answers, places = self._window(pieces, window)
            core = slice(window.begin - window.low, window.end - window.low)
            scores[window.begin : window.end] = _log_softmax(answers.tags[places[core]])
            chances = np.exp(scores[window.begin : window.end][:, CUE_TAGS]).sum(axis=1)
            for word in np.flatnonzero(chances > CUE_CHANCE) + window.begin:
                row = answers.links(int(places[word - window.low]), places)
                rows[int(word)] = Row(window.low, _log_softmax(np.pad(row, ((0, 0), (1, 0)))))
        return scores, rows

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


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def _attribution(linked: Linked, pieces: Pieces, scores: Floats) -> EncodedAttribution:
    def cut_out(spans: tuple[Run, ...]) -> Spans:
        return tuple((int(pieces.starts[run.first]), int(pieces.ends[run.last - 1])) for run in spans)

    source = (linked.source,) if linked.source else ()
    sure = [float(scores[run.first : run.last].max(axis=1).mean()) for run in (linked.cue, *linked.contents)]
    score = min(linked.probability, float(np.exp(min(sure))))
    cue, content = cut_out((linked.cue,)), cut_out(linked.contents)
    return EncodedAttribution(cut_out(source), cue, content, round(score, 3))
