"""Macro F1 of pooled out-of-fold answers, by `sayso score plv`'s own protocol."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from data import PLV, fold_of, read_folds, read_plv

from sayso.evaluate.plv import LEVELS, macro


def pooled(folder: Path, seed: int) -> tuple[list[str], list[str]]:
    """Gold and predicted classes of all folds of a seed, in the file's order."""
    pairs, folds = read_plv(), read_folds()
    classes = [""] * len(pairs)
    for fold in range(5):
        rows = [i for i, pair in enumerate(pairs) if fold_of(pair, folds) == fold]
        logits = np.load(folder / f"fold{fold}-seed{seed}.npz")["plv"]
        for row, best in zip(rows, logits.argmax(1), strict=True):
            classes[row] = PLV[best]
    return [pair.plv for pair in pairs], classes


def report(folder: Path, seeds: list[int]) -> str:
    """One line a seed and their mean: binary, penta, root."""
    lines, scores = [], []
    for seed in seeds:
        gold, predicted = pooled(folder, seed)
        scores.append([macro(gold, predicted, level) for level in LEVELS])
        lines.append(
            f"seed {seed}: " + "  ".join(f"{n} {s:.3f}" for n, s in zip(LEVELS, scores[-1], strict=True))
        )
    mean = np.mean(scores, axis=0)
    lines.append("mean:   " + "  ".join(f"{n} {s:.3f}" for n, s in zip(LEVELS, mean, strict=True)))
    return "\n".join(lines)
