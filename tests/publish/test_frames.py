"""Tables for notebooks."""

import builtins
from typing import Any

import pytest

import sayso
from sayso.errors import UsageError
from tests.publish.example import record


def test_tables_are_attributes() -> None:
    """Each table is a list of dicts, for one record or for many."""
    assert [row["type"] for row in sayso.tables(record()).events] == ["ASSAULT", "CONSULT"]
    assert len(sayso.tables([record(), record()]).dyads) == 8


def test_an_unknown_table_names_the_known_ones() -> None:
    """Both ways of asking for a table say which there are."""
    with pytest.raises(AttributeError, match="reports, statements, events"):
        sayso.tables(record()).sentences  # noqa: B018
    with pytest.raises(UsageError, match="reports, statements, events"):
        sayso.tables(record()).pandas("sentences")


@pytest.mark.parametrize("method", ["pandas", "polars", "arrow"])
def test_frames_have_the_rows(method: str) -> None:
    """Each library gets the rows and columns of the table."""
    package = {"arrow": "pyarrow"}.get(method, method)
    pytest.importorskip(package, reason=f"{package} is optional")

    frame = getattr(sayso.tables(record()), method)("dyads")

    assert frame.shape == (4, 27)


def test_a_missing_library_is_named_with_its_pip_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas the error says how to get it."""
    real = builtins.__import__

    def without_pandas(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".")[0] == "pandas":
            raise ImportError("No module named 'pandas'")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_pandas)

    with pytest.raises(UsageError, match="pip install pandas"):
        sayso.tables(record()).pandas("events")
