"""Cut the attention heads and feed-forward neurons that matter least out of every layer of a checkpoint.

    python train/attribution/prune.py CHECKPOINT.pt --base FOLDER --out PRUNED.pt [--heads 9] [--neurons 1152]

What matters is how much the loss on PolNeAR train would change to first order without it (Michel et al. 2019,
Molchanov et al. 2017): each head and neuron gets a factor of one, whose gradients' sizes are summed over batches.
"""

from __future__ import annotations

import argparse
import os
import random
from pathlib import Path

import torch
from data import batches, read_articles
from fit import LINK_WEIGHT, collate, losses
from model import HEAD, AttributionModel
from score import tokenizer_of
from torch import Tensor

BATCHES = 60
SIZE, BATCH = 256, 10


def importance(model: AttributionModel, groups: list) -> tuple[list[Tensor], list[Tensor]]:
    """How much each head and each neuron of each layer matters."""
    layers = model.encoder.encoder.layer
    heads = [torch.ones(layer.attention.self.num_attention_heads, requires_grad=True) for layer in layers]
    neurons = [torch.ones(layer.intermediate.dense.out_features, requires_grad=True) for layer in layers]
    for layer, head, neuron in zip(layers, heads, neurons, strict=True):
        layer.attention.self.register_forward_hook(_headed(head))
        layer.intermediate.register_forward_hook(_gated(neuron))
    sums = [[torch.zeros_like(gate) for gate in gates] for gates in (heads, neurons)]
    for group in groups:
        tags, links, *_ = losses(model, collate(group), heat=1)
        (tags + LINK_WEIGHT * links).backward()
        for gates, totals in zip((heads, neurons), sums, strict=True):
            for gate, total in zip(gates, totals, strict=True):
                total += gate.grad.abs()
                gate.grad = None
        model.zero_grad()
    return sums[0], sums[1]


def _headed(gate: Tensor):
    return lambda _, __, answer: (answer[0] * gate.repeat_interleave(HEAD), *answer[1:])


def _gated(gate: Tensor):
    return lambda _, __, answer: answer * gate


def pruned(weights: dict[str, Tensor], kept: list[tuple[Tensor, Tensor]]) -> dict[str, Tensor]:
    """The weights with only the heads and the neurons `kept` of each layer."""
    weights = dict(weights)
    for number, (heads, neurons) in enumerate(kept):
        columns = (heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
        layer = f"encoder.encoder.layer.{number}."
        for name in ("query", "key", "value"):
            for kind in ("weight", "bias"):
                key = f"{layer}attention.self.{name}.{kind}"
                weights[key] = weights[key][columns]
        for kind in ("weight", "bias"):
            key = f"{layer}intermediate.dense.{kind}"
            weights[key] = weights[key][neurons]
        for key, chosen in ((f"{layer}attention.output", columns), (f"{layer}output", neurons)):
            weights[f"{key}.dense.weight"] = weights[f"{key}.dense.weight"][:, chosen]
    return {name: value.clone() for name, value in weights.items()}


def main() -> None:
    """Weigh, cut, and keep."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--heads", type=int, default=9)
    parser.add_argument("--neurons", type=int, default=1152)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    weights = torch.load(args.checkpoint)
    model = AttributionModel(str(args.base), attn_implementation="eager")
    model.load(weights)
    data = Path(os.environ["SAYSO_DATA"]) / "polnear" / "train.jsonl"
    articles = read_articles(data, tokenizer_of(args.base))
    groups = batches(articles, SIZE, BATCH, random.Random(1))[:BATCHES]
    sums = importance(model.eval(), groups)
    best = [
        [each.topk(count).indices.sort().values for each in layers]
        for layers, count in zip(sums, (args.heads, args.neurons), strict=True)
    ]
    torch.save(pruned(weights, list(zip(*best, strict=True))), args.out)


if __name__ == "__main__":
    main()
