"""The rules, case by case: tests/cases/attribute/*.toml."""

from pathlib import Path
from typing import Any

import pytest

from sayso.records.settings import Settings
from sayso.records.statement import Attribution
from tests.conftest import CASES, attributed, cases, parsed

FAMILIES = sorted(
    path.name
    for path in (CASES / "attribute").glob("*.toml")
    if path.stem not in ("encoder", "hearers", "overruled", "refine", "slips", "structure")
)

WHOLE = ("hearers", "overruled", "refine", "slips", "structure")
"""Families that encoder and rules read together."""


def given(case: dict[str, Any], method: str = "rules") -> list[Attribution]:
    """What the rules, or the whole product, find in a case's text."""
    return list(attributed(parsed(case["text"]), Settings(attribution=method)).attributions)


def shown(found: Attribution, field: str) -> Any:
    """A field of an attribution in the form that the case files use."""
    if field == "venue_kind":
        return found.venue and found.venue.kind.value
    if field == "parent":
        return int(found.parent[1:]) if found.parent else None
    value = getattr(found, field)
    return getattr(value, "text", value)


@pytest.mark.parametrize("case", [case for family in FAMILIES for case in cases(f"attribute/{family}")])
def test_case(case: dict[str, Any]) -> None:
    """The statements found are those of the case, in its order, in every field that it names."""
    found = given(case)
    expected = case["statements"]
    assert [wanted.get("content") for wanted in expected] == [each.content.text for each in found]
    for wanted, each in zip(expected, found, strict=True):
        text = parsed(case["text"]).report.text
        quotes = wanted.pop("quotes", None)
        assert wanted == {field: shown(each, field) for field in wanted}
        if "source" not in wanted:
            assert each.source is None
            assert each.blanks["source"]
        if quotes is not None:
            assert quotes == [span.cut(text) for span in each.quotes]


@pytest.mark.parametrize("case", [case for name in WHOLE for case in cases(f"attribute/{name}.toml")])
def test_overruled(case: dict[str, Any]) -> None:
    """Encoder and rules together find the statements of the case, in every field that it names."""
    found = given(case, "model")
    assert [wanted["content"] for wanted in case["statements"]] == [each.content.text for each in found]
    for wanted, each in zip(case["statements"], found, strict=True):
        assert wanted == {field: shown(each, field) for field in wanted}
        assert ("source" in wanted) == (each.source is not None)


def test_families_are_read() -> None:
    """No family of cases is lost."""
    assert {Path(name).stem for name in FAMILIES} >= {"quotations", "indirect", "stance", "phrases", "chains"}
