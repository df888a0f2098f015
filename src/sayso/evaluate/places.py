"""Scoring places: recognition of toponyms, and their resolution with given spans and end to end.

Protocol (after Gritta, Pilehvar and Collier 2020, "A pragmatic guide to geoparsing evaluation"):

- *Recognition* (end to end): a toponym found is right if its span is the gold's (strict), or shares a character
  with a gold span (overlap); micro precision, recall and F1 over all toponyms of the gold, linked or not. All
  toponyms that sayso finds count, metonyms ("Moscow agreed") as well, as these corpora annotate them; adjectives
  ("Georgian") are not toponyms for sayso and count as missed where a corpus (LGL) has them.
- *Resolution with given spans*: the gold's spans are resolved, all spans of a document together. Scored over the
  linked toponyms; one that is not resolved counts as wrong. Exact GeoNames id; accuracy at 161 km (100 miles)
  between the coordinates; country (where the gold names one, by its GeoNames id); by GeoNames feature.
- *Resolution end to end*: a linked toponym is right if it was found with its exact span and then resolved as
  above; recall over the linked toponyms.

Intervals are 95% percentile intervals over documents drawn with replacement. Text alone is read: no title, URL
or feed of the corpus. The ranking weights were fitted on LGL and GeoVirus (train/places/fit.py, which prints the
cross-validated figures); on these two files the scores are therefore not held out.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sayso.evaluate.bare import bare_article
from sayso.evaluate.bootstrap import measured
from sayso.evaluate.interval import Count, f1_interval, total
from sayso.evaluate.places_gold import GoldDocument, GoldToponym, read_places
from sayso.parse.spacy_en import Parse
from sayso.records.base import Span
from sayso.resolve.places.choose import Choice, choose
from sayso.resolve.places.find import find_places

LIMIT = 161.0
_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Measure:
    """A score in 0..1 with its 95% interval and the number of toponyms that it is over."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """What `sayso score places` prints.

    `gold` counts the gold's toponyms, `linked` those with coordinates, `found` the predictions. `scores` by
    name: "strict precision", "strict recall", "strict f1" and the same with "overlap" (end to end only);
    "geonames id", "accuracy at 161 km", "country". A score is left out where the gold lacks what it needs.
    `by_feature`: accuracy at 161 km by GeoNames feature, the most frequent first.
    """

    documents: int
    gold: int
    linked: int
    found: int
    given_spans: bool
    scores: dict[str, Measure]
    by_feature: dict[str, Measure]


@dataclass(frozen=True, slots=True)
class Prediction:
    """A toponym and the place given to it; blanks are None."""

    span: Span
    lat: float | None
    lon: float | None
    geonames: int | None
    country: str | None


def score_places(path: Path, given_spans: bool = False, predictions: Path | None = None) -> PlaceScores:
    """Score the corpus file `path` by the protocol in this module's docstring.

    With `given_spans` the file's own spans are resolved and recognition is not scored. `predictions` names a
    file to which each prediction is written as a JSON line {"doc", "start", "end", "text", "lat", "lon",
    "geonames", "country"}: offsets in code points of the article's <text> from 0, end excluded; blanks null.
    Raises InputRefused for a file that is not of the corpora's form.
    """
    documents = read_places(path)
    found = list(map(_given, documents)) if given_spans else list(_end_to_end(documents))
    if predictions is not None:
        lines = (_line(d, p) for d, some in zip(documents, found, strict=True) for p in some)
        predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    scores = {} if given_spans else _recognition(documents, found)
    resolved, by_feature = _resolution(documents, found)
    return PlaceScores(
        documents=len(documents),
        gold=sum(len(document.toponyms) for document in documents),
        linked=sum(toponym.lat is not None for document in documents for toponym in document.toponyms),
        found=sum(map(len, found)),
        given_spans=given_spans,
        scores=scores | resolved,
        by_feature=by_feature,
    )


def _given(document: GoldDocument) -> list[Prediction]:
    spans = [toponym.span for toponym in document.toponyms]
    return [_prediction(s, c) for s, c in zip(spans, choose(document.text, spans), strict=True)]


def _end_to_end(documents: Iterable[GoldDocument]) -> Iterator[list[Prediction]]:
    for parsed in Parse().many(bare_article(document.id, document.text) for document in documents):
        finding = find_places(parsed)
        yield [_prediction(t.span, c) for t, c in zip(finding.toponyms, finding.choices, strict=True)]


def _prediction(span: Span, choice: Choice) -> Prediction:
    at = choice.entry or choice.within
    id = choice.entry.id if choice.entry and choice.entry.id > 0 else None
    country = choice.entry.country if choice.entry else choice.country
    return Prediction(span, at.lat if at else None, at.lon if at else None, id, country)


def _line(document: GoldDocument, found: Prediction) -> str:
    values = {"doc": document.id, "start": found.span.start, "end": found.span.end}
    values |= {"text": found.span.cut(document.text), "lat": found.lat, "lon": found.lon}
    return json.dumps(values | {"geonames": found.geonames, "country": found.country}, ensure_ascii=False)


class _Found(NamedTuple):
    """Counts of a document: strict matches, toponyms found and how many overlap the gold, and the reverse."""

    right: int
    found: int
    found_over: int
    gold: int
    gold_over: int


def _recognition(documents: Sequence[GoldDocument], found: Sequence[list[Prediction]]) -> dict[str, Measure]:
    """Strict and overlap precision, recall and F1."""
    tallies = []
    for document, predictions in zip(documents, found, strict=True):
        gold, given = {t.span for t in document.toponyms}, {p.span for p in predictions}
        over = sum(any(one.overlaps(other) for other in gold) for one in given)
        covered = sum(any(one.overlaps(other) for other in given) for one in gold)
        tallies.append(_Found(len(gold & given), len(given), over, len(gold), covered))
    count = sum(tally.gold for tally in tallies)
    return {name: Measure(*measure, count) for name, measure in measured(tallies, _rates).items()}


def _rates(tallies: Sequence[_Found]) -> dict[str, float]:
    right, found, found_over, gold, gold_over = map(sum, zip(*tallies, strict=True))
    rates = {}
    for kind, one, other in (("strict", right, right), ("overlap", found_over, gold_over)):
        precision, recall = one / found if found else 0.0, other / gold if gold else 0.0
        whole = precision + recall
        rates[f"{kind} precision"], rates[f"{kind} recall"] = precision, recall
        rates[f"{kind} f1"] = 2 * precision * recall / whole if whole else 0.0
    return rates


def _resolution(
    documents: Sequence[GoldDocument], found: Sequence[list[Prediction]]
) -> tuple[dict[str, Measure], dict[str, Measure]]:
    counts: dict[str, list[Count]] = defaultdict(list)
    features: dict[str, list[Count]] = defaultdict(list)
    for document, predictions in zip(documents, found, strict=True):
        by_span = {prediction.span: prediction for prediction in predictions}
        pairs = [(gold, by_span.get(gold.span)) for gold in document.toponyms if gold.lat is not None]
        ids = [pair for pair in pairs if pair[0].geonames is not None]
        countries = [pair for pair in pairs if pair[0].country is not None]
        near = [(gold, _near(gold, given)) for gold, given in pairs]
        counts["geonames id"].append(
            _count(given is not None and given.geonames == g.geonames for g, given in ids)
        )
        counts["accuracy at 161 km"].append(_count(right for _, right in near))
        counts["country"].append(
            _count(given is not None and given.country == g.country for g, given in countries)
        )
        for feature in {gold.feature for gold, _ in near if gold.feature}:
            features[feature].append(_count(right for gold, right in near if gold.feature == feature))
    frequent = sorted(features.items(), key=lambda item: (-total(item[1]).gold, item[0]))
    scores = {name: _measure(some) for name, some in counts.items() if total(some).gold}
    return scores, {name: _measure(some) for name, some in frequent}


def _count(right: Iterable[bool]) -> Count:
    answers = list(right)
    return Count(sum(answers), len(answers), len(answers))


def _measure(counts: Sequence[Count]) -> Measure:
    """The share that is right, of counts whose `predicted` and `gold` are the same."""
    whole = total(counts)
    return Measure(whole.f1, *f1_interval(counts), whole.gold)


def _near(gold: GoldToponym, given: Prediction | None) -> bool:
    if given is None or given.lat is None or given.lon is None or gold.lat is None or gold.lon is None:
        return False
    return kilometres(gold.lat, gold.lon, given.lat, given.lon) <= LIMIT


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle distance of two points in decimal degrees, by the haversine formula.

    >>> round(kilometres(51.5, -0.12, 48.86, 2.35))
    342
    """
    one, two = math.radians(lat), math.radians(lat2)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
