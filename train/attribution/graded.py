"""Sentences whose events are graded by how factually they are told (`train/factuality/own.tsv`): a second task."""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from data import CLS, MASK, PADDING, SEP
from torch.nn import functional

from sayso.encode.words import LINE, QUOTED, split

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
from texts import corpus_texts

LONGEST = 200  # pieces of a sentence
BEND = 0.5  # where the loss turns from square to straight


@dataclass(frozen=True)
class Graded:
    """A sentence: the places of its events among its pieces, and their grades, -3 to 3."""

    ids: np.ndarray
    kinds: np.ndarray
    places: list[int]
    grades: list[float]


def read(data: Path, table: Path, tokenizer) -> list[Graded]:
    """The graded sentences that are found below `data`.

    Raises ValueError for a sentence whose text has changed.
    """
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    found = []
    for file, number, digest, begin, end, events in rows[1:]:
        text = corpus_texts(data / file)[int(number)][int(begin) : int(end)]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != digest:
            raise ValueError(f"{file}, text {number}: characters {begin} to {end} are not what was graded")
        pairs = [event.split(":") for event in events.split()]
        found.append(
            _graded(text, [int(at) for at, _ in pairs], [float(grade) for _, grade in pairs], tokenizer)
        )
    return found


def _graded(text: str, starts: list[int], grades: list[float], tokenizer) -> Graded:
    pieces = split(text, tokenizer)
    words = np.searchsorted(pieces.ends, starts, side="right")
    places = pieces.first[np.minimum(words, len(pieces.first) - 1)]
    kept = [(int(at) + 1, grade) for at, grade in zip(places, grades, strict=True) if at < LONGEST]
    ids = np.r_[CLS, pieces.ids[:LONGEST], SEP]
    kinds = np.r_[0, pieces.kinds[:LONGEST], 0]
    return Graded(ids, kinds, [at for at, _ in kept], [grade for _, grade in kept])


def batches(sentences: list[Graded], size: int, rng: random.Random) -> Iterator[list[Graded]]:
    """Batches of like length without an end, the sentences shuffled each time round."""
    while True:
        pool = rng.sample(sentences, len(sentences))
        pool.sort(key=lambda one: len(one.ids) // 8)
        groups = [pool[at : at + size] for at in range(0, len(pool), size)]
        rng.shuffle(groups)
        yield from groups


def loss(model, group: list[Graded], rng: random.Random) -> torch.Tensor:
    """The mean smooth L1 loss of a batch's grades, some of its pieces masked and some line marks left out."""
    width = max(len(one.ids) for one in group)
    ids = torch.full((len(group), width), PADDING)
    kinds = torch.zeros_like(ids)
    for row, one in enumerate(group):
        shown = one.ids.copy()
        shown[[0 < at < len(shown) - 1 and rng.random() < 0.05 for at in range(len(shown))]] = MASK
        ids[row, : len(shown)] = torch.from_numpy(shown)
        bare = rng.random() < 0.3
        kinds[row, : len(shown)] = torch.from_numpy(one.kinds & ~(LINE | QUOTED) if bare else one.kinds)
    rows = torch.tensor([row for row, one in enumerate(group) for _ in one.places])
    places = torch.tensor([at for one in group for at in one.places])
    gold = torch.tensor([grade for one in group for grade in one.grades])
    with torch.autocast("cpu", torch.bfloat16):
        states = model.states(ids, kinds, (ids != PADDING).long())
    return functional.smooth_l1_loss(model.told(states.float()[rows, places]), gold, beta=BEND)
