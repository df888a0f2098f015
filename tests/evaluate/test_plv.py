"""Scoring marked pairs: the groups of the classes, macro F1, and the file of predictions."""

import json

import pytest

from sayso.errors import InputRefused
from sayso.evaluate import plv
from sayso.events.pairs import Typed

HEAD = "uid\tsentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_root\tgold_penta\n"
ROWS = [
    "7\t1\t-\t<s>Oslo</s> warned <t>Bern</t>.\tOslo\tBern\tTHREATEN\t3",
    "8\t2\t-\t<t>Bern</t> was helped by <s>Oslo</s>.\tOslo\tBern\tAID\t2",
]


@pytest.fixture
def table(tmp_path):
    """A table of two invented rows."""
    file = tmp_path / "plv.tsv"
    file.write_text(HEAD + "\n".join(ROWS) + "\n", "utf-8")
    return file


def test_macro_f1_is_the_mean_over_the_gold_classes():
    """A class that is only predicted costs the others, and has no share of its own."""
    assert plv.macro(["AID", "AID", "ACCUSE"], ["AID", "REJECT", "ACCUSE"], "root") == pytest.approx(
        (2 / 3 + 1) / 2
    )


def test_groups_forgive_a_class_of_the_same_group():
    """REJECT for ACCUSE is right among the four groups, REJECT for COERCE among the two."""
    assert plv.macro(["ACCUSE"], ["REJECT"], "penta") == 1.0
    assert plv.macro(["COERCE"], ["REJECT"], "penta") == 0.0
    assert plv.macro(["COERCE"], ["REJECT"], "binary") == 1.0


def test_each_row_is_typed_by_its_marks(table, tmp_path, monkeypatch):
    """The pair is shown without marks, and a line a row is written in the file's order."""
    shown = []

    def answer(pairs):
        shown.extend(pairs)
        return [Typed("THREATEN", {}) for _ in pairs]

    monkeypatch.setattr(plv, "types_of", answer)
    found = plv.score_plv(table, tmp_path / "out.jsonl", samples=10)

    assert [(p.source.cut(p.text), p.target.cut(p.text)) for p in shown] == [("Oslo", "Bern")] * 2
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert lines == [{"uid": "7", "type": "THREATEN"}, {"uid": "8", "type": "THREATEN"}]
    assert found.scores["root"].value == pytest.approx((2 / 3 + 0) / 2)


def test_another_file_is_refused(tmp_path):
    """The columns that are missing are named."""
    file = tmp_path / "other.tsv"
    file.write_text("a\tb\n1\t2\n", "utf-8")

    with pytest.raises(InputRefused, match="marked_sentence"):
        plv.score_plv(file)
