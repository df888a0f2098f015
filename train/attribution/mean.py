"""The mean of checkpoints' weights, of one run late in it (Izmailov et al. 2018) or of a student and its teacher.

python train/attribution/mean.py CHECKPOINT CHECKPOINT [...] --out MEAN.pt [--own PART ...]

A part with a hidden layer of its own (the head of grades) has its neurons in another order in each network, so that
their mean is nothing: `--own grade graded` takes it whole from the last checkpoint.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
from averaging import mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--own", nargs="*", default=[], help="parts that the last checkpoint gives alone")
    args = parser.parse_args()
    made, last = mean(args.checkpoints), torch.load(args.checkpoints[-1])
    torch.save(
        {name: last[name] if name.split(".")[0] in args.own else made[name] for name in made}, args.out
    )


if __name__ == "__main__":
    main()
