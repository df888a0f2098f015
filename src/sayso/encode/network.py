"""What the attribution network answers for one window, and how link scores follow from it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.models import session

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

OUTPUTS = ["tags", "levels", "stances", "classes", "cues", "arguments", "told", "distances"]
NEAR, BUCKETS = 12, 20
"""Distances in pieces: below NEAR exact, from there on a log scale, BUCKETS in each direction."""


@dataclass(frozen=True, slots=True)
class Answers:
    """One window's answers.

    `tags` are logits (piece x tag), `levels` those of statements and of statements inside them (piece x level x tag),
    `stances` those of the stance of the cue that the piece's word belongs to, if it does, `classes` those of the
    class of the source that it belongs to. `cues` and `arguments` are vectors (piece x link role x width), whose
    products are the link scores; `told` (piece) is how factually the piece's word is told; `distances` (link role x
    2 BUCKETS) is added to the link scores by how far the argument is from the cue.
    """

    tags: Floats
    levels: Floats
    stances: Floats
    classes: Floats
    cues: Floats
    arguments: Floats
    told: Floats
    distances: Floats

    def links(self, cue: int, places: Ints) -> Floats:
        """Link logits (place x link role) of the pieces at `places` for the cue at piece `cue`."""
        products = np.einsum("prw,rw->pr", self.arguments[places], self.cues[cue])
        scaled: Floats = products / np.float32(math.sqrt(self.cues.shape[2]))
        return scaled + self.distances[:, buckets(places - cue)].T


def buckets(far: Ints) -> Ints:
    """Numbers of signed distances in pieces: 0 to BUCKETS - 1 backwards, from BUCKETS on forwards."""
    size = np.abs(far)
    scaled = NEAR + (np.log2(np.maximum(size, NEAR) / NEAR) * 2).astype(np.int64)
    numbers: Ints = np.minimum(np.where(size < NEAR, size, scaled), BUCKETS - 1) + BUCKETS * (far > 0)
    return numbers


def shipped(ids: Ints, kinds: Ints) -> Answers:
    """The shipped network's answers for one window (1 x pieces).

    Raises WrongModel or DamagedInstall if its file is not what the catalogue names.
    """
    return Answers(*session.session("attribution").run(OUTPUTS, {"ids": ids, "kinds": kinds}))
