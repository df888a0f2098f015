"""Have several networks read unlabelled news: the mean of their chances is what a student learns.

    python train/attribution/teach.py NETWORK [NETWORK ...] --base FOLDER [--large BASE CHECKPOINT] --out TAUGHT.pkl

A network is a checkpoint (.pt) or an exported graph (.onnx), also one of the first shipped version, whose links are
a table. Of the large one, a checkpoint of another base, only the tags are taken. The texts: Wikinews, the news
stories, and LGL's local news under `SAYSO_DATA`. The file is for fit.py alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import pickle
import sys
from pathlib import Path

import numpy as np
from score import tokenizer_of, torch_network

from sayso.encode.encoder import Answered, Encoder
from sayso.encode.words import split
from sayso.evaluate.places_gold import read_places

KINDS = ["wikinews", "stories", "lgl"]


def texts(kinds: list[str]) -> list[str]:
    csv.field_size_limit(sys.maxsize)
    folder, found = Path(os.environ["SAYSO_DATA"]), []
    for file in sorted((folder / "reports").glob("wikinews_*.csv")) if "wikinews" in kinds else ():
        with file.open(encoding="utf-8", newline="") as rows:
            found += [row["text"] for row in csv.DictReader(rows)]
    if "stories" in kinds:
        lines = (folder / "stories" / "newscluster.jsonl").read_text("utf-8").splitlines()
        found += [json.loads(line)["text"] for line in lines]
    if "lgl" in kinds:
        found += [document.text for document in read_places(folder / "places" / "lgl.xml")]
    return list(dict.fromkeys(text for text in found if text.strip()))


def mean(readings: list[Answered], large: list[np.ndarray]) -> tuple[np.ndarray, dict]:
    """The log of the mean chances of tags, where the large network counts as much as all others together, and of the
    links of words that all others hold for likely cues.
    """
    chances = np.mean([np.exp(each.scores) for each in readings], axis=0)
    for tags in large:
        chances = (chances + np.exp(tags)) / 2
    scores = np.log(chances + 1e-9)
    cues = set.intersection(*(set(each.rows) for each in readings))
    rows = {}
    for cue in cues:
        each = [one.rows[cue] for one in readings]
        links = np.log(np.mean([np.exp(row.scores) for row in each], axis=0) + 1e-9)
        rows[cue] = (each[0].low, links.astype(np.float16))
    return scores.astype(np.float16), rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("networks", type=Path, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--large", type=Path, nargs=2, metavar=("BASE", "CHECKPOINT"))
    parser.add_argument("--texts", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = tokenizer_of(args.base)
    teachers = [Encoder(tokenizer, torch_network(args.base, file)) for file in args.networks]
    large = [Encoder(tokenizer, torch_network(*args.large))] if args.large else []
    kept = []
    for text in texts(args.texts):
        pieces = split(text, tokenizer)
        tags = [teacher.read(pieces).scores for teacher in large]
        kept.append((text, *mean([teacher.read(pieces) for teacher in teachers], tags)))
    args.out.write_bytes(pickle.dumps(kept))


if __name__ == "__main__":
    main()
