"""The typing encoder at run time: a sentence with an actor pair in, the chance of each PLOVER type out.

A small transformer (int8 ONNX) reads the sentence with marks around source and target and gives two answers: the
types of PLOVER 2.0 with NONE (nothing is done by the source to the target), and the 15 classes of PLV. How it was
trained, and how well it does: the model card in `models/catalogue.toml` and `train/events/README.md` in the
repository, and how far its chances can be taken at their word (`calibrate.py` there).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sayso.models import session
from sayso.models.catalogue import catalogue
from sayso.records.base import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.models.wordpiece import WordPiece

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Network = Callable[[Ints, Ints, Ints], tuple[Floats, Floats]]

MODEL = "events"
NONE = "NONE"
PLV = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT"]
PLV += ["REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"]
"""The classes of the first answer: PLV's roots, YIELD being CONCEDE and RETREAT."""
TYPES = [*(name for name in PLV if name != "YIELD"), "CONCEDE", "RETREAT", NONE]
"""The classes of the second answer: PLOVER 2.0's types, and NONE."""
CLS, SEP = 101, 102
MARKS = {"source": (1, 2), "target": (3, 4)}
"""The wordpieces that open and close a side: unused ones of the vocabulary."""
LONGEST = 160
"""Wordpieces that are read; a longer sentence is cut off at its end."""
REMEMBERED = 64
"""Answers that are kept: two triggers of a sentence often have one pair."""


class Marked(NamedTuple):
    """A sentence and the spans of source and target in it (characters, end excluded); a side not named is None."""

    text: str
    source: Span | None
    target: Span | None


class Typed(NamedTuple):
    """What the encoder makes of a pair: PLV's likeliest class, and the chance of each of `TYPES`."""

    plv: str
    chances: dict[str, float]

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest type, NONE included, and its chance."""
        return max(self.chances.items(), key=lambda item: item[1])

    @property
    def type(self) -> tuple[str, float]:
        """The likeliest type but NONE, and its chance."""
        return max(((n, c) for n, c in self.chances.items() if n != NONE), key=lambda item: item[1])


class PairTyper:
    """Types marked pairs with a tokenizer and a network (ids, places of the opening marks -> both answers)."""

    def __init__(self, tokenizer: WordPiece, network: Network) -> None:
        self._tokenizer = tokenizer
        self._network = network
        self._typed = lru_cache(maxsize=REMEMBERED)(self._type)

    def __call__(self, pairs: Sequence[Marked]) -> list[Typed]:
        """One answer a pair, in their order; pairs are read one by one, so that neighbours change nothing."""
        return [self._typed(pair) for pair in pairs]

    def _type(self, pair: Marked) -> Typed:
        ids, source, target = self.encode(pair)
        plv, own = self._network(np.array([ids]), np.array([source]), np.array([target]))
        chances = zip(TYPES, _softmax(own[0]), strict=True)
        return Typed(PLV[int(plv[0].argmax())], {name: round(float(chance), 4) for name, chance in chances})

    def encode(self, pair: Marked) -> tuple[list[int], int, int]:
        """Wordpieces of the marked sentence, and where the opening marks stand (0 for a side not named)."""
        cuts = [
            (at, mark)
            for side, span in (("source", pair.source), ("target", pair.target))
            if span is not None
            for at, mark in zip((span.start, span.end), MARKS[side], strict=True)
        ]
        ids, at, places = [CLS], 0, dict.fromkeys((1, 3), 0)
        for place, mark in sorted(cuts, key=lambda c: (c[0], c[1] % 2)):
            ids += self._pieces(pair.text[at:place])
            if mark in places:
                places[mark] = len(ids) if len(ids) < LONGEST - 1 else 0
            ids.append(mark)
            at = place
        ids = [*ids, *self._pieces(pair.text[at:])][: LONGEST - 1]
        return [*ids, SEP], places[1], places[3]

    def _pieces(self, text: str) -> list[int]:
        pieces: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return pieces


@cache
def typer() -> PairTyper:
    """The shipped encoder, opened on first use.

    Raises WrongModel or DamagedInstall if its files are not what the catalogue names.
    """
    onnx = session.session(MODEL)

    def network(ids: Ints, source: Ints, target: Ints) -> tuple[Floats, Floats]:
        plv, own = onnx.run(["plv", "own"], {"ids": ids, "source": source, "target": target})
        return plv, own

    return PairTyper(session.tokenizer("attribution_tokenizer"), network)


def types_of(pairs: Sequence[Marked]) -> list[Typed]:
    """What the shipped encoder makes of `pairs`."""
    return typer()(pairs)


def version() -> str:
    """The digest of the shipped encoder, shortened: what a decision by it carries as its version."""
    return catalogue()[MODEL].digest[:12]


def _softmax(scores: Floats) -> Floats:
    chances = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = chances / chances.sum(axis=-1, keepdims=True)
    return result
