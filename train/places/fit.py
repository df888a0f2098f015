"""Fit the weights of sayso.resolve.places.rank, on LGL and GeoVirus, and cross-validate by document.

SAYSO_DATA=... python train/places/fit.py [--write]
"""

import os
import random
import sys
from pathlib import Path

import numpy as np

from sayso.evaluate.places_gold import GoldDocument, read_places
from sayso.lexicons import load
from sayso.resolve.places import rank
from sayso.resolve.places.features import ALONE, COMPANY, Field, alone, company, kilometres
from sayso.resolve.places.grouping import group

LIMIT = 161.0
WORLD = 6
"""How often a GeoVirus document counts: LGL is local papers of small towns, and most news is not."""


def main() -> None:
    """Cross-validate, then fit on all."""
    data = Path(os.environ["SAYSO_DATA"]) / "places"
    sets = {name: [Case(d) for d in read_places(data / name)] for name in ("lgl.xml", "GeoVirus.xml")}
    cases = [case for some in sets.values() for case in some]
    order = list(range(len(cases)))
    random.Random(1).shuffle(order)
    fold = {number: place % 5 for place, number in enumerate(order)}
    right = {}
    for held in range(5):
        weights = fit([case for number, case in enumerate(cases) if fold[number] != held])
        for number, case in enumerate(cases):
            if fold[number] == held:
                right[id(case)] = case.score(*weights)
    for name, some in sets.items():
        counts = np.sum([right[id(case)] for case in some], axis=0)
        print(
            f"{name}: cross-validated acc@161 {counts[0] / counts[2]:.4f}, exact id {counts[1] / counts[2]:.4f}"
        )
    first, later = fit(cases)
    write = "--write" in sys.argv
    table(first, later, write=write)


def table(first: np.ndarray, later: np.ndarray, *, write: bool) -> None:
    """Print the weights, or write them to ranking.tsv, where each feature keeps its words."""
    target = Path(str(load.path("places/ranking.tsv")))
    old = {row.feature: row.words for row in load.table("places/ranking.tsv", rank.Weight)}
    alone_cells = [*np.round(first, 3), *[""] * len(COMPANY)]
    cells = zip(ALONE + COMPANY, alone_cells, np.round(later, 3), strict=True)
    rows = [f"{name}\t{one}\t{two}\t{old.get(name, '')}".rstrip("\t") for name, one, two in cells]
    head = [
        "# source: own, fitted by train/places/fit.py on LGL and GeoVirus",
        "# (github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation)",
        "# licence: Apache-2.0",
        "# Weights of the candidates of a place name, alone and in company, and what a reason says of each feature",
        "feature\talone\tcompany\twords",
    ]
    if write:
        target.write_text("\n".join(head + rows) + "\n", "utf-8")
    print("\n".join(rows))


class Case:
    """A document's candidates, their features and which of them are right."""

    def __init__(self, document: GoldDocument) -> None:
        spans = [toponym.span for toponym in document.toponyms]
        names, of = group(document.text, spans)
        self.field = Field(names)
        self.document = document
        self.number = of
        self.own = alone(self.field)
        starts = np.searchsorted(self.field.group, np.arange(len(names)))
        self.count = np.zeros(len(names))
        self.right = np.zeros(len(self.field))
        self.away = np.zeros(len(self.field))
        self.exact = np.zeros(len(self.field))
        self.total = sum(t.lat is not None for t in document.toponyms)
        for toponym, name in zip(document.toponyms, of, strict=True):
            if toponym.lat is None:
                continue
            rows = slice(starts[name], starts[name] + len(names[name].candidates))
            if rows.start == rows.stop:
                continue
            away = self.distance(toponym, rows)
            self.away[rows] = away
            self.right[rows] += away < LIMIT
            self.exact[rows] += [e.id == toponym.geonames for e in self.field.entries[rows]]
        self.target = self._target()
        self.local = any(t.geonames is not None for t in document.toponyms)

    def distance(self, toponym, rows) -> np.ndarray:
        """How far the candidates are from the gold, in kilometres."""
        lat, lon = np.radians(toponym.lat), np.radians(toponym.lon)
        return kilometres(self.field.lat[rows], self.field.lon[rows], lat, lon)

    def _target(self) -> np.ndarray:
        """The right candidate of each name: the one with the gold's id, else the nearest, if near enough."""
        target = np.zeros(len(self.field))
        for number in range(len(self.field.names)):
            rows = np.flatnonzero(self.field.group == number)
            if not len(rows) or not self.right[rows].any():
                continue
            if self.exact[rows].any():
                chosen = self.exact[rows]
            else:
                chosen = (self.right[rows] > 0) * np.exp(-self.away[rows] / 10)
            target[rows] = (chosen == chosen.max()) / (chosen == chosen.max()).sum()
        return target

    def probabilities(self, first, later) -> np.ndarray:
        """As rank.probabilities, with these weights."""
        p = rank.softmax(self.own @ first, self.field.group)
        for _ in range(2):
            if not len(p):
                break
            p = rank.softmax(np.hstack([self.own, company(self.field, p)]) @ later, self.field.group)
        return p

    def score(self, first, later) -> tuple[float, float, int]:
        """Toponyms within the limit, with the exact id, all."""
        p = self.probabilities(first, later)
        right = exact = 0.0
        for number in range(len(self.field.names)):
            rows = np.flatnonzero(self.field.group == number)
            if len(rows):
                best = rows[np.argmax(p[rows])]
                right += self.right[best]
                exact += self.exact[best]
        return right, exact, self.total


def fit(cases: list[Case]) -> tuple[np.ndarray, np.ndarray]:
    """The weights of both rounds."""
    cases = [case for case in cases if len(case.field) for _ in range(1 if case.local else WORLD)]
    first = newton([(case.own, case.field.group, case.target) for case in cases])
    later = None
    for _ in range(2):
        rows = []
        for case in cases:
            p = rank.softmax(case.own @ first, case.field.group)
            if later is not None:
                p = rank.softmax(np.hstack([case.own, company(case.field, p)]) @ later, case.field.group)
            rows.append((np.hstack([case.own, company(case.field, p)]), case.field.group, case.target))
        later = newton(rows)
    return first, later


def newton(cases: list[tuple[np.ndarray, np.ndarray, np.ndarray]], ridge: float = 2.0) -> np.ndarray:
    """Conditional logit by Newton's method, with a ridge; names without a right candidate are left out."""
    x, target, group, offset = [], [], [], 0
    for features, groups, right in cases:
        keep = np.bincount(groups, right)[groups] > 0
        x.append(features[keep])
        target.append(right[keep])
        _, numbers = np.unique(groups[keep], return_inverse=True)
        group.append(numbers + offset)
        offset += len(np.unique(groups[keep]))
    x, target, group = np.vstack(x), np.concatenate(target), np.concatenate(group)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = rank.softmax(x @ weights, group)
        mean = np.zeros((offset, x.shape[1]))
        np.add.at(mean, group, x * p[:, None])
        centred = x - mean[group]
        gradient = centred.T @ (target - p) - ridge * weights
        hessian = (centred * p[:, None]).T @ centred + ridge * np.eye(len(weights))
        step = np.linalg.solve(hessian, gradient)
        weights = weights + step
        if np.abs(step).max() < 1e-5:
            break
    return weights


if __name__ == "__main__":
    main()
