"""Have several networks read unlabelled news: the mean of their chances is what a student learns.

    python train/attribution/teach.py [NETWORK ...] --base FOLDER [--large BASE CHECKPOINT] --out TAUGHT.pkl

A network is a checkpoint, or an exported one (.onnx). The large one, a checkpoint of another base, counts as much as
all others together; it may be the only one. The texts: Wikinews, the news stories, and LGL's local news under
`SAYSO_DATA`, or PolNeAR train, whose annotations fit.py then mixes with what the networks say. The file is for fit.py
alone.
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
from score import network_of, tokenizer_of, torch_network

from sayso.encode.encoder import Answered, Encoder
from sayso.encode.words import split
from sayso.evaluate.places_gold import read_places

KINDS = ["wikinews", "stories", "lgl", "polnear"]


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
    if "polnear" in kinds:
        lines = (folder / "polnear" / "train.jsonl").read_text("utf-8").splitlines()
        found += [json.loads(line)["text"] for line in lines]
    return list(dict.fromkeys(text for text in found if text.strip()))


def mean(readings: list[Answered], large: list[Answered]) -> tuple[np.ndarray, dict]:
    """The log of the mean chances of tags, and of the links of words that all networks hold for likely cues."""
    sides = [side for side in (readings, large) if side]
    shares = [1 / len(side) / len(sides) for side in sides for _ in side]
    every = [*readings, *large]
    chances = sum(share * np.exp(each.scores) for share, each in zip(shares, every, strict=True))
    cues = set.intersection(*(set(each.rows) for each in every))
    rows = {}
    for cue in cues:
        each = [one.rows[cue] for one in every]
        links = sum(share * np.exp(row.scores) for share, row in zip(shares, each, strict=True))
        rows[cue] = (each[0].low, np.log(links + 1e-9).astype(np.float16))
    return np.log(chances + 1e-9).astype(np.float16), rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("networks", type=Path, nargs="*")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--large", type=Path, nargs=2, metavar=("BASE", "CHECKPOINT"))
    parser.add_argument("--texts", nargs="+", choices=KINDS, default=KINDS[:3])
    parser.add_argument(
        "--part", type=int, nargs=2, default=(0, 1), help="which of how many parts of the texts"
    )
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if not args.networks and args.large is None:
        parser.error("name a network, or a --large one")
    tokenizer = tokenizer_of(args.base)
    teachers = [Encoder(tokenizer, network_of(args.base, file)) for file in args.networks]
    large = [Encoder(tokenizer, torch_network(*args.large))] if args.large else []
    kept = []
    for text in texts(args.texts)[args.part[0] :: args.part[1]]:
        pieces = split(text, tokenizer)
        read = [[teacher.read(pieces) for teacher in some] for some in (teachers, large)]
        kept.append((text, *mean(*read)))
    args.out.write_bytes(pickle.dumps(kept))


if __name__ == "__main__":
    main()
