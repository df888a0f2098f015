"""Write a checkpoint as the int8 ONNX file that sayso ships, with the tokenizer beside it.

    python train/attribution/export.py CHECKPOINT.pt --base FOLDER --out FOLDER

Matrices are int8 a channel, those of the smallest heads apart; activations are scaled at run time (dynamic
quantisation), their outlying channels smoothed by what `own/held` gives; the word embeddings are int8 a row.
`attribution-fp32.onnx` is kept for comparison.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import marked
import numpy as np
import torch
from data import CLS, SEP
from model import AttributionModel
from onnxruntime.transformers import optimizer
from score import tokenizer_of

from sayso.encode.network import OUTPUTS
from sayso.encode.words import split

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
from fuse import fuse
from quantise import quantise
from smooth import smooth

OPSET = 17
SAMPLES = 200
HEADS = ("cue", "argument")
"""The heads wide enough to be int8."""


class Exported(torch.nn.Module):
    """The trained network as one graph: ids and kinds of one unpadded window in, `Answers` out."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, kinds: torch.Tensor) -> tuple[torch.Tensor, ...]:
        states = self.model.states(ids, kinds, None)
        model = self.model
        tags = (
            model.tags(states),
            model.level_tags(states),
            model.stances(states),
            model.classes(states),
        )
        answers = (*tags, *model.vectors(states), model.told(states))
        return *(each[0] for each in answers), self.model.distance


def export(base: Path, checkpoint: Path, out: Path) -> None:
    """The trained network in full precision, its layer norms and activations fused."""
    model = AttributionModel(str(base), attn_implementation="eager")
    model.load(torch.load(checkpoint))
    example = torch.ones(1, 32, dtype=torch.long)
    pieces = {1: "pieces"}
    torch.onnx.export(
        Exported(model).eval(),
        (example, example),
        str(out),
        input_names=["ids", "kinds"],
        output_names=OUTPUTS,
        opset_version=OPSET,
        dynamo=False,
        dynamic_axes={"ids": pieces, "kinds": pieces, **{name: {0: "pieces"} for name in OUTPUTS[:-1]}},
    )
    optimizer.optimize_model(str(out), model_type="bert", opt_level=0).save_model_to_file(str(out))
    fuse(out, model.encoder.encoder.layer[0].attention.self.num_attention_heads)


def samples(tokenizer) -> Iterator[dict[str, np.ndarray]]:
    """Invented passages as the network's inputs."""
    folder = Path(__file__).parent / "own" / "held"
    for passage in marked.read(folder, Path(os.environ["SAYSO_DATA"]))[:SAMPLES]:
        pieces = split(passage.text, tokenizer)
        ids, kinds = np.r_[CLS, pieces.ids, SEP], np.r_[0, pieces.kinds, 0]
        yield {"ids": ids[None, :512], "kinds": kinds[None, :512]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    full, small = args.out / "attribution-fp32.onnx", args.out / "attribution.onnx"
    export(args.base, args.checkpoint, full)
    tokenizer = tokenizer_of(args.base)
    smooth(full, samples(tokenizer))
    quantise(full, small, HEADS)
    numbers, pieces = tokenizer.get_vocab(), args.out / "wordpieces.txt"
    pieces.write_text("".join(f"{piece}\n" for piece in sorted(numbers, key=numbers.get)), "utf-8")
    for file in (small, pieces):
        print(file.name, file.stat().st_size, hashlib.sha256(file.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
