"""Read the weights of an exported network back into a checkpoint: a teacher, or a start, that everyone has.

    python train/attribution/unpack.py attribution.onnx --base FOLDER --out TEACHER.pt
    python train/attribution/unpack.py attribution.onnx --base FOLDER --narrowed START.pt

`--out` holds what the file holds: int8 weights times their scales. `--narrowed` holds the base's own weights, with
those attention heads and feed-forward neurons that the network has: a student's start of the same shape.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from model import HEAD, AttributionModel
from onnx import NodeProto, numpy_helper
from prune import pruned
from torch import Tensor

Weights = dict[str, Tensor]
PREFIX = "model."
WORDS = "encoder.embeddings.word_embeddings.weight"


def unpack(file: Path) -> Weights:
    """The weights of an exported network (`export.py`), under the names of `AttributionModel`."""
    graph = onnx.load(str(file)).graph
    held = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    weights = {name.removeprefix(PREFIX): held[name] for name in held if name.startswith(PREFIX)}
    for node in graph.node:
        if node.op_type in ("MatMul", "MatMulInteger") and node.input[1] in held:
            weights[_name(node)] = _matrix(node, held).T
    weights[WORDS] = held["word_embeddings.rows"] * held["word_embeddings.scales"]
    return {name: torch.from_numpy(np.array(each, dtype=np.float32)) for name, each in weights.items()}


def _name(node: NodeProto) -> str:
    """`/encoder/encoder/layer.0/attention/self/query/MatMul_quant` as the module's weight."""
    return node.name.rpartition("/")[0].strip("/").replace("/", ".") + ".weight"


def _matrix(node: NodeProto, held: dict[str, np.ndarray]) -> np.ndarray:
    """The matrix of a product, in full size, without what smoothing moved into it."""
    name = node.input[1]
    matrix = held[name]
    if node.op_type == "MatMulInteger":
        stem = name.removesuffix("_quantized")
        matrix = (matrix.astype(np.float32) - held[f"{stem}_zero_point"]) * held[f"{stem}_scale"]
    factors = held.get(f"{node.name.removesuffix('_quant')}.smoothed.factors")
    return matrix if factors is None else matrix * factors[:, None]


def narrowed(base: Weights, network: Weights) -> Weights:
    """The base's weights without the heads and neurons that the network, once begun from it, has no longer."""
    kept = []
    while (layer := f"encoder.encoder.layer.{len(kept)}.") + "attention.self.value.weight" in network:
        heads, neurons = (
            _nearest(base[layer + name], network[layer + name], size)
            for name, size in (("attention.self.value.weight", HEAD), ("intermediate.dense.weight", 1))
        )
        kept.append((heads, neurons))
    return pruned(base, kept)


def _nearest(whole: Tensor, part: Tensor, size: int) -> Tensor:
    """Which blocks of so many rows of a matrix those of another have come from: the likest ones."""
    blocks, ours = whole.reshape(len(whole) // size, -1), part.reshape(len(part) // size, -1)
    likest = torch.cosine_similarity(ours[:, None], blocks[None], dim=2).argmax(1).sort().values
    if len(likest.unique()) < len(ours):
        raise ValueError("the network was not begun from this base: its parts have no counterparts there")
    return likest


def main() -> None:
    """Read one file and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("network", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--narrowed", type=Path)
    args = parser.parse_args()
    network = unpack(args.network)
    if args.out:
        torch.save(network, args.out)
    if args.narrowed:
        base = AttributionModel(str(args.base), attn_implementation="eager").encoder.state_dict()
        torch.save(narrowed({f"encoder.{name}": each for name, each in base.items()}, network), args.narrowed)


if __name__ == "__main__":
    main()
