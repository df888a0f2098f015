"""The writer's memory: little at first, more once a batch needs it."""

from pathlib import Path

from sayso.ledger.store import writer
from sayso.ledger.write import add
from tests.ledger.made import distinct


def test_a_batch_that_lacks_memory_is_done_again_with_more(tmp_path: Path) -> None:
    """A limit too low for the batch costs a second try, and no report."""
    with writer(tmp_path / "l.duckdb") as db:
        db.execute("SET memory_limit = '2MB'")

        added = list(add(db, (distinct(number) for number in range(300))))

        assert {one.outcome for one in added} == {"added"}
        assert db.execute("SELECT current_setting('memory_limit')").fetchone() == ("488.2 MiB",)
