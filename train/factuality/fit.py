"""Train the learned part of factuality; writes src/sayso/models/factuality.tsv. Data: the folder SAYSO_DATA.

A linear model on features of the parse (sayso.assess.features), by Huber's loss with an L2 penalty, in numpy.
UDS-IH2's training split is read as JSON lines ({"text", "targets": [{"span1": [first, end], "label"}]}), MEANTIME's
as .conll. UW is not read.

    python train/factuality/fit.py src/sayso/models/factuality.tsv
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from sayso.assess.features import features
from sayso.evaluate.factuality import FactualitySentence, read_conll
from sayso.evaluate.factuality_rules import parsed_events

SEEN = 15  # a feature must be seen in as many events
BEND = 1.0  # where Huber's loss turns from square to straight
PENALTY = 3.0
STEPS = 400
SMALL = 0.1  # smaller weights are left out

HEAD = """\
# Weights of the learned part of factuality: a linear model on the features of sayso.assess.features.
# source: trained by train/factuality/fit.py on the training splits of UDS-IH2 (Rudinger, White and Van Durme 2018,
#         "Neural models of factuality", CC BY-SA 4.0) and MEANTIME (Minard et al. 2016, CC BY 4.0), as unified by
#         gabrielStanovsky/unified-factuality; see train/factuality/README.md
# licence: CC BY-SA 4.0
# the sum of an event's weights, and of the row "" for all events, is its factuality, -3 to 3
"""


def main(out: Path) -> None:
    folder = Path(os.environ["SAYSO_DATA"], "factuality")
    sentences = [
        *read_jsonl(folder / "UDS_IH2" / "train.jsonl"),
        *read_conll(folder / "MEANTIME" / "train.conll"),
    ]
    events = [sorted(set(features(*event))) for some in parsed_events(sentences) for event in some]
    gold = np.array([value for sentence in sentences for value in sentence.gold])
    names, weights, start = fit(events, gold)
    kept = sorted((name, weight) for name, weight in zip(names, weights, strict=True) if abs(weight) >= SMALL)
    rows = [f"{name}\t{weight:.2f}" for name, weight in [("", start), *kept]]
    out.write_text(HEAD + "\n".join(["feature\tweight", *rows]) + "\n", "utf-8")
    print(f"{len(gold)} events, {len(names)} features, {len(kept)} weights")


def read_jsonl(path: Path) -> list[FactualitySentence]:
    sentences = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        marks = sorted((target["span1"][0], target["label"]) for target in row["targets"])
        heads, gold = zip(*marks, strict=True) if marks else ((), ())
        sentences.append(FactualitySentence(tuple(row["text"].split(" ")), heads, gold))
    return sentences


def fit(events: Iterable[list[str]], gold: np.ndarray) -> tuple[list[str], np.ndarray, float]:
    """The names of the features, their weights, and what all events start from (the median)."""
    events = list(events)
    counts = Counter(name for event in events for name in event)
    names = sorted(name for name, count in counts.items() if count >= SEEN and name.isprintable())
    number = {name: n for n, name in enumerate(names)}
    rows = np.repeat(np.arange(len(events)), [sum(name in number for name in event) for event in events])
    columns = np.array([number[name] for event in events for name in event if name in number])
    start = float(np.median(gold))
    weights, mean, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):  # Adam on all events at once, its steps shrinking to nothing
        error = np.bincount(rows, weights[columns], len(events)) + start - gold
        slope = np.clip(error / BEND, -1, 1)
        gradient = np.bincount(columns, slope[rows], len(names)) + PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        pace = 0.05 * (1 - step / (STEPS + 1)) * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        weights -= pace * mean / (np.sqrt(square) + 1e-8)
    return names, weights, start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
