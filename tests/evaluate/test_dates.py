"""Scores of time expressions by the TempEval-3 protocol, and the TimeML files they come from and go to."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.evaluate.dates import GoldTimex, TimeMLDocument, read_timeml_file, score_dates, write_timeml
from sayso.records.base import Span

DOCUMENT = """<?xml version="1.0" ?>
<TimeML><DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-11-30" functionInDocument="CREATION_TIME">Nov 30</TIMEX3></DCT>
<TEXT>
The <EVENT eid="e1">vote</EVENT> of <TIMEX3 tid="t1" type="DATE" value="2024-11-29">Friday</TIMEX3> &amp; the rally of
<TIMEX3 tid="t2" type="DATE" value="2024-11-23">last Saturday</TIMEX3> were peaceful. Nobody came in
<TIMEX3 tid="t3" type="DATE" value="2018">the spring of 2019</TIMEX3>. It rained
<TIMEX3 tid="t4" type="DATE" value="PAST_REF">once</TIMEX3>, they said today.
</TEXT></TimeML>
"""


def test_scores(tmp_path: Path) -> None:
    """Three of four are found and one more: strict, relaxed, value and type come out as counted by hand."""
    (tmp_path / "one.tml").write_text(DOCUMENT)

    scores = score_dates(tmp_path, samples=20)

    assert (scores.documents, scores.gold, scores.found) == (1, 4, 4)
    assert scores.scores["strict F1"].value == pytest.approx(6 / 8)
    assert scores.scores["relaxed F1"].value == pytest.approx(6 / 8)
    assert scores.scores["value F1"].value == pytest.approx(4 / 8)
    assert scores.scores["type accuracy"].value == pytest.approx(1.0)


def test_predictions(tmp_path: Path) -> None:
    """What was found is written as TimeML of the same name, with the same text and creation day."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.tml").write_text(DOCUMENT)

    score_dates(tmp_path / "gold", tmp_path / "found", samples=20)

    gold = read_timeml_file(tmp_path / "gold" / "one.tml", "one.tml")
    found = read_timeml_file(tmp_path / "found" / "one.tml", "one.tml")
    assert (gold.text, gold.created) == (found.text, found.created)
    assert [t.span.cut(found.text) for t in found.timexes] == [
        "Friday",
        "last Saturday",
        "the spring of 2019",
        "today",
    ]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=4))
def test_writing_and_reading(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Any text that XML can hold comes back whole, its tags where they were."""
    document = TimeMLDocument("x.tml", text, date(2024, 11, 30), (GoldTimex(Span(1, 3), "DATE", '20<24"&'),))
    file = tmp_path_factory.mktemp("timeml") / "x.tml"

    write_timeml(document, file)

    assert document == read_timeml_file(file, "x.tml")


def test_refusals(tmp_path: Path) -> None:
    """An empty folder, broken XML and XML that is no TimeML are refused by name."""
    with pytest.raises(InputRefused, match=r"no \.tml file"):
        score_dates(tmp_path)
    (tmp_path / "bad.tml").write_text("<TimeML><TEXT>")
    with pytest.raises(InputRefused, match="not well-formed"):
        score_dates(tmp_path)
    (tmp_path / "bad.tml").write_text("<html/>")
    with pytest.raises(InputRefused, match="no <TEXT>"):
        score_dates(tmp_path)
