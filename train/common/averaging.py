"""The mean of the weights of several checkpoints of one shape (Wortsman et al. 2022, "Model soups")."""

from __future__ import annotations

from pathlib import Path

import torch


def mean(files: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the checkpoints' weights, of each over those that have it; what is no float is the first's."""
    weights = [torch.load(file, map_location="cpu") for file in files]
    names = dict.fromkeys(name for each in weights for name in each)
    return {name: _mean([each[name] for each in weights if name in each]) for name in names}


def _mean(held: list[torch.Tensor]) -> torch.Tensor:
    return sum(held) / len(held) if held[0].is_floating_point() else held[0]
