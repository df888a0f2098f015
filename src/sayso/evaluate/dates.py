"""Scoring time expressions as TempEval-3 did (task A; UzZaman et al. 2013, "SemEval-2013 Task 1", section 4).

The TIMEX3 tags inside `<TEXT>` are the gold; the document creation time is given and not scored. A strict match
has the gold's first and last character; a relaxed one shares at least one character with it. Each gold and each
found expression is matched once at most: strict matches first, then overlaps from left to right. Over all
documents together,

- precision = matched / found, recall = matched / gold, F1 their harmonic mean (strict and relaxed);
- value F1 = relaxed F1 x the part of relaxed matches with the gold's `value`, letter for letter (in the paper:
  attribute precision = right values / found, attribute recall = right values / gold, and their F1);
- type F1 in the same way from `type`; type accuracy is the part of relaxed matches with the right type.

Named periods ("the Cold War") are no TIMEX3 and are left out of what is scored and written. Intervals are 95%
percentile intervals over documents drawn with replacement.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from sayso.errors import InputRefused
from sayso.evaluate.bare import bare_article
from sayso.evaluate.bootstrap import Measure, measured
from sayso.parse.spacy_en import Parse
from sayso.records.base import Span
from sayso.resolve.dates import find_timexes

ERA = "timex: era"


class GoldTimex(NamedTuple):
    """A TIMEX3 tag: where it stands in the document's text, its type and value."""

    span: Span
    type: str
    value: str


class TimeMLDocument(NamedTuple):
    """A TimeML file: its name, text, creation day and tags."""

    name: str
    text: str
    created: date | None
    timexes: tuple[GoldTimex, ...]


class DateScores(NamedTuple):
    """What `sayso score dates` prints: documents, gold and found expressions, and the scores by name."""

    documents: int
    gold: int
    found: int
    scores: dict[str, Measure]


class _Tally(NamedTuple):
    gold: int
    found: int
    strict: int
    relaxed: int
    value: int
    type: int


def score_dates(folder: Path, predictions: Path | None = None, *, samples: int = 1000) -> DateScores:
    """Find the times in all .tml files of `folder` (and folders below) and score them against their tags.

    `predictions` names a folder to which what was found is written, as TimeML files of the same names.
    Raises InputRefused for a folder without .tml files, and for a file that is not TimeML.
    """
    documents = list(read_timeml(folder))
    tallies = []
    for document, found in zip(documents, _found(documents), strict=True):
        tallies.append(_tally(document.timexes, found))
        if predictions is not None:
            write_timeml(document._replace(timexes=tuple(found)), predictions / document.name)
    total = _sum(tallies)
    return DateScores(len(documents), total.gold, total.found, measured(tallies, _rates, samples))


def read_timeml(folder: Path) -> Iterator[TimeMLDocument]:
    """All .tml files under `folder`, by path. Raises InputRefused."""
    files = sorted(folder.rglob("*.tml"))
    if not files:
        raise InputRefused("score", str(folder), "no .tml file is in it; name a folder of TimeML files")
    for file in files:
        yield read_timeml_file(file, str(file.relative_to(folder)))


def read_timeml_file(file: Path, name: str) -> TimeMLDocument:
    """One TimeML file. Raises InputRefused where it is not well-formed or has no `<TEXT>`."""
    try:
        root = ET.fromstring(file.read_text("utf-8"))
    except (ET.ParseError, UnicodeDecodeError) as error:
        raise InputRefused("score", str(file), f"it is not well-formed XML: {error}") from error
    body = root.find("TEXT")
    if body is None:
        raise InputRefused("score", str(file), "it has no <TEXT>, so it is not TimeML")
    pieces: list[str] = []
    timexes: list[GoldTimex] = []
    _collect(body, pieces, timexes)
    stamp = root.find("DCT/TIMEX3")
    created = _day(stamp.get("value", "")) if stamp is not None else None
    return TimeMLDocument(name, "".join(pieces), created, tuple(timexes))


def _collect(element: ET.Element, pieces: list[str], timexes: list[GoldTimex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces, timexes)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if element.tag == "TIMEX3" and end > start:
        timexes.append(GoldTimex(Span(start, end), element.get("type", ""), element.get("value", "")))


def write_timeml(document: TimeMLDocument, file: Path) -> None:
    """Write `document` as a TimeML file; its text comes out character for character."""
    created = document.created.isoformat() if document.created else ""
    pieces, reached = [], 0
    for number, timex in enumerate(sorted(document.timexes), 1):
        pieces.append(escape(document.text[reached : timex.span.start]))
        attributes = f'tid="t{number}" type={quoteattr(timex.type)} value={quoteattr(timex.value)}'
        pieces.append(f"<TIMEX3 {attributes}>{escape(timex.span.cut(document.text))}</TIMEX3>")
        reached = timex.span.end
    pieces.append(escape(document.text[reached:]))
    stamp = f'<TIMEX3 tid="t0" type="DATE" value="{created}" functionInDocument="CREATION_TIME">{created}</TIMEX3>'
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<?xml version="1.0" ?>\n<TimeML>\n<DOCID>{escape(Path(document.name).stem)}</DOCID>\n'
        f"<DCT>{stamp}</DCT>\n<TEXT>{''.join(pieces)}</TEXT>\n</TimeML>\n",
        "utf-8",
    )


def _found(documents: Iterable[TimeMLDocument]) -> Iterator[list[GoldTimex]]:
    articles = (bare_article(document.name, document.text, document.created) for document in documents)
    for parsed in Parse().many(articles):
        found = (timex for timex in find_timexes(parsed) if timex.why.rule != ERA)
        yield [GoldTimex(timex.span, timex.type, timex.value) for timex in found]


def _tally(gold: Iterable[GoldTimex], found: Iterable[GoldTimex]) -> _Tally:
    wanted, given = sorted(gold), sorted(found)
    strict = {timex.span for timex in wanted} & {timex.span for timex in given}
    pairs = [(w, g) for w in wanted for g in given if w.span == g.span]
    left = [timex for timex in given if timex.span not in strict]
    for timex in wanted:
        if timex.span in strict:
            continue
        other = next((g for g in left if g.span.overlaps(timex.span)), None)
        if other is not None:
            left.remove(other)
            pairs.append((timex, other))
    return _Tally(
        gold=len(wanted),
        found=len(given),
        strict=len(strict),
        relaxed=len(pairs),
        value=sum(w.value == g.value for w, g in pairs),
        type=sum(w.type == g.type for w, g in pairs),
    )


def _sum(tallies: Iterable[_Tally]) -> _Tally:
    return _Tally(*(sum(column) for column in zip(*tallies, strict=True)))


def _rates(tallies: Iterable[_Tally]) -> dict[str, float]:
    total = _sum(tallies)

    def part(top: int, below: int) -> float:
        return top / below if below else 0.0

    def f1(matched: int) -> float:
        return part(2 * matched, total.gold + total.found)

    return {
        "strict precision": part(total.strict, total.found),
        "strict recall": part(total.strict, total.gold),
        "strict F1": f1(total.strict),
        "relaxed precision": part(total.relaxed, total.found),
        "relaxed recall": part(total.relaxed, total.gold),
        "relaxed F1": f1(total.relaxed),
        "value F1": f1(total.value),
        "value accuracy": part(total.value, total.relaxed),
        "type F1": f1(total.type),
        "type accuracy": part(total.type, total.relaxed),
    }


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
