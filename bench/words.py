"""What the words of two sentences tell about whether they are of one event: common stems beside encoder states.

    python bench/words.py newscluster.jsonl

On a file of the stories form (event, title, text; Giveme5W1H's news clusters): every pair of headlines, and of first
sentences, is of one event or of two. AUC is the chance that a pair of one event is the more alike (0.5 tells
nothing); recall is the share of the pairs of one event at the threshold that one pair of two events in a hundred
reaches. The encoder is the attribution model that sayso ships; its states are the mean over the pieces of its last
hidden layer, with the mean over all sentences taken off (needs the package onnx).
"""

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy
import onnx
import onnxruntime

from sayso.ledger.frame import stems
from sayso.models.session import tokenizer


def states(sentences: Sequence[str]) -> Any:
    """Unit vectors of the sentences."""
    model = onnx.load_from_string((files("sayso.models") / "attribution.onnx").read_bytes())
    hidden = [node.output[0] for node in model.graph.node if node.op_type == "LayerNormalization"][-1]
    model.graph.output.append(onnx.helper.make_empty_tensor_value_info(hidden))
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    cut = tokenizer("attribution_tokenizer")
    rows = []
    for sentence in sentences:
        ids = numpy.array([cut.encode(sentence).ids[:128]])
        rows.append(session.run([hidden], {"ids": ids, "kinds": numpy.zeros_like(ids)})[0][0].mean(axis=0))
    found = numpy.array(rows)
    found -= found.mean(axis=0)
    return found / numpy.linalg.norm(found, axis=1, keepdims=True)


def lexical(sentences: Sequence[str], *, weighted: bool) -> Any:
    """Similarities by common stems: as the ledger compares them, or by cosine with inverse document frequency."""
    cut = [stems(sentence) for sentence in sentences]
    count = Counter(stem for one in cut for stem in one)
    weight = {stem: math.log(len(cut) / n) ** 2 if weighted else 1.0 for stem, n in count.items()}
    total = [sum(weight[stem] for stem in one) or 1.0 for one in cut]
    found = numpy.zeros((len(cut), len(cut)))
    for a, b in combinations(range(len(cut)), 2):
        both = sum(weight[stem] for stem in cut[a] & cut[b])
        if weighted:
            found[a, b] = both / math.sqrt(total[a] * total[b])
        else:
            found[a, b] = (both / (total[a] + total[b] - both) + both / min(total[a], total[b])) / 2
    return found


def measures(similar: Any, same: Any) -> tuple[float, float]:
    """AUC, and recall at one false pair in a hundred."""
    above = numpy.triu_indices(len(same), 1)
    values, labels = similar[above], same[above]
    order = values.argsort(kind="stable").argsort(kind="stable") + 1
    ties = {value: order[values == value].mean() for value in numpy.unique(values[labels])}
    ranks = sum(ties[value] for value in values[labels])
    ones, others = labels.sum(), (~labels).sum()
    threshold = numpy.quantile(values[~labels], 0.99)
    return (ranks - ones * (ones + 1) / 2) / (ones * others), (values[labels] > threshold).mean()


def main(rows: Sequence[dict[str, Any]]) -> None:
    """Print a line for each text and measure."""
    events = numpy.array([row["event"] for row in rows])
    same = events[:, None] == events[None, :]
    firsts = [
        next((s for s in re.split(r"(?<=[.!?])\s+|\n+", row["text"]) if len(s) > 60), "") for row in rows
    ]
    print("text\tmeasure\tAUC\trecall at 1% false")
    for name, sentences in (("headline", [row["title"] for row in rows]), ("first sentence", firsts)):
        vectors = states(sentences)
        plain, weighted = (lexical(sentences, weighted=one) for one in (False, True))
        encoder = vectors @ vectors.T
        for measure, similar in (
            ("common stems (the ledger's)", plain),
            ("stems by rarity", weighted),
            ("encoder states", encoder),
            ("stems and states", plain + encoder),
        ):
            auc, recall = measures(similar, same)
            print(f"{name}\t{measure}\t{auc:.3f}\t{recall:.3f}")


if __name__ == "__main__":
    main([json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()])
