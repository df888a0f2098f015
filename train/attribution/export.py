"""Write a checkpoint as the int8 ONNX file that sayso ships, with the tokenizer beside it.

    python train/attribution/export.py CHECKPOINT.pt --base FOLDER --out FOLDER

Weights are int8 a channel, activations are scaled at run time (dynamic quantisation); embeddings are int8 a row.
`attribution-fp32.onnx` is kept for comparison.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import onnx
import torch
from model import AttributionModel
from onnxruntime.quantization import QuantType, quantize_dynamic
from score import tokenizer_of

OPSET = 17


class Exported(torch.nn.Module):
    """The trained network as one graph: ids and kinds of unpadded windows in, tags and links out."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, kinds: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.model(ids, kinds, torch.ones_like(ids))


def export(base: Path, checkpoint: Path, out: Path) -> None:
    model = AttributionModel(str(base), attn_implementation="eager")
    model.load_state_dict(torch.load(checkpoint), strict=False)
    example = torch.ones(1, 32, dtype=torch.long)
    axes = {"ids": {1: "pieces"}, "kinds": {1: "pieces"}, "tags": {1: "pieces"}, "links": {2: "pieces", 3: "pieces"}}
    torch.onnx.export(
        Exported(model).eval(), (example, example), str(out), input_names=["ids", "kinds"],
        output_names=["tags", "links"], dynamic_axes=axes, opset_version=OPSET, dynamo=False,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    full, small = args.out / "attribution-fp32.onnx", args.out / "attribution.onnx"
    export(args.base, args.checkpoint, full)
    quantize_dynamic(
        full, small, per_channel=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"], extra_options={"MatMulConstBOnly": True},
    )
    onnx.checker.check_model(str(small))
    tokenizer_of(args.base).save(str(args.out / "attribution-tokenizer.json"), pretty=False)
    for file in (small, args.out / "attribution-tokenizer.json"):
        print(file.name, file.stat().st_size, hashlib.sha256(file.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
