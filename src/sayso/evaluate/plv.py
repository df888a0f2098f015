"""Scoring the type of a marked pair on PLV (snowood1/Zero-Shot-PLOVER): macro F1 at three levels.

The file is the authors' table: `marked_sentence` with the source and the target in <s> and <t>, `gold_root`, one of
15 classes (YIELD is CONCEDE and RETREAT). Each row's marked pair is typed by the shipped model, whatever the rules
would find in the sentence; where a side is marked more than once its first mark counts, a side not marked is not
named. The model has an answer by PLV's classes, beside that by PLOVER's types.

- root: macro F1 over the classes that occur in the gold.
- penta: the same over the five groups of CAMEO's pentacode but neutral: verbal and material cooperation, verbal and
  material conflict. The group follows from the class.
- binary: the same over cooperation and conflict.

Intervals are 95% percentile intervals over rows drawn with replacement. The shipped model was trained on PLV's
training rows: only a file that it has not seen measures it; cross-validation is in `train/events`.
"""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.errors import InputRefused
from sayso.evaluate.bootstrap import Measure, measured
from sayso.evaluate.marked import unmarked
from sayso.events.pairs import Marked, types_of

LEVELS = ("binary", "penta", "root")
_GROUPS = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT"),
    "material cooperation": ("AID", "COOPERATE", "YIELD"),
    "verbal conflict": ("ACCUSE", "REJECT", "REQUEST", "THREATEN"),
    "material conflict": ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"),
}
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names}


class PlvScores(NamedTuple):
    """What `sayso score plv` prints: rows, the scores by level, and each row's predicted class."""

    rows: int
    scores: dict[str, Measure]
    predicted: tuple[str, ...]


def score_plv(path: Path, predictions: Path | None = None, *, samples: int = 1000) -> PlvScores:
    """Type the marked pairs of `path` and score them.

    `predictions` names a file to which a line {"uid", "type"} a row is written. Raises InputRefused for a file of
    another form.
    """
    rows = read(path)
    marked = [_pair(row["marked_sentence"]) for row in rows]
    predicted = [typed.plv for typed in types_of(marked)]
    if predictions is not None:
        pairs = zip(rows, predicted, strict=True)
        lines = (
            json.dumps({"uid": row.get("uid", str(n)), "type": name}) for n, (row, name) in enumerate(pairs)
        )
        predictions.write_text("\n".join(lines) + "\n", "utf-8")
    units = [(row["gold_root"], name) for row, name in zip(rows, predicted, strict=True)]
    return PlvScores(len(rows), measured(units, _rates, samples), tuple(predicted))


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a PLV table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or not {"marked_sentence", "gold_root"} <= set(rows[0]):
        raise InputRefused(
            "score", str(path), "is no PLV file: it has no columns marked_sentence and gold_root"
        )
    return rows


def _pair(marked: str) -> Marked:
    text, sources, targets = unmarked(marked)
    return Marked(text, next(iter(sources), None), next(iter(targets), None))


def _rates(units: Sequence[tuple[str, str]]) -> dict[str, float]:
    gold, predicted = [unit[0] for unit in units], [unit[1] for unit in units]
    return {level: macro(gold, predicted, level) for level in LEVELS}


def macro(gold: Sequence[str], predicted: Sequence[str], level: str) -> float:
    """Macro F1 over the classes of the gold at one of `LEVELS`.

    >>> macro(["AID", "ACCUSE"], ["YIELD", "REJECT"], "penta")
    1.0
    """
    pairs = [(at(one, level), at(other, level)) for one, other in zip(gold, predicted, strict=True)]
    scores = []
    for name in sorted({one for one, _ in pairs}):
        hits = sum(one == other == name for one, other in pairs)
        either = sum(one == name for one, _ in pairs) + sum(other == name for _, other in pairs)
        scores.append(2 * hits / either)
    return sum(scores) / len(scores)


def at(name: str, level: str) -> str:
    """A root class's group at a level."""
    group = _GROUP_OF.get(name, name)
    return name if level == "root" else group if level == "penta" else group.rpartition(" ")[2]
