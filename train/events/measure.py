"""Macro F1 of pooled out-of-fold answers, by `sayso score plv`'s own protocol."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from data import FOLDS, OWN, digest, fold_of, read_folds, read_plv, read_standoff

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


def news(folder: Path, seed: int, least: float) -> str:
    """Of the news pairs out of fold given a type with this chance at least: the events, and those of that type."""
    pairs = read_standoff()
    gold: list[str] = []
    chances = []
    for fold in finished(folder, seed):
        gold += [pair.own for pair in pairs if int(digest(pair.text), 16) % FOLDS == fold]
        logits = np.load(folder / f"news{fold}-seed{seed}.npz")["own"]
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances.append(odds / odds.sum(axis=1, keepdims=True))
    told = np.concatenate(chances)
    given = [
        (OWN[best], want)
        for best, chance, want in zip(told.argmax(axis=1), told.max(axis=1), gold, strict=True)
        if OWN[best] != "NONE" and chance >= least
    ]
    events, right = sum(want != "NONE" for _, want in given), sum(best == want for best, want in given)
    whole = sum(want != "NONE" for want in gold)
    return (
        f"news, chance {least}: {len(given)} given a type, {events / len(given):.2f} events, "
        f"{right / len(given):.2f} of that type; {events / whole:.2f} of all events"
    )


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
        if (folder / f"news{finished(folder, seed)[0]}-seed{seed}.npz").exists():
            lines += [news(folder, seed, least) for least in (0.8, 0.5)]
    mean = np.mean(scores, axis=0)
    lines.append("mean:   " + "  ".join(f"{n} {s:.3f}" for n, s in zip(LEVELS, mean, strict=True)))
    return "\n".join(lines)
