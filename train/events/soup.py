"""The mean of the weights of runs' students, fold by fold: better than each, at the cost of one.

    python train/events/soup.py RUNS RUNS2 --base MINILM --out MEAN [--seeds 1 2]

All runs' new heads begin alike (`fit.py`), so that their weights may be averaged (Wortsman et al. 2022). Where all
have a fold's student, the mean answers what the fold holds out; `cv.py report --out MEAN --seed S` scores it, S being
the first of the seeds.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from data import FOLDS, digest, fold_of, read_folds, read_plv, read_standoff
from fit import answers
from model import PairModel, Reader

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
from averaging import mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    plv, folds, news = read_plv(), read_folds(), read_standoff()
    for held in ("all", *map(str, range(FOLDS))):
        files = [folder / f"student{held}-seed{seed}.pt" for folder in args.runs for seed in args.seeds]
        if not all(file.exists() for file in files):
            continue
        weights = mean(files)
        torch.save(weights, args.out / f"student{held}-seed{args.seeds[0]}.pt")
        if held == "all":
            continue
        model = PairModel(str(args.base))
        model.load_state_dict(weights)
        model.eval()
        out = [pair for pair in plv if str(fold_of(pair, folds)) == held]
        left = [pair for pair in news if str(int(digest(pair.text), 16) % FOLDS) == held]
        for kind, pairs in (("fold", out), ("news", left)):
            told = answers(model, Reader(args.base), pairs)
            np.savez(args.out / f"{kind}{held}-seed{args.seeds[0]}.npz", plv=told.plv, own=told.own)


if __name__ == "__main__":
    main()
