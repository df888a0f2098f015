"""Scoring places on small invented corpora."""

import json
from pathlib import Path

import pytest

from sayso.errors import InputRefused
from sayso.evaluate.places import kilometres, score_places
from sayso.evaluate.places_gold import read_places

TEXT = "The two ministers met in Cairo on Friday, and went on to Oslo on Sunday."
LINKED = """<articles><article docid="7"><text>{text}</text><toponyms>
<toponym><start>25</start><end>30</end><phrase>Cairo</phrase><gaztag geonameid="360630"><lat>30.06</lat>
<lon>31.25</lon><fclass>P</fclass><fcode>PPLC</fcode><country geonameid="357994">Egypt</country></gaztag></toponym>
<toponym><start>57</start><end>61</end><phrase>Oslo</phrase><gaztag geonameid="1"><lat>-60</lat><lon>10</lon>
<fclass>P</fclass><fcode>PPL</fcode><country geonameid="3144096">Norway</country></gaztag></toponym>
<toponym><start>0</start><end>3</end><phrase>The</phrase></toponym>
</toponyms></article></articles>"""


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A corpus of one article: Cairo, an Oslo that the gold puts elsewhere, and one toponym without a link."""
    path = tmp_path / "linked.xml"
    path.write_text(LINKED.format(text=TEXT), "utf-8")
    return path


def test_given_spans(linked: Path) -> None:
    """One of two linked toponyms is right; both countries are."""
    scores = score_places(linked, given_spans=True)

    assert {name: measure.value for name, measure in scores.scores.items()} == {
        "geonames id": 0.5,
        "accuracy at 161 km": 0.5,
        "country": 1.0,
    }
    assert {name: m.value for name, m in scores.by_feature.items()} == {"P.PPL": 0.0, "P.PPLC": 1.0}
    assert (scores.gold, scores.linked, scores.found) == (3, 2, 3)


def test_end_to_end(linked: Path) -> None:
    """Both names are found, the unlinked "The" is missed: precision 1, recall two thirds."""
    scores = score_places(linked).scores

    assert tuple(scores[f"strict {name}"].value for name in ("precision", "recall", "f1")) == (
        1.0,
        2 / 3,
        0.8,
    )
    assert scores["accuracy at 161 km"].value == 0.5


def test_predictions_are_lines_that_cut_their_text(linked: Path, tmp_path: Path) -> None:
    """Each line has the agreed keys, and its offsets cut its text."""
    out = tmp_path / "out.jsonl"
    score_places(linked, predictions=out)

    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert (
        ["Cairo", "Oslo"]
        == [TEXT[line["start"] : line["end"]] for line in lines]
        == [x["text"] for x in lines]
    )
    assert list(lines[0]) == ["doc", "start", "end", "text", "lat", "lon", "geonames", "country"]
    assert (lines[0]["doc"], lines[0]["geonames"], lines[0]["country"]) == ("7", 360630, "EGY")


def test_offsets_that_count_from_one_are_mended(tmp_path: Path) -> None:
    """GeoVirus counts from 1; the span is moved to where the name stands."""
    path = tmp_path / "counted.xml"
    path.write_text(
        f"<articles><article><text>{TEXT}</text><locations><location><name>Cairo</name><start>26</start>"
        "<end>31</end><lat>30</lat><lon>31</lon></location></locations></article></articles>",
        "utf-8",
    )
    assert [t.span.cut(d.text) for d in read_places(path) for t in d.toponyms] == ["Cairo"]


@pytest.mark.parametrize("content", ["<articles>", "<articles><article><text>x</text></article></articles>"])
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    """A file that is not XML, or has no toponyms, is refused by name."""
    path = tmp_path / "bad.xml"
    path.write_text(content, "utf-8")
    with pytest.raises(InputRefused, match=r"bad\.xml"):
        score_places(path)


def test_distance() -> None:
    """A quarter of the equator."""
    assert pytest.approx(kilometres(0, 0, 0, 90), abs=0.5) == 10007.5


def test_odd_spans_are_resolved_and_written(tmp_path: Path) -> None:
    """Adjectives, empty spans, spans beyond the text and missing values: a line for each span, its offsets kept."""
    marks = "".join(
        f"<toponym><start>{start}</start><end>{end}</end><phrase>{phrase}</phrase>"
        f'<gaztag geonameid="None"><lat>{lat}</lat><lon>None</lon></gaztag></toponym>'
        for start, end, phrase, lat in (
            (0, 9, "London", "51.5"), (10, 10, "", ""), (18, 99, "Oslo", "None"), (0, 9, "Londoners", ""),
        )
    )  # fmt: skip
    path, out = tmp_path / "odd.xml", tmp_path / "out.jsonl"
    path.write_text(
        f"<articles><article><text>Londoners went to Oslo</text>{marks}</article></articles>", "utf-8"
    )

    score_places(path, given_spans=True, predictions=out)

    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(one["start"], one["end"], one["country"]) for one in lines] == [
        (0, 9, "GBR"),
        (10, 10, None),
        (18, 99, "NOR"),
    ]
