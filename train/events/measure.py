"""Macro F1 of pooled out-of-fold answers, by `sayso score plv`'s own protocol."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from data import FOLDS, fold_of, read_folds, read_plv

from sayso.evaluate.plv import LEVELS, macro
from sayso.events.pairs import PLV


def pooled(folder: Path, seed: int) -> tuple[list[str], list[str]]:
    """Gold and predicted classes of the folds of a seed that are there."""
    pairs, folds = read_plv(), read_folds()
    gold: list[str] = []
    classes: list[str] = []
    for fold in finished(folder, seed):
        gold += [pair.plv for pair in pairs if fold_of(pair, folds) == fold]
        answers = np.load(folder / f"fold{fold}-seed{seed}.npz")
        classes += [PLV[best] for best in answers["plv"].argmax(axis=1)]
    return gold, classes


def finished(folder: Path, seed: int) -> list[int]:
    """The folds whose answers are in the folder."""
    return [fold for fold in range(FOLDS) if (folder / f"fold{fold}-seed{seed}.npz").exists()]


def report(folder: Path, seeds: list[int]) -> str:
    """One line a seed and their mean: binary, penta, root."""
    lines, scores = [], []
    for seed in seeds:
        gold, predicted = pooled(folder, seed)
        scores.append([macro(gold, predicted, level) for level in LEVELS])
        lines.append(
            f"seed {seed}, folds {finished(folder, seed)}: "
            + "  ".join(f"{n} {s:.3f}" for n, s in zip(LEVELS, scores[-1], strict=True))
        )
    mean = np.mean(scores, axis=0)
    lines.append("mean:   " + "  ".join(f"{n} {s:.3f}" for n, s in zip(LEVELS, mean, strict=True)))
    return "\n".join(lines)
