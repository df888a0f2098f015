"""Write a trained typing model as the int8 ONNX file that sayso ships.

    python train/events/export.py CHECKPOINT.pt --base FOLDER --out FOLDER [--temperatures PLV OWN]

Logits are divided by the temperatures (`calibrate.py`), so that what the file gives is calibrated. Matrices are
int8 a channel, activations scaled at run time with outlying channels smoothed by invented sentences, embeddings int8
a row, as in `train/attribution/export.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from data import read_own
from model import PairModel, Reader
from onnxruntime.transformers import optimizer

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
from fuse import fuse
from quantise import quantise
from smooth import smooth

OPSET = 17
SAMPLES = 400


class Exported(torch.nn.Module):
    """The trained network as one graph, for one unpadded sentence at a time."""

    def __init__(self, model: PairModel, temperatures: list[float]) -> None:
        super().__init__()
        self.model, self.temperatures = model, temperatures

    def forward(
        self, ids: torch.Tensor, source: torch.Tensor, target: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        answers = self.model(ids, source, target, None)
        return tuple(logits / t for logits, t in zip(answers, self.temperatures, strict=True))


def export(base: Path, checkpoint: Path, out: Path, temperatures: list[float]) -> None:
    """The network in full precision, its layer norms and activations fused."""
    model = PairModel(str(base), attn_implementation="eager")
    model.load_state_dict(torch.load(checkpoint))
    example = (torch.ones(1, 32, dtype=torch.long), torch.tensor([3]), torch.tensor([9]))
    torch.onnx.export(
        Exported(model, temperatures).eval(),
        example,
        str(out),
        input_names=["ids", "source", "target"],
        output_names=["plv", "own"],
        opset_version=OPSET,
        dynamo=False,
        dynamic_axes={"ids": {1: "pieces"}},
    )
    optimizer.optimize_model(str(out), model_type="bert", opt_level=0).save_model_to_file(str(out))
    fuse(out, model.encoder.config.num_attention_heads)


def samples(base: Path) -> Iterator[dict[str, np.ndarray]]:
    """Invented sentences as the network's inputs."""
    reader = Reader(base)
    for pair in read_own()[:SAMPLES]:
        encoded = reader(pair)
        places = {"source": encoded.source, "target": encoded.target}
        yield {"ids": np.array([encoded.ids]), **{name: np.array([at]) for name, at in places.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--temperatures", type=float, nargs=2, default=[1.0, 1.0])
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    full, small = args.out / "events-fp32.onnx", args.out / "events.onnx"
    export(args.base, args.checkpoint, full, args.temperatures)
    smooth(full, samples(args.base))
    quantise(full, small)
    print(small.name, small.stat().st_size, hashlib.sha256(small.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
