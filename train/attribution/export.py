"""Write a checkpoint as the int8 ONNX file that sayso ships, with the tokenizer beside it.

    python train/attribution/export.py CHECKPOINT.pt --base FOLDER --out FOLDER

Matrices of the encoder are int8 a channel, activations are scaled at run time (dynamic quantisation), the word
embeddings are int8 a row; the small heads stay as they are. `attribution-fp32.onnx` is kept for comparison.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

import torch
from model import AttributionModel
from onnxruntime.transformers import optimizer
from score import tokenizer_of

from sayso.encode.network import OUTPUTS

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
from quantise import quantise

OPSET = 17


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
        )
        answers = (*tags, *model.vectors(states), model.told(states))
        return *(each[0] for each in answers), self.model.distance


def export(base: Path, checkpoint: Path, out: Path) -> None:
    """The trained network in full precision, its layer norms and activations fused."""
    model = AttributionModel(str(base), attn_implementation="eager")
    model.load_state_dict(torch.load(checkpoint), strict=False)
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
    heads, hidden = model.encoder.config.num_attention_heads, model.encoder.config.hidden_size
    optimizer.optimize_model(
        str(out), model_type="bert", num_heads=heads, hidden_size=hidden, opt_level=0
    ).save_model_to_file(str(out))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--exclude", nargs="*", default=[], help="parts of names of matrices to keep as they are"
    )
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    full, small = args.out / "attribution-fp32.onnx", args.out / "attribution.onnx"
    export(args.base, args.checkpoint, full)
    quantise(full, small, args.exclude)
    numbers, pieces = tokenizer_of(args.base).get_vocab(), args.out / "wordpieces.txt"
    pieces.write_text("".join(f"{piece}\n" for piece in sorted(numbers, key=numbers.get)), "utf-8")
    for file in (small, pieces):
        print(file.name, file.stat().st_size, hashlib.sha256(file.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
