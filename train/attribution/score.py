"""Score a checkpoint, or an exported model, on PolNeAR dev and its CofeNet form.

    python train/attribution/score.py CHECKPOINT.pt --base FOLDER
    python train/attribution/score.py MODEL.onnx --base FOLDER

`--dump FILE` keeps the network's answers, to try other ways of decoding them.
"""

from __future__ import annotations

import argparse
import os
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from model import AttributionModel
from tokenizers import Tokenizer

from sayso.encode.encoder import Encoder
from sayso.encode.network import OUTPUTS, Answers
from sayso.evaluate import attribution_score, cofenet, polnear
from sayso.evaluate.interval import total

Network = Callable[[np.ndarray, np.ndarray], Answers]


def tokenizer_of(base: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def torch_network(base: Path, checkpoint: Path) -> Network:
    """A checkpoint of `base`, or of its first layers, as a network; in bfloat16, as it was trained."""
    weights = torch.load(checkpoint)
    names = (re.match(r"encoder\.encoder\.layer\.(\d+)\.", name) for name in weights)
    layers = sorted({int(name[1]) for name in names if name})
    model = AttributionModel(str(base), layers, attn_implementation="eager").eval()
    model.load(weights)

    @torch.inference_mode()
    def network(ids: np.ndarray, kinds: np.ndarray) -> Answers:
        with torch.autocast("cpu", torch.bfloat16):
            states = model.states(
                torch.from_numpy(ids), torch.from_numpy(kinds), torch.ones_like(torch.from_numpy(ids))
            )
        states = states.float()
        tags = (
            model.tags(states),
            model.level_tags(states),
            model.stances(states),
            model.classes(states),
        )
        answers = (*tags, *model.vectors(states), model.told(states))
        return Answers(*(each[0].numpy() for each in answers), model.distance.numpy())

    return network


def onnx_network(model: Path) -> Network:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])

    def network(ids: np.ndarray, kinds: np.ndarray) -> Answers:
        return Answers(*session.run(OUTPUTS, {"ids": ids, "kinds": kinds}))

    return network


def network_of(base: Path, file: Path) -> Network:
    """A checkpoint of `base`, or an exported network."""
    return onnx_network(file) if file.suffix == ".onnx" else torch_network(base, file)


def roles(encoder: Encoder, text: str) -> list[dict]:
    return [
        {"source": a.source, "cue": a.cue, "content": a.content} for a in encoder.encode(text).attributions
    ]


def report(encoder: Encoder, data: Path) -> str:
    gold = polnear.read(data / "dev.jsonl")
    counts = [attribution_score.score_article(g, roles(encoder, g.text)) for g in gold]
    lines = []
    for name in attribution_score.NAMES:
        c = total(article[name] for article in counts)
        lines.append(f"{name:16}{100 * c.precision:7.1f}{100 * c.recall:7.1f}{100 * c.f1:7.1f}")
    sentences = cofenet.read(data / "cofenet_valid.txt")
    predicted = [row for r in cofenet.rebuild(sentences) for row in cofenet.labels(r, roles(encoder, r.text))]
    pairs = [cofenet.score_sentence(s.labels, p) for s, p in zip(sentences, predicted, strict=True)]
    for role in ("source", "cue", "content"):
        c = total(pair[role] for pair in pairs)
        lines.append(f"cofenet.{role:8}{100 * c.precision:7.1f}{100 * c.recall:7.1f}{100 * c.f1:7.1f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--dump", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(2)
    encoder = Encoder(tokenizer_of(args.base), network_of(args.base, args.model))
    data = Path(os.environ["SAYSO_DATA"]) / "polnear"
    if args.dump:
        from sayso.encode.words import split

        texts = [g.text for g in polnear.read(data / "dev.jsonl")]
        texts += [r.text for r in cofenet.rebuild(cofenet.read(data / "cofenet_valid.txt"))]
        kept = [(t, p := split(t, tokenizer_of(args.base)), encoder.read(p)) for t in texts]
        args.dump.write_bytes(pickle.dumps(kept))
    print(report(encoder, data))


if __name__ == "__main__":
    main()
