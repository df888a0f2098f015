"""The ledger's documentation names every table and column, and no others."""

import re
from pathlib import Path

import duckdb

from sayso.ledger.store import writer

DOC = Path(__file__).parents[2] / "docs" / "ledger.md"


def test_every_column_is_documented(tmp_path: Path) -> None:
    """Tables and columns of a new ledger stand in docs/ledger.md, in order."""
    with writer(tmp_path / "l.duckdb"):
        pass
    with duckdb.connect(str(tmp_path / "l.duckdb")) as db:
        rows = db.execute(
            "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
            "WHERE table_name IN (SELECT table_name FROM duckdb_tables()) GROUP BY table_name"
        ).fetchall()
    held = {name: columns for name, columns in rows if name not in ("traces", "blocks", "frames")}

    lines = re.findall(r"^\| (\w+) \| [^|]+ \| ([a-z_, ()'A-Z]+) \|$", DOC.read_text("utf-8"), re.MULTILINE)
    told = {
        name: re.sub(r" \([^)]*\)", "", columns).split(", ") for name, columns in lines if name != "table"
    }

    assert told == held
