"""Int8 files from full-precision ONNX graphs of BERT encoders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic


def quantise(full: Path, small: Path, heads: Sequence[str] = ()) -> None:
    """Int8 matrices of the encoder and of those heads, int8 embeddings; the other heads stay as they are."""
    nodes = [node.name for node in onnx.load(str(full)).graph.node if node.op_type == "MatMul"]
    kept = [name for name in nodes if "/encoder/" not in name and name.split("/")[1] not in heads]
    quantize_dynamic(
        full,
        small,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=kept,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": 1},
    )
    graph = onnx.load(str(small))
    _quantise_rows(graph.graph, "word_embeddings")
    onnx.checker.check_model(graph)
    onnx.save(graph, str(small))


def _quantise_rows(graph: onnx.GraphProto, name: str) -> None:
    """Replace a gathered float table by int8 rows and one scale a row."""
    table = next(t for t in graph.initializer if name in t.name)
    weights = numpy_helper.to_array(table)
    scales = np.abs(weights).max(axis=1, keepdims=True) / 127 + 1e-12
    rows = np.round(weights / scales).astype(np.int8)
    at, gather = next(
        (i, n) for i, n in enumerate(graph.node) if n.op_type == "Gather" and n.input[0] == table.name
    )
    index, out = gather.input[1], gather.output[0]
    new = [
        helper.make_node("Gather", [f"{name}.rows", index], [f"{name}.row"]),
        helper.make_node("Gather", [f"{name}.scales", index], [f"{name}.scale"]),
        helper.make_node("Cast", [f"{name}.row"], [f"{name}.cast"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}.cast", f"{name}.scale"], [out]),
    ]
    graph.node.remove(gather)
    for offset, node in enumerate(new):
        graph.node.insert(at + offset, node)
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(rows, f"{name}.rows"))
    graph.initializer.append(numpy_helper.from_array(scales.astype(np.float32), f"{name}.scales"))
