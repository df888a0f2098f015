"""Train the weights by which candidates are chosen for the encoder: logistic regression on `sayso.events.signs`.

    SAYSO_DATA=... python train/events/weigh.py src/sayso/models/candidates.tsv
    SAYSO_DATA=... python train/events/weigh.py RUNS --folds

A candidate of PLV or of the CAMEO sentences is an event if it is a marked pair, in its direction; one of the
stand-off news if the pair was given a type; of other pairs in these texts the shipped encoder's chance is learned.
With `--folds` one file is written for each of PLV's folds, from what is not in it, and what the weights would keep of
each fold is told. `--rows FILE` keeps the read candidates, or goes on from them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from copies import fold_of_copy
from data import FOLDS, HERE, corpus_texts, data_folder, digest

from sayso.errors import InputRefused
from sayso.evaluate.events import GoldSentence, Predicted, read_bio, read_plv, tally
from sayso.events import stage, typed
from sayso.events.candidates import Candidate
from sayso.events.pairs import NONE, Marked, types_of
from sayso.events.signs import signs
from sayso.pipeline.plan import plan
from sayso.pipeline.run import run
from sayso.read.options import Options
from sayso.read.text import from_text
from sayso.records.base import Span
from sayso.records.settings import Settings
from sayso.records.stages import Parsed, Resolved

MARKED = "marked"
SEEN = 4  # a sign must be seen with as many candidates
PENALTY = 25.0
STEPS = 200
SMALL = 0.03  # smaller weights are left out
TRIED = (-2.0, -1.75, -1.6, -1.5, -1.25)

HEAD = """\
# Weights of candidates: a logistic regression on the signs of sayso.events.signs.
# source: trained by train/events/weigh.py on PLV train (snowood1/Zero-Shot-PLOVER, no licence stated), the CAMEO
#         sentences of eventdata/ConfliBERT (GPL-3.0 repository, third-party text), and pairs of published news typed
#         for sayso (train/events/own/standoff.tsv)
# licence: Apache-2.0 (weights; no sentence is in them)
# the sum of a candidate's weights, and of the row "" for all, is the log odds that it is an event
"""

Made = tuple[Parsed, Resolved]


class Row(NamedTuple):
    """A candidate: the set it comes from, its fold, its signs, and the chance that it is an event.

    The chance is 0.0 or 1.0 where that is known, else what the encoder says.
    """

    name: str
    fold: int
    signs: list[str]
    chance: float


def of_sentences(name: str, sentences: list[GoldSentence], made: list[Made]) -> Iterator[Row]:
    """The candidates of marked sentences."""
    for sentence, (parsed, resolved) in zip(sentences, made, strict=True):
        shift = max(sentence.text.find(parsed.report.text[:20]), 0)
        for one in shown(parsed, resolved):
            sides = (_mentions(ids, resolved, shift) for ids in (one.actors, one.recipients))
            event = tally(sentence, [Predicted(*sides, False, "")]).right_directed > 0
            yield Row(name, fold_of_copy(sentence.text), sorted(set(signs(one))), float(event))


def of_news(typed_pairs: list[list[str]], made: Made) -> Iterator[Row]:
    """The candidates of one text, by the label of its typed pairs or by the encoder."""
    parsed, resolved = made
    for one in shown(parsed, resolved):
        sentence = one.trigger.sent
        fold = int(digest(sentence.text), 16) % FOLDS
        label = next((row[-1] for row in typed_pairs if _is_pair(one, row)), None)
        if label is None:
            at = sentence.start_char
            sides = (Span(s.start - at, s.end - at) for s in (one.actor_spans[0], one.recipient_spans[0]))
            chance = 1.0 - types_of([Marked(sentence.text, *sides)])[0].chances[NONE]
            yield Row("unlabelled", fold, sorted(set(signs(one))), round(chance, 4))
        else:
            yield Row("news", fold, sorted(set(signs(one))), float(label != NONE))


def _is_pair(one: Candidate, row: list[str]) -> bool:
    source, target = (Span(*(int(row[3]) + int(place) for place in row[n : n + 2])) for n in (5, 7))
    return one.actor_spans[0].overlaps(source) and one.recipient_spans[0].overlaps(target)


def shown(parsed: Parsed, resolved: Resolved) -> list[Candidate]:
    """The candidates of a report among which the weights choose."""
    found: list[Candidate] = []
    stage.judged = lambda told, sentence: told
    stage.proposed = lambda others, sentence: found.extend(others) or []
    list(stage.tell(parsed, resolved, encoder=True))
    return [one for one in found if one.confidence >= typed.SURE and one.actor_spans and one.recipient_spans]


def _mentions(ids: tuple[str, ...], resolved: Resolved, shift: int) -> tuple[Span, ...]:
    return tuple(Span(s + shift, e + shift) for id in ids for s, e in resolved.actor(id).mentions)


def coded(texts: list[str]) -> list[Made | None]:
    """Each text parsed and resolved; None for one that is refused."""
    stages = plan(Settings())[:3]
    found: list[Made | None] = []
    for text in texts:
        try:
            (made,) = run(stages, [from_text(text, Options.of(published=None, publisher=None))])
        except InputRefused:
            made = None
        found.append((made[Parsed], made[Resolved]) if isinstance(made, dict) else None)
    return found


def read_rows() -> Iterator[Row]:
    """All candidates that are known to be events or none."""
    folder = data_folder()
    sets = {
        "plv": read_plv(folder / "plv" / "PLV_train.tsv"),
        "cameo": read_bio(folder / "conflict" / "cameo_ner" / "train.txt"),
    }
    for name, sentences in sets.items():
        pairs = zip(sentences, coded([sentence.text for sentence in sentences]), strict=True)
        known = [(sentence, made) for sentence, made in pairs if made is not None]
        yield from of_sentences(name, [sentence for sentence, _ in known], [made for _, made in known])
    lines = (HERE / "own" / "standoff.tsv").read_text("utf-8").splitlines()
    of_text: dict[tuple[str, int], list[list[str]]] = defaultdict(list)
    for row in (line.split("\t") for line in lines if not line.startswith("#")):
        of_text[row[0], int(row[1])].append(row)
    texts = {name: corpus_texts(data_folder() / name) for name, _ in of_text}
    for (name, number), rows in of_text.items():
        for made in coded([texts[name][number]]):
            yield from of_news(rows, made) if made is not None else ()


def fit(rows: list[Row]) -> dict[str, float]:
    """Weights by sign; "" is the start, that of news, for the marked sets have more events."""
    rows = [r._replace(signs=[*r.signs, MARKED]) if r.name in ("plv", "cameo") else r for r in rows]
    counts = Counter(sign for row in rows for sign in row.signs)
    names = sorted(sign for sign, count in counts.items() if count >= SEEN and sign.isprintable())
    number = {name: n for n, name in enumerate(names, start=1)}
    columns = [[0, *(number[sign] for sign in row.signs if sign in number)] for row in rows]
    place = np.repeat(np.arange(len(rows)), [len(some) for some in columns])
    column = np.concatenate(columns)
    gold = np.array([row.chance for row in rows])
    weights, mean, square = (np.zeros(len(names) + 1) for _ in range(3))
    free = np.append(0.0, np.full(len(names), PENALTY))
    for step in range(1, STEPS + 1):  # Adam on all at once, its steps shrinking to nothing
        error = 1 / (1 + np.exp(-np.bincount(place, weights[column], len(rows)))) - gold
        gradient = np.bincount(column, error[place], len(weights)) + free * weights
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        pace = 0.1 * (1 - step / (STEPS + 1)) * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        weights -= pace * mean / (np.sqrt(square) + 1e-8)
    kept = {name: float(w) for name, w in zip(names, weights[1:], strict=True) if abs(w) >= SMALL}
    kept.pop(MARKED, None)
    return {"": float(weights[0]), **kept}


def write(weights: dict[str, float], out: Path) -> None:
    """The weights as the package keeps them."""
    rows = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())]
    out.write_text(HEAD + "\n".join(["sign\tweight", *rows]) + "\n", "utf-8")


def report(rows: list[Row], weights: dict[int, dict[str, float]]) -> str:
    """Of each set out of fold: the share of candidates that are kept at a weight, and the share of the events."""
    lines = []
    for name in ("plv", "cameo", "news"):
        own = [row for row in rows if row.name == name]
        scores = np.array([sum(weights[r.fold].get(s, 0.0) for s in ("", *r.signs)) for r in own])
        event = np.array([row.chance == 1.0 for row in own])
        shares = [f"{w}: {(scores >= w).mean():.2f} {(scores[event] >= w).mean():.2f}" for w in TRIED]
        lines.append(
            f"{name}, {len(own)} candidates, {event.sum()} events; kept of all, of events: {', '.join(shares)}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--rows", type=Path)
    args = parser.parse_args()
    if args.rows is not None and args.rows.exists():
        rows = [Row(*json.loads(line)) for line in args.rows.read_text("utf-8").splitlines()]
    else:
        rows = list(read_rows())
        if args.rows is not None:
            args.rows.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    if args.folds:
        weights = {fold: fit([row for row in rows if row.fold != fold]) for fold in range(FOLDS)}
        for fold, own in weights.items():
            write(own, args.out / f"candidates{fold}.tsv")
        print(report(rows, weights))
    else:
        write(fit(rows), args.out)
        print(f"{len(rows)} candidates")


if __name__ == "__main__":
    main()
