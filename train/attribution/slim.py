"""Take the link table out of the first version's graph: its vectors come out instead, the weights stay as they are.

    python train/attribution/slim.py OLD.onnx NEW.onnx

OLD is the graph whose outputs are `tags` and `links` (SHA-256 c10c3c11...); NEW gives what
`sayso.attribute.encoder_network.Answers` holds.
"""

from __future__ import annotations

import sys

import onnx
from onnx import TensorProto, helper

from sayso.attribute.encoder_network import BUCKETS, OUTPUTS

INSIDE = {"tags": "tags", "cues": "/model/Reshape_2_output_0", "arguments": "/model/Reshape_5_output_0"}
SHAPES = {"tags": ["pieces", 13], "cues": ["pieces", 2, 128], "arguments": ["pieces", 2, 128]}


def slim(old: str, new: str) -> None:
    model = onnx.load(old)
    graph = model.graph
    axis = helper.make_tensor("first", TensorProto.INT64, [1], [0])
    graph.initializer.append(axis)
    for node in graph.node:
        node.output[:] = ["tags.batch" if name == "tags" else name for name in node.output]
    inside = {**INSIDE, "tags": "tags.batch"}
    graph.node.extend(helper.make_node("Squeeze", [inside[name], "first"], [name]) for name in INSIDE)
    graph.node.append(helper.make_node("Identity", ["model.distance"], ["distances"]))
    del graph.output[:]
    shapes = {**SHAPES, "distances": [2, 2 * BUCKETS]}
    graph.output.extend(helper.make_tensor_value_info(n, TensorProto.FLOAT, shapes[n]) for n in OUTPUTS)
    needed = set(OUTPUTS)
    for node in reversed(list(graph.node)):
        if needed.isdisjoint(node.output):
            graph.node.remove(node)
        else:
            needed.update(node.input)
    kept = [tensor for tensor in graph.initializer if tensor.name in needed]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    onnx.checker.check_model(model)
    onnx.save(model, new)


if __name__ == "__main__":
    slim(*sys.argv[1:])
