"""A plain text and its parts, by the case files of tests/cases/read."""

from typing import Any

import pytest

from sayso.read.byline import read_byline
from sayso.read.calendar_dates import read_date
from sayso.read.credits import read_credit_line
from sayso.read.dateline import find_dateline
from sayso.read.markdown import plain
from sayso.read.options import Options
from sayso.read.paragraphs import split_paragraphs
from sayso.read.text import from_text
from tests.conftest import cases

Case = dict[str, Any]


@pytest.mark.parametrize("case", cases("read/parts.toml"))
def test_parts(case: Case) -> None:
    """Parts, title, date, credits and residue are those of the case."""
    options = Options.of(published=case.get("published"), title=case.get("given"))
    report = from_text(case["text"], options).report
    dateline = report.dateline
    found = {
        "title": report.title,
        "parts": [[str(part.kind), part.span.cut(report.text)] for part in report.parts],
        "residue": report.residue,
        "byline": report.byline,
        "credits": [[c.agency, str(c.kind), c.span.cut(report.text)] for c in report.credits],
        "published_is": str(report.published or ""),
        "dateline": dateline
        and {"place": dateline.place, "date": str(dateline.date or ""), "agency": dateline.agency},
    }

    expected = {field: case[field] for field in found if field in case}

    assert expected == {field: found[field] for field in expected}
    assert case.get("blanks", {}).items() <= report.blanks.items()


@pytest.mark.parametrize("case", cases("read/datelines.toml"))
def test_datelines(case: Case) -> None:
    """Place, date and agency come out of the opening, and the story begins behind it."""
    published = read_date("2024-11-30").date
    found = find_dateline(case["text"], published)

    expected = (case.get("place"), case.get("date"), case.get("agency"), case.get("story"))

    assert expected == (
        (None, None, None, None)
        if found is None
        else (
            found.place,
            str(found.day) if found.day else None,
            found.agency.name if found.agency else None,
            case["text"][found.end :],
        )
    )


@pytest.mark.parametrize("case", cases("read/dates.toml"))
def test_dates(case: Case) -> None:
    """A date is read in its common forms, and left blank with a reason where it may be another."""
    found = read_date(case["written"])

    assert case["date"] == str(found.date or "")
    assert case.get("impossible", False) == found.impossible
    assert case.get("why", found.why) == found.why


@pytest.mark.parametrize("case", cases("read/paragraphs.toml"))
def test_paragraphs(case: Case) -> None:
    """Paragraphs are told by blank lines, long lines, indents and early line ends."""
    assert case["paragraphs"] == list(split_paragraphs(case["text"]))


@pytest.mark.parametrize("case", cases("read/bylines.toml"))
def test_bylines(case: Case) -> None:
    """Names are read from a byline, and from nothing else."""
    assert case.get("names") == read_byline(case["text"])


@pytest.mark.parametrize("case", cases("read/credits.toml"))
def test_credits(case: Case) -> None:
    """A credit line names its agencies and what they gave, cut from the line itself."""
    found = read_credit_line(case["text"])

    assert case["credits"] == [[credit.agency.name, str(credit.kind)] for credit in found]


@pytest.mark.parametrize("case", cases("read/markdown.toml"))
def test_markdown(case: Case) -> None:
    """Marks go and words stay."""
    assert case["plain"] == plain(case["text"])
