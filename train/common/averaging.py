"""The mean of the weights of several checkpoints of one shape (Wortsman et al. 2022, "Model soups")."""

from __future__ import annotations

from pathlib import Path

import torch


def mean(files: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the checkpoints' weights; what is no float is the first's."""
    weights = [torch.load(file, map_location="cpu") for file in files]
    return {
        name: sum(each[name] for each in weights) / len(weights) if first.is_floating_point() else first
        for name, first in weights[0].items()
    }
