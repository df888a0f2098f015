"""Matrices whose input has a few channels far larger than the rest, made fit for int8.

After SmoothQuant (Xiao et al. 2023), for those channels only: the channel is divided, and its row of the matrix
multiplied, by a factor, so that the product stays what it was and the scale of the rest gets finer. In BERT one token
has one channel of about 30 where all others keep below 8.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, helper, numpy_helper

RANK = 8
"""All channels are brought down to the size of the one of this rank, counted from the largest."""


def smooth(full: Path, feeds: Iterable[dict[str, np.ndarray]]) -> None:
    """Smooth the inputs of the feed-forward matrices of a full-precision graph, by their sizes for `feeds`."""
    model = onnx.load(str(full))
    nodes = [node for node in model.graph.node if node.op_type == "MatMul" and _is_feed_forward(node.name)]
    for node, sizes in zip(nodes, _largest(model, [node.input[0] for node in nodes], feeds), strict=True):
        factors = (sizes / np.sort(sizes)[-RANK]).clip(min=1).astype(np.float32)
        weights = next(each for each in model.graph.initializer if each.name == node.input[1])
        rows = numpy_helper.to_array(weights) * factors[:, None]
        weights.CopyFrom(numpy_helper.from_array(rows, weights.name))
        _divide(model, node, factors)
    onnx.save(model, str(full))


def _is_feed_forward(name: str) -> bool:
    return "/layer." in name and "/dense/" in name and "/attention/" not in name


def _largest(model: ModelProto, names: list[str], feeds: Iterable[dict[str, np.ndarray]]) -> list[np.ndarray]:
    """The largest size of each channel of the named values."""
    import onnxruntime

    probe = ModelProto()
    probe.CopyFrom(model)
    probe.graph.output.extend(helper.make_empty_tensor_value_info(name) for name in names)
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    largest = [np.float32(1e-3)] * len(names)
    for feed in feeds:
        values = session.run(names, feed)
        largest = [np.maximum(a, np.abs(v).max(axis=(0, 1))) for a, v in zip(largest, values, strict=True)]
    return largest


def _divide(model: ModelProto, node: NodeProto, factors: np.ndarray) -> None:
    """Have the node read its input divided by `factors`."""
    name = f"{node.name}.smoothed"
    model.graph.initializer.append(numpy_helper.from_array(1 / factors, f"{name}.factors"))
    divided = helper.make_node("Mul", [node.input[0], f"{name}.factors"], [name], f"{name}/Mul")
    at = list(model.graph.node).index(node)
    model.graph.node.insert(at, divided)
    model.graph.node[at + 1].input[0] = name
