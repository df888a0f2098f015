"""Train the shipped recipe: five folds for the score, and once on everything for the model. Resumable, fold by fold.

    python train/events/cv.py first --student MINILM --teacher MPNET --pool POOL.jsonl --out RUNS
    python train/events/cv.py fold 0 1 2 3 4 all --student MINILM --teacher MPNET --pool POOL.jsonl --out RUNS
    python train/events/cv.py report --out RUNS

`first` needs no PLV: teacher and student learn the project's own examples. A `fold` goes on from there: the teacher
learns PLV's other folds, labels them, the own examples and the unlabelled pool, and the student learns from its
labels and from the hard ones. `all` does the same with all of PLV. Each step that has left its file is skipped.
Run several at once with OMP_NUM_THREADS=1: two single threads do more than one run on two.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from data import FOLDS, Pair, as_plv, check_apart, fold_of, read_folds, read_own, read_plv, read_pool
from fit import Settings, Soft, answers, fit
from measure import report

FIRST_TEACHER = Settings(epochs=4, rate=4e-5, batch=32)
FIRST_STUDENT = Settings(epochs=6, rate=1e-4, batch=32)
FOLD_TEACHER = Settings(epochs=4, rate=4e-5, batch=16, frozen=4)
FOLD_STUDENT = Settings(epochs=4, rate=1.2e-4, batch=32)
POOL = 2500


def first(args: argparse.Namespace) -> None:
    """Teacher and student on the own examples, which hold no sentence of PLV."""
    own = as_plv(read_own())
    check_apart(own, read_plv())
    for name, base, settings in (
        ("teacher", args.teacher, FIRST_TEACHER),
        ("student", args.student, FIRST_STUDENT),
    ):
        file = args.out / f"first-{name}.pt"
        if not file.exists():
            _save(fit(base, own, settings)[0], file)


def fold(args: argparse.Namespace, held: str) -> None:
    """One fold's teacher and student; the student's answers on the held-out part go to fold{held}-seed{seed}.npz."""
    plv, folds, seed = read_plv(), read_folds(), args.seed
    out = [pair for pair in plv if str(fold_of(pair, folds)) == held]
    known = [pair for pair in plv if str(fold_of(pair, folds)) != held]
    own, pool = read_own(), read_pool(args.pool)[: args.pairs]
    check_apart([*known, *own, *pool], out)
    every = [*known, *own, *pool]
    soft = _taught(args, held, known, every, out)
    file = args.out / f"student{held}-seed{seed}.pt"
    if not file.exists():
        settings = replace(FOLD_STUDENT, seed=seed)
        model, reader = fit(args.student, every, settings, soft, torch.load(args.out / "first-student.pt"))
        _save(model, file)
        if out:
            _keep(answers(model, reader, out), args.out / f"fold{held}-seed{seed}.npz")


def _taught(
    args: argparse.Namespace, held: str, known: list[Pair], every: list[Pair], out: list[Pair]
) -> Soft:
    """The labels of this fold's teacher: PLV's classes as it has learned them, the own classes as before."""
    file = args.out / f"taught{held}.npz"
    if not file.exists():
        start = torch.load(args.out / "first-teacher.pt")
        model, reader = fit(args.teacher, known, FOLD_TEACHER, None, start)
        labels = answers(model, reader, [*every, *out])
        if out:
            _keep(Soft(labels.plv[len(every) :], labels.own[len(every) :]), args.out / f"teacher{held}.npz")
        model.load_state_dict(start)
        before = answers(model.eval(), reader, every)
        _keep(Soft(labels.plv[: len(every)], before.own), file)
    kept = np.load(file)
    return Soft(kept["plv"], kept["own"])


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
