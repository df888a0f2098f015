"""Scoring actors: what is read from NGEC's expectations, what is left out, and what a score is over."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.evaluate.actors import read_cases, score_actors


def expectation(phrase: str, *asserts: str, day: str = "") -> dict[str, Any]:
    """A line as the upstream tests have it."""
    call = {"method": "agent_to_code", "args": [phrase], "kw": {"query_date": f"'{day}'"} if day else {}}
    return {
        "file": "t.py",
        "name": f"test_{phrase}",
        "decorators": [],
        "calls": [call],
        "asserts": list(asserts),
    }


def written(path: Path, *rows: dict[str, Any]) -> Path:
    """A file of expectations."""
    file = path / "cases.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def test_cases_are_told_apart_by_what_they_need(tmp_path: Path) -> None:
    """A phrase with a noun that acts needs words alone; a bare name needs an encyclopaedia; religions are left out."""
    file = written(
        tmp_path,
        expectation("Norwegian farmers", "code['country'] == 'NOR'", "code['code_1'] == 'AGR'"),
        expectation("Ulla Brandt", "code['country'] == 'DNK'", day="2020-05-01"),
        expectation("Tamil Hindus", "code['code_1'] == 'BUD'"),
        expectation("nobody at all", "code is None"),
    )

    cases, excluded = read_cases(file)

    assert [(c.phrase, c.stratum, c.country, c.sector) for c in cases] == [
        ("Norwegian farmers", "words", "NOR", "AGR"),
        ("Ulla Brandt", "encyclopaedia", "DNK", None),
    ]
    assert str(cases[1].day) == "2020-05-01"
    assert excluded == [("test_Tamil Hindus: Tamil Hindus", "a religion is no PLOVER sector")]


def test_a_score_is_the_share_of_right_codes(tmp_path: Path) -> None:
    """One right and one wrong country make a half; predictions are written a line a case."""
    file = written(
        tmp_path,
        expectation("Norwegian farmers", "code['country'] == 'NOR'", "code['code_1'] == 'AGR'"),
        expectation("Finnish police", "code['country'] == 'SWE'"),
    )
    out = tmp_path / "out.jsonl"

    found = score_actors(file, out)

    assert found.scores["words: country"].value == 0.5
    assert found.scores["words: sector"].value == 1.0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(line["country"], line["sector"]) for line in lines] == [("NOR", "AGR"), ("FIN", "COP")]


def test_another_format_is_refused(tmp_path: Path) -> None:
    """The error names file and line."""
    file = tmp_path / "cases.jsonl"
    file.write_text('{"phrase": "police"}\n', "utf-8")

    with pytest.raises(UsageError, match="line 1"):
        read_cases(file)
