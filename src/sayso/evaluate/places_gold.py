"""Reading geoparsing corpora: LGL, TR-News, GeoWebNews, GeoVirus, in the XML that their authors publish.

The form is that of github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation (Gritta, Pilehvar and Collier
2020): `<article>` with `<text>` and either `<toponym>` (`<start>`, `<end>`, `<phrase>`, `<gaztag geonameid="...">`
with `<lat>`, `<lon>`, `<fclass>`, `<fcode>`, `<country geonameid="...">`; no `<gaztag>`: not linked) or, in
GeoVirus, `<location>` (`<start>`, `<end>`, `<name>`, `<lat>`, `<lon>`). Offsets are moved where the text at them
is not the phrase: GeoVirus counts from 1.
"""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sayso.errors import InputRefused
from sayso.records.base import Span
from sayso.resolve.places.gazetteer import entry

_REACH = 30


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """A toponym of the gold: `lat` and `lon` are None where it is not linked; `country` is ISO 3166-1 alpha-3.

    `feature` is GeoNames' class and code ("P.PPL"), "" where the file has none.
    """

    span: Span
    lat: float | None
    lon: float | None
    geonames: int | None
    country: str | None
    feature: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An article of the gold; `id` is its docid, else its number in the file, from 0."""

    id: str
    text: str
    toponyms: tuple[GoldToponym, ...]


def read_places(path: Path) -> tuple[GoldDocument, ...]:
    """The articles of a file, toponyms in text order. Raises InputRefused for a file that is not of this form."""
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, UnicodeDecodeError) as error:
        raise InputRefused("score", str(path), f"it is not well-formed XML: {error}") from error
    documents = tuple(_document(number, article) for number, article in enumerate(root.iter("article")))
    if not any(document.toponyms for document in documents):
        raise InputRefused("score", str(path), "it has no <article> with <toponym> or <location> elements")
    return documents


def _document(number: int, article: ElementTree.Element) -> GoldDocument:
    body = article.find("text")
    text = "".join(body.itertext()) if body is not None else ""
    found = [_toponym(text, mark) for tag in ("toponym", "location") for mark in article.iter(tag)]
    linked_last = sorted((t for t in found if t is not None), key=lambda toponym: toponym.lat is not None)
    kept = sorted({t.span: t for t in linked_last}.values(), key=lambda toponym: toponym.span)
    return GoldDocument(article.get("docid") or str(number), text, tuple(kept))


def _toponym(text: str, mark: ElementTree.Element) -> GoldToponym | None:
    start, end = _id(mark.findtext("start")), _id(mark.findtext("end"))
    if start is None or end is None or start > end:
        return None
    span = _aligned(text, Span(start, end), mark.findtext("phrase") or mark.findtext("name"))
    tag = mark.find("gaztag")
    values = mark if tag is None else tag
    country = values.find("country")
    feature = ".".join(filter(None, (values.findtext("fclass"), values.findtext("fcode"))))
    return GoldToponym(
        span=span,
        lat=_number(values.findtext("lat")),
        lon=_number(values.findtext("lon")),
        geonames=_id(values.get("geonameid")),
        country=_country(country),
        feature=feature,
    )


def _aligned(text: str, span: Span, phrase: str | None) -> Span:
    """The span at which `phrase` stands, the nearest to the one given; the one given if none is near.

    A phrase of another length than the span ("Texas" for "Texan") is no sign of shifted offsets.
    """
    if not phrase or span.cut(text) == phrase or len(phrase) != span.end - span.start:
        return span
    first, last = max(0, span.start - _REACH), span.start + _REACH
    near = [at for at in range(first, last) if text.startswith(phrase, at)]
    if not near:
        return span
    at = min(near, key=lambda at: abs(at - span.start))
    return Span(at, at + len(phrase))


def _country(element: ElementTree.Element | None) -> str | None:
    id = None if element is None else _id(element.get("geonameid"))
    known = entry(id) if id is not None else None
    return known.country if known else None


def _number(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None


def _id(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdigit() else None
