"""Stories: which reports tell of the same event, by weighted words and time, clustered by average linkage.

Weights and threshold were chosen on the development half of the Giveme5W1H news clusters (fhamborg/Giveme5W1H) with
Wikinews articles as noise; F1 is flat from 0.11 to 0.14 there (docs/ledger.md has the curve).
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy

LEAD = 1500
"""Characters of the text that are read: a story says early what it is about."""
TITLE, NAME = 4.0, 2.0
"""Weights of a word of the title, and of a capitalised word inside a sentence."""
TIME, DAYS = 0.8, 30.0
"""Similarity keeps this share however far apart two reports are; the rest fades with so many days."""
THRESHOLD = 0.13
_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_OPENING = set('.!?\n“":')


class Told(NamedTuple):
    """A report as stories are made of it."""

    title: str
    text: str
    published: date | None


def stories(reports: Sequence[Told], *, threshold: float = THRESHOLD) -> list[int]:
    """A story's number for each report. Memory grows with the square of the number of reports."""
    if not reports:
        return []
    similarity = cosine([terms(report) for report in reports])
    return average_linkage(_faded(similarity, reports), threshold)


def terms(report: Told) -> Counter[str]:
    """The words of a report's title and lead, with their weights."""
    counted: Counter[str] = Counter()
    lead = report.text[:LEAD]
    for match in _WORD.finditer(lead):
        start = match.start()
        named = match.group()[0].isupper() and start > 1 and lead[start - 2] not in _OPENING
        _count(counted, match.group(), NAME if named else 1.0)
    for match in _WORD.finditer(report.title):
        _count(counted, match.group(), TITLE)
    return counted


def _count(counted: Counter[str], word: str, weight: float) -> None:
    stem = word.lower().removesuffix("’s").removesuffix("'s")
    if len(stem) > 4:
        stem = stem.removesuffix("s")
    if len(stem) > 2:
        counted[stem] += weight  # type: ignore[assignment]


def cosine(counted: Sequence[Counter[str]]) -> "numpy.ndarray[Any, Any]":
    """Cosines of all pairs; logarithmic counts by inverse document frequency in the collection itself."""
    import numpy

    frequency = Counter(term for one in counted for term in one)
    column = {term: at for at, term in enumerate(term for term, n in frequency.items() if n > 1)}
    matrix = numpy.zeros((len(counted), max(len(column), 1)), numpy.float32)
    for row, one in enumerate(counted):
        for term, weight in one.items():
            if term in column:
                matrix[row, column[term]] = (1 + math.log(weight)) * math.log(len(counted) / frequency[term])
    matrix /= numpy.maximum(numpy.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    similarity: numpy.ndarray[Any, Any] = matrix @ matrix.T
    return similarity


def _faded(similarity: "numpy.ndarray[Any, Any]", reports: Sequence[Told]) -> "numpy.ndarray[Any, Any]":
    import numpy

    days = numpy.array(
        [float(report.published.toordinal()) if report.published else numpy.nan for report in reports]
    )
    apart = numpy.nan_to_num(numpy.abs(days[:, None] - days[None, :]), nan=0.0)
    faded: numpy.ndarray[Any, Any] = similarity * (TIME + (1 - TIME) * numpy.exp(-apart / DAYS))
    return faded


def average_linkage(similarity: "numpy.ndarray[Any, Any]", threshold: float) -> list[int]:
    """Merge the two clusters of the highest mean similarity until it is below the threshold (UPGMA)."""
    import numpy

    left = similarity.astype(numpy.float64)
    numpy.fill_diagonal(left, -1.0)
    members = [[at] for at in range(len(left))]
    best = left.argmax(axis=1)
    value = left[numpy.arange(len(left)), best]
    while True:
        one = int(value.argmax())
        if value[one] < threshold or len(left) < 2:
            break
        other = int(best[one])
        _join(left, members, one, other)
        stale = numpy.flatnonzero((best == one) | (best == other))
        for row in {one, *map(int, stale)}:
            best[row] = left[row].argmax()
            value[row] = left[row, best[row]]
        value[other] = -1.0
        better = left[:, one] > value
        better[[one, other]] = False
        best[better], value[better] = one, left[better, one]
    labels = [0] * len(left)
    for number, cluster in enumerate(cluster for cluster in members if cluster):
        for at in cluster:
            labels[at] = number
    return labels


def _join(left: "numpy.ndarray[Any, Any]", members: list[list[int]], one: int, other: int) -> None:
    """Fold cluster `other` into `one`: the mean of all pairs."""
    a, b = len(members[one]), len(members[other])
    merged = (left[one] * a + left[other] * b) / (a + b)
    merged[left[one] < 0] = -1.0
    left[one], left[:, one] = merged, merged
    left[other], left[:, other] = -1.0, -1.0
    left[one, one] = -1.0
    members[one] += members[other]
    members[other] = []
