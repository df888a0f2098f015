"""Temperatures that make the answers' chances honest, fitted on answers out of fold (Guo et al. 2017).

    python train/events/calibrate.py RUNS [--seed 1]

Prints a temperature for PLV's classes and one for the own types (PLV's YIELD there is CONCEDE or RETREAT), with the
expected calibration error before and after (ten bins); the fit and the error are on the same answers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from data import OWN, PLV, fold_of, read_folds, read_plv
from measure import finished


def gold_chances(logits: np.ndarray, gold: list[str], classes: list[str], temperature: float) -> np.ndarray:
    """The chance that each row gives its gold class."""
    chances = softmax(logits / temperature)
    return np.array(
        [
            row[[classes.index(c) for c in _names(label, classes)]].sum()
            for row, label in zip(chances, gold, strict=True)
        ]
    )


def _names(label: str, classes: list[str]) -> list[str]:
    return [label] if label in classes else ["CONCEDE", "RETREAT"]


def softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def error(logits: np.ndarray, gold: list[str], classes: list[str], temperature: float) -> float:
    """Expected calibration error of the likeliest class, ten bins of equal width."""
    chances = softmax(logits / temperature)
    best = chances.max(axis=1)
    right = np.array(
        [classes[i] in _names(label, classes) for i, label in zip(chances.argmax(1), gold, strict=True)]
    )
    bins = np.minimum((best * 10).astype(int), 9)
    gaps = [abs(best[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins)]
    return float(sum(gaps))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("runs", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    pairs, folds = read_plv(), read_folds()
    there = finished(args.runs, args.seed)
    gold = [pair.plv for fold in there for pair in pairs if fold_of(pair, folds) == fold]
    files = [np.load(args.runs / f"fold{fold}-seed{args.seed}.npz") for fold in there]
    for head, classes in (("plv", PLV), ("own", OWN)):
        logits = np.concatenate([file[head] for file in files])
        tried = np.arange(0.5, 4.01, 0.05)
        losses = [-np.log(gold_chances(logits, gold, classes, t) + 1e-9).mean() for t in tried]
        best = float(tried[int(np.argmin(losses))])
        before, after = (error(logits, gold, classes, t) for t in (1.0, best))
        print(f"{head}: temperature {best:.2f}, calibration error {before:.3f} -> {after:.3f}")


if __name__ == "__main__":
    main()
