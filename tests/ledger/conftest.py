"""A ledger of one scenario, for questions and judgements."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CASES
from tests.ledger.test_scenarios import ledger_of


@pytest.fixture
def scenario(tmp_path: Path) -> Callable[[str], Path]:
    """Makes the ledger of the scenario of this name, and gives its path."""

    def make(name: str) -> Path:
        path = tmp_path / f"{name}.duckdb"
        ledger_of(tomllib.loads((CASES / "ledger" / "scenarios" / f"{name}.toml").read_text("utf-8")), path)
        return path

    return make
