"""The mean of the weights of checkpoints of one run, late in it (Izmailov et al. 2018): a better start for a student.

python train/attribution/mean.py CHECKPOINT CHECKPOINT [...] --out MEAN.pt
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
    args = parser.parse_args()
    torch.save(mean(args.checkpoints), args.out)


if __name__ == "__main__":
    main()
