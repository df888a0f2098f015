"""The mean of the weights of checkpoints of one run, late in it (Izmailov et al. 2018): a better start for a student.

python train/attribution/mean.py CHECKPOINT CHECKPOINT [...] --out MEAN.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def mean(files: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the checkpoints' weights; what is no float is the first's."""
    weights = [torch.load(file, map_location="cpu") for file in files]
    return {
        name: sum(each[name] for each in weights) / len(weights) if first.is_floating_point() else first
        for name, first in weights[0].items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(mean(args.checkpoints), args.out)


if __name__ == "__main__":
    main()
