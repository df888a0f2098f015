"""What the typing model learns from: marked actor pairs, in folds that keep a sentence's copies together."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.evaluate.marked import unmarked
from sayso.events import pairs

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
from texts import corpus_texts

HERE = Path(__file__).parent
LATER = HERE / "own" / "later"
"""Own examples that no teacher has learnt or labelled: the student learns their types as they stand."""
FOLDS = 5
PLV, OWN = pairs.PLV, pairs.TYPES
"""The classes of the two heads, in the order of the shipped model's answers."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with a source and a target (characters, end excluded), and what is known of their relation.

    A side that the sentence does not name is None.
    `plv` and `own` are classes of `PLV` and `OWN`, "" where not known.
    """

    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    plv: str = ""
    own: str = ""


def data_folder() -> Path:
    return Path(os.environ["SAYSO_DATA"])


def normal(sentence: str) -> str:
    """The sentence without case, space and punctuation: two copies of one are equal in it."""
    return re.sub(r"[\W_]+", "", sentence.lower())


def digest(sentence: str) -> str:
    return hashlib.sha256(normal(sentence).encode()).hexdigest()[:16]


def read_plv() -> list[Pair]:
    """PLV's training rows, the first marked source and target of each."""
    with (data_folder() / "plv" / "PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_marked(row["marked_sentence"], plv=row["gold_root"]) for row in rows]


def read_own(folder: Path = HERE / "own") -> list[Pair]:
    """The project's own examples."""
    found = []
    for file in sorted(set(folder.glob("*.tsv")) - {folder / "standoff.tsv"}):
        lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        found += [_marked(row["sentence"], own=row["type"]) for row in rows]
    return found


def as_plv(pairs: Iterable[Pair]) -> list[Pair]:
    """Own examples with PLV's classes beside their own; NONE has no class there."""
    classes = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "NONE": ""}
    return [replace(pair, plv=classes.get(pair.own, pair.own)) for pair in pairs]


def as_own(pairs: Iterable[Pair]) -> list[Pair]:
    """PLV's pairs with the type of the same name; YIELD is either of two."""
    return [replace(pair, own="" if pair.plv == "YIELD" else pair.plv) for pair in pairs]


def read_standoff(file: Path = HERE / "own" / "standoff.tsv") -> list[Pair]:
    """Typed pairs of published news. The file has places and types, the corpora have the words."""
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    found, texts = [], {name: corpus_texts(data_folder() / name) for name in {row[0] for row in rows}}
    for name, number, key, *places, label in rows:
        begin, end, s, e, s2, e2 = map(int, places)
        text = texts[name][int(number)][begin:end]
        if digest(text) != key:
            raise ValueError(f"{name}, text {number}: not the words that were typed; is it another edition?")
        found.append(Pair(text, (s, e), (s2, e2), "", label))
    return found


def read_pool(file: Path) -> list[Pair]:
    """The unlabelled pairs that `pool.py` wrote."""
    rows = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return [Pair(r["text"], tuple(r["source"]), tuple(r["target"])) for r in rows]


def read_folds() -> dict[str, int]:
    """Digest of a sentence -> fold, from the committed file."""
    lines = (HERE / "folds.tsv").read_text("utf-8").splitlines()
    return {key: int(fold) for key, fold in (line.split("\t") for line in lines if not line.startswith("#"))}


def fold_of(pair: Pair, folds: dict[str, int]) -> int:
    """The pair's fold; -1 for a sentence of none."""
    return folds.get(digest(pair.text), -1)


def check_apart(training: Iterable[Pair], held: Iterable[Pair]) -> None:
    """Raise ValueError if a sentence of `held` is among `training`, whatever its case, space and punctuation."""
    known = {normal(pair.text) for pair in held}
    both = [pair.text for pair in training if normal(pair.text) in known]
    if both:
        raise ValueError(
            f"{len(both)} sentences of the held-out fold are in its training, first: {both[0]!r}"
        )


def _marked(marked: str, plv: str = "", own: str = "") -> Pair:
    """The first marked source and target."""
    text, sources, targets = unmarked(marked)
    source, target = (tuple(spans[0]) if spans else None for spans in (sources, targets))
    return Pair(text, source, target, plv, own)
