"""spaCy's name finder without its walk: every word outside a name is scored at once.

spaCy's entity recognizer goes from word to word, and asks at each which of its moves are allowed; that takes it twice
the time of its network. But where no name is open, a word's scores hang on that word alone; and inside a name the
choice is between going on and ending it. So all words are scored as if no name were open, in one product; the names
that would begin are followed to their ends, all side by side; and the first of those that overlap stand. Network,
moves and names are spaCy's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.intp]

NER = "ner"


class Names:
    """Does the work of a pipeline's entity recognizer on docs that have gone through its other parts."""

    instead_of = (NER,)
    """The name of the component whose work this is."""

    def __init__(self, nlp: Language) -> None:
        recognizer: Any = nlp.get_pipe(NER)
        self._words, self._lower, self._upper = recognizer.model.layers
        system = recognizer.moves
        moves = [system.get_class_name(at).partition("-")[::2] for at in range(system.n_moves)]
        number = {move: at for at, move in enumerate(moves)}
        self._labels = [label for _, label in moves]
        self._begins = np.array([kind == "B" for kind, _ in moves])
        self._units = np.array([kind == "U" and label != "" for kind, label in moves])
        self._never = ~(self._begins | self._units | np.array([kind == "O" for kind, _ in moves]))
        self._go_on = np.array([number.get(("I", label), -1) for label in self._labels])
        self._end = np.array([number.get(("L", label), -1) for label in self._labels])

    @staticmethod
    def fits(nlp: Language) -> bool:
        """Whether the pipeline's last part is a recognizer of the usual kind, and no other part names anything."""
        naming = [name for name in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(name).assigns]
        recognizer: Any = nlp.get_pipe(NER)
        if naming != [NER] or nlp.pipe_names[-1] != NER or type(recognizer) is not EntityRecognizer:
            return False
        model = recognizer.model
        usual = (
            model.attrs["has_upper"] and not model.attrs["unseen_classes"] and not recognizer.postprocesses
        )
        lower = model.get_ref("lower")
        return bool(
            usual
            and recognizer.cfg["beam_width"] == 1
            and lower.get_dim("nF") == 3
            and lower.get_dim("nP") > 1
        )

    def __call__(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        """Set the names of docs that have none."""
        bounds = np.cumsum([0, *map(len, docs)])
        if bounds[-1] == 0:
            return docs
        read = np.concatenate([doc.to_array([SENT_START, IS_SPACE]).reshape(-1, 2) for doc in docs])
        closes = np.append(read[1:, 0] == 1, True)
        closes[bounds[1:][bounds[1:] > 0] - 1] = True
        best, stops = self._found(docs, closes, read[:, 1] == 1)
        begun = np.flatnonzero(stops)
        for doc, (start, end) in zip(docs, pairwise(bounds.tolist()), strict=True):
            spans, reached = [], start
            for at in begun[np.searchsorted(begun, start) : np.searchsorted(begun, end)].tolist():
                if at >= reached:
                    reached = int(stops[at])
                    spans.append(Span(doc, at - start, reached - start, label=self._labels[best[at]]))
            doc.set_ents(spans, default="outside")
        return docs

    def _found(self, docs: Sequence[Doc], closes: Flags, spaces: Flags) -> tuple[Ints, Ints]:
        """Each word's best move where no name is open, and where the name ends that it would begin (0: none).

        A name never runs over a word that `closes` a sentence, nor begins with white space.
        """
        features = self._lower.predict(self._words.predict(docs))
        none, own = features[0], features[1:]
        scores = self._scores(own[:, 0] + none[1] + none[2])
        scores[:, self._never] = -np.inf
        scores[np.ix_(closes | spaces, self._begins)] = -np.inf
        scores[np.ix_(spaces, self._units)] = -np.inf
        best = scores.argmax(axis=1)
        stops = np.where(self._units[best], np.arange(1, len(best) + 1), 0)
        first = np.flatnonzero(self._begins[best])
        last = first + 1
        while first.size:
            scores = self._scores(own[last, 0] + own[first, 1] + own[last - 1, 2])
            row, move = np.arange(len(first)), best[first]
            ends = closes[last] | (scores[row, self._end[move]] > scores[row, self._go_on[move]])
            stops[first[ends]] = last[ends] + 1
            first, last = first[~ends], last[~ends] + 1
        return best, stops

    def _scores(self, summed: Floats) -> Floats:
        scores: Floats = self._upper.predict((summed + self._lower.get_param("b")).max(axis=-1))
        return scores
