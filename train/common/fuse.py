"""Graphs of BERT encoders with the operators that ONNX Runtime runs fastest on a CPU; the weights stay as they are.

    python train/common/fuse.py MODEL.onnx        (an exported encoder, before or after quantisation)

The attention of each layer, a dozen operators as torch writes it, becomes one MultiHeadAttention. A
SkipLayerNormalization, which runs row by row, becomes two additions and a LayerNormalization (a quarter of its time).
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import onnx
from onnx import GraphProto, NodeProto, helper

DOMAIN = "com.microsoft"
ATTENTION = "/attention/self"


def fuse(file: Path, heads: int) -> None:
    """Rewrite the graph in `file`, whose attentions have so many heads."""
    model = onnx.load(str(file))
    nodes: list[NodeProto] = []
    for node in model.graph.node:
        nodes += _plain_norm(node) if node.op_type == "SkipLayerNormalization" else [node]
        if node.name.endswith(f"{ATTENTION}/value/Add"):
            nodes.append(_attention(node.name.removesuffix("/value/Add"), heads))
    fused = {name for node in nodes if node.op_type == "MultiHeadAttention" for name in node.output}
    nodes = [n for n in nodes if n.op_type == "MultiHeadAttention" or not fused.intersection(n.output)]
    _keep_used(model.graph, nodes)
    if all(each.domain != DOMAIN for each in model.opset_import):
        model.opset_import.append(helper.make_opsetid(DOMAIN, 1))
    onnx.save(model, str(file))


def _attention(layer: str, heads: int) -> NodeProto:
    """One operator from a layer's queries, keys and values to what its heads read, side by side."""
    inputs = [f"{layer}/{part}/Add_output_0" for part in ("query", "key", "value")]
    name = f"{layer}/MultiHeadAttention"
    return helper.make_node(
        "MultiHeadAttention", inputs, [f"{layer}/Reshape_3_output_0"], name, domain=DOMAIN, num_heads=heads
    )


def _plain_norm(node: NodeProto) -> list[NodeProto]:
    """Its additions (input, skip, bias if there is one), then a LayerNormalization."""
    added, skip, scale, shift, *bias = node.input
    nodes = []
    for number, other in enumerate([*bias, skip]):
        total = f"{node.name}.sum{number}"
        nodes.append(helper.make_node("Add", [added, other], [total], f"{node.name}/Add{number}"))
        added = total
    epsilon = next(each.f for each in node.attribute if each.name == "epsilon")
    norm = helper.make_node(
        "LayerNormalization", [added, scale, shift], [node.output[0]], node.name, epsilon=epsilon, axis=-1
    )
    return [*nodes, norm]


def _keep_used(graph: GraphProto, nodes: list[NodeProto]) -> None:
    """Keep those nodes, and those constants, that the graph's outputs need."""
    needed, kept = {each.name for each in graph.output}, []
    for node in reversed(nodes):
        if needed.intersection(node.output):
            kept.append(node)
            needed.update(node.input)
    constants = [each for each in graph.initializer if each.name in needed]
    for field, left in ((graph.node, kept[::-1]), (graph.initializer, constants)):
        del field[:]
        field.extend(left)


def main() -> None:
    """Rewrite one file and print its new digest."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("--heads", type=int, default=12)
    args = parser.parse_args()
    fuse(args.model, args.heads)
    print(args.model.name, hashlib.sha256(args.model.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
