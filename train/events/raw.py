"""Events on raw sentences out of fold: each sentence is typed by the fold's model that has not seen it.

    python train/events/raw.py RUNS --base MINILM [--seed 1] --file PLV_train.tsv [--folds 0 3]
    python train/events/raw.py RUNS --base MINILM --file cameo_ner/train.txt

RUNS holds the fold's encoders (`cv.py fold`) and its weights of candidates (`weigh.py RUNS --folds`).
The protocol is that of `sayso score events`. With `--folds` only PLV's rows of these folds are scored. Three quarters
of the CAMEO set's sentences are PLV's, some changed by an editor: those are typed by the model of PLV's fold. The
others have been seen by no model and are typed by that of fold 0.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from calibrate import softmax
from copies import fold_of_copy
from data import FOLDS, OWN, PLV, Pair, fold_of, read_folds, read_plv
from fit import answers
from model import PairModel, Reader

from sayso.evaluate.events import score_events
from sayso.events import pairs, typed, weighing
from sayso.events.candidates import Candidate


class FoldTyper:
    """Types marked sentences by the model of their fold."""

    def __init__(self, runs: Path, base: Path, seed: int, temperature: float, kept: list[int]) -> None:
        self._reader, self._temperature = Reader(base), temperature
        self._models: dict[int, PairModel] = {}
        for fold in kept:
            model = PairModel(str(base))
            model.load_state_dict(torch.load(runs / f"student{fold}-seed{seed}.pt"))
            self._models[fold] = model.eval()

    def __call__(self, marked: Sequence[pairs.Marked]) -> list[pairs.Typed]:
        found = []
        for one in marked:
            model = self._models[fold_of_copy(one.text)]
            logits = answers(model, self._reader, [Pair(one.text, one.source, one.target)])
            chances = softmax(logits.own / self._temperature)[0]
            named = dict(zip(OWN, map(float, chances), strict=True))
            found.append(pairs.Typed(PLV[int(logits.plv[0].argmax())], named))
        return found


class FoldWeigher:
    """Weighs candidates by the weights of their fold (`weigh.py --held`)."""

    def __init__(self, folder: Path, kept: list[int]) -> None:
        self._weights = {
            fold: weighing.read((folder / f"candidates{fold}.tsv").read_text("utf-8")) for fold in kept
        }

    def __call__(self, one: Candidate) -> float:
        return weighing.weigh(one, self._weights[fold_of_copy(one.trigger.sent.text)])


def _rows_of(file: Path, kept: list[int], folder: Path) -> Path:
    """PLV's rows of some folds, in a file of their own; the file itself if all are wanted."""
    if len(kept) == FOLDS:
        return file
    folds, lines = read_folds(), file.read_text("utf-8").split("\n")
    rows = zip(lines[1:], read_plv(), strict=False)
    own = [line for line, pair in rows if fold_of(pair, folds) in kept]
    (folder / "rows.tsv").write_text("\n".join([lines[0], *own]) + "\n", "utf-8")
    return folder / "rows.tsv"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("runs", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--folds", type=int, nargs="*", default=list(range(FOLDS)))
    args = parser.parse_args()
    torch.set_num_threads(1)
    typed.types_of = FoldTyper(args.runs, args.base, args.seed, args.temperature, args.folds)
    typed.weigh = FoldWeigher(args.runs, args.folds)
    with tempfile.TemporaryDirectory() as folder:
        found = score_events(_rows_of(args.file, args.folds, Path(folder)))
    print(f"{found.sentences} sentences, {found.gold} pairs, {found.predicted} events")
    for name, score in found.scores.items():
        print(f"{name:20}{score.value:.3f} [{score.low:.3f}, {score.high:.3f}]")


if __name__ == "__main__":
    main()
