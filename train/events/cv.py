"""Train the shipped recipe: five folds for the score, and once on everything for the model. Resumable, fold by fold.

    python train/events/cv.py first --student MINILM --teacher MPNET --pool POOL.jsonl --out RUNS
    python train/events/cv.py fold 0 1 2 3 4 all --student MINILM --teacher MPNET --pool POOL.jsonl --out RUNS
    python train/events/cv.py report --out RUNS

`first` needs no label of PLV: a teacher learns the project's own examples. A `fold` goes on from there: the teacher
learns PLV's other folds, labels them, the own examples and the unlabelled pool, and the student learns from its
labels and from the hard ones. `all` does the same with all of PLV. What ships is the mean of two students' weights
(`soup.py`). Each step that has left its file is skipped.
Run several at once with OMP_NUM_THREADS=1: two single threads do more than one run on two.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from data import (
    FOLDS,
    LATER,
    OWN,
    PLV,
    Pair,
    as_own,
    as_plv,
    check_apart,
    digest,
    fold_of,
    read_folds,
    read_own,
    read_plv,
    read_pool,
    read_standoff,
)
from fit import Settings, Soft, answers, fit
from measure import report
from model import PairModel, Reader

FIRST = Settings(epochs=4, rate=4e-5, batch=32)
TEACHER = Settings(epochs=3, rate=4e-5, batch=16, frozen=4)
STUDENT = Settings(epochs=4, rate=1.5e-4, batch=48)
HEAT = 2.0
POOL = 1000


def first(args: argparse.Namespace) -> None:
    """The teacher of the own examples, none of PLV; its types of what PLV calls YIELD."""
    own, plv = read_own(), read_plv()
    check_apart(own, plv)
    file = args.out / "first-teacher.pt"
    if not file.exists():
        _save(fit(args.teacher, as_plv(own), FIRST)[0], file)
    if not (args.out / "first-types.npz").exists():
        model = PairModel(str(args.teacher))
        model.load_state_dict(torch.load(file))
        _keep(answers(model.eval(), Reader(args.teacher), _yields(plv)), args.out / "first-types.npz")


def fold(args: argparse.Namespace, held: str) -> None:
    """One fold's teacher and student; the student's answers on what was held out go to *{held}-seed{seed}.npz."""
    plv, folds = read_plv(), read_folds()
    out = [pair for pair in plv if str(fold_of(pair, folds)) == held]
    known = as_own([pair for pair in plv if str(fold_of(pair, folds)) != held])
    own, pool = read_own(), read_pool(args.pool)[: args.pairs]
    check_apart([*known, *own, *pool], out)
    taught, taught_types = _taught(args, held, known, [*known, *own, *pool], out)
    file = args.out / f"student{held}-seed{args.seed}.pt"
    if file.exists():
        return
    news, later = read_standoff(), [] if args.early else as_plv(read_own(LATER))
    check_apart([*news, *later], out)
    kept = [pair for pair in news if held != str(int(digest(pair.text), 16) % FOLDS)]
    every = [*known, *known, *own, *pool, *kept, *later]
    first, rest = slice(0, len(known)), len(kept) + len(later)
    soft = Soft(
        np.concatenate([taught[first], taught, np.full((rest, len(PLV)), np.nan, np.float32)]),
        np.concatenate([taught_types[first], taught_types, np.full((rest, len(OWN)), np.nan, np.float32)]),
    )
    model, reader = fit(
        args.student, every, replace(STUDENT, seed=args.seed, heat=1.0 if args.early else HEAT), soft
    )
    if out:
        _keep(answers(model, reader, out), args.out / f"fold{held}-seed{args.seed}.npz")
        left = [pair for pair in news if pair not in kept]
        _keep(answers(model, reader, left), args.out / f"news{held}-seed{args.seed}.npz")
    _save(model, file)


def _taught(
    args: argparse.Namespace, held: str, known: list[Pair], every: list[Pair], out: list[Pair]
) -> tuple[np.ndarray, np.ndarray]:
    """PLV's classes of `every` by this fold's teacher; types by the first teacher where PLV says YIELD, else NaN."""
    file = args.out / f"taught{held}.npz"
    if not file.exists():
        start = torch.load(args.out / "first-teacher.pt")
        model, reader = fit(args.teacher, known, TEACHER, None, start)
        if out:
            _keep(answers(model, reader, out), args.out / f"teacher{held}.npz")
        _keep(answers(model, reader, every), file)
    first = np.load(args.out / "first-types.npz")["own"]
    yields = [digest(pair.text) for pair in _yields(read_plv())]
    types = np.full((len(every), len(OWN)), np.nan, dtype=np.float32)
    for row, pair in enumerate(every):
        if pair.plv == "YIELD":
            types[row] = first[yields.index(digest(pair.text))]
    return np.load(file)["plv"], types


def _yields(plv: list[Pair]) -> list[Pair]:
    return [pair for pair in plv if pair.plv == "YIELD"]


def _save(model: torch.nn.Module, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), file.with_suffix(".part"))
    file.with_suffix(".part").rename(file)


def _keep(labels: Soft, file: Path) -> None:
    np.savez(file, plv=labels.plv, own=labels.own)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=["first", "fold", "report"])
    parser.add_argument("folds", nargs="*", help=f"0 to {FOLDS - 1}, all")
    parser.add_argument("--student", type=Path)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--pool", type=Path)
    parser.add_argument("--pairs", type=int, default=POOL)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--early", action="store_true", help="the students at temperature 1, without own/later"
    )
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.what == "first":
        first(args)
    elif args.what == "fold":
        for held in args.folds:
            fold(args, held)
    else:
        print(report(args.out, [args.seed]))


if __name__ == "__main__":
    main()
