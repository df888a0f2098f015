"""Score of places."""
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sayso.records.base import Span


@dataclass(frozen=True)
class Gold:
    """A toponym."""

    span: Span
    lat: float | None
    lon: float | None
    geonames: int | None
    country: str | None
    code: str | None


@dataclass(frozen=True)
class Document:
    """A document."""

    id: str
    text: str
    toponyms: tuple[Gold, ...]


def read_places(path: Path) -> list[Document]:
    """Read."""
    out = []
    for n, a in enumerate(ElementTree.parse(path).getroot().iter("article")):
        text = a.findtext("text") or ""
        gold = []
        for t in a.iter("toponym"):
            s = Span(int(t.findtext("start")), int(t.findtext("end")))
            g = t.find("gaztag")
            if g is None:
                gold.append(Gold(s, None, None, None, None, None))
            else:
                gold.append(Gold(s, float(g.findtext("lat")), float(g.findtext("lon")), int(g.get("geonameid")),
                                 g.findtext("country"), g.findtext("fclass") + "." + g.findtext("fcode")))
        for t in a.iter("location"):
            s = _aligned(text, int(t.findtext("start")), t.findtext("name"))
            gold.append(Gold(s, float(t.findtext("lat")), float(t.findtext("lon")), None, None, None))
        out.append(Document(a.get("docid") or str(n), text, tuple(sorted(gold, key=lambda g: g.span))))
    return out


def _aligned(text, start, name):
    near = [at for at in range(max(0, start - 3), start + 4) if text.startswith(name, at)]
    at = min(near, key=lambda at: abs(at - start)) if near else start
    return Span(at, at + len(name))
