"""Adding: the same report twice changes nothing, an edited one is a new version, refusals are kept."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from sayso.errors import UsageError
from sayso.ledger import tables, write
from sayso.ledger.store import reader, snapshot_of, writer
from sayso.ledger.tables import insert, transaction
from sayso.ledger.write import add
from sayso.records.coded import Refusal
from tests.ledger.made import coded_report, distinct
from tests.ledger.test_kill import rows


def test_the_same_reports_twice(tmp_path: Path) -> None:
    """A second run over the same records leaves every table as it was."""
    path = tmp_path / "l.duckdb"
    records = [distinct(number) for number in range(30)]
    with writer(path) as db:
        first = [one.outcome for one in add(db, records)]
    before = rows(path)
    with writer(path) as db:
        second = [one.outcome for one in add(db, records)]

    assert first == ["added"] * 30
    assert second == ["known"] * 30
    assert rows(path) == before


@pytest.mark.parametrize("batch", [1, 7, 64])
def test_batches_make_no_difference(tmp_path: Path, batch: int) -> None:
    """However reports are parted into batches, the ledger is the same."""
    records = [distinct(number) for number in (*range(20), *range(10))]
    one, other = tmp_path / "one.duckdb", tmp_path / "other.duckdb"
    with writer(one) as db:
        list(add(db, records, batch=batch))
    with writer(other) as db:
        list(add(db, records, batch=5))

    assert rows(one) == rows(other)


def test_an_edited_report(tmp_path: Path) -> None:
    """A changed text under the same id is a new version, and the current one."""
    texts = [
        "The port was closed on Monday. Nobody said why.",
        "The port was closed on Monday, and opened again.",
    ]
    with writer(tmp_path / "l.duckdb") as db:
        told = [
            one.outcome
            for text in texts
            for one in add(db, [coded_report({"id": "a", "publisher": "The Daily", "text": text}, {}, {})])
        ]
        current = db.execute("SELECT text, current FROM reports ORDER BY report").fetchall()

    assert told == ["added", "new version"]
    assert current == [(texts[0], False), (texts[1], True)]


def test_refusals_are_kept_once(tmp_path: Path) -> None:
    """A refusal among the reports is kept, and not twice."""
    refusal = Refusal(stage="read", what="b.html", why="no text")
    with writer(tmp_path / "l.duckdb") as db:
        told = [one.outcome for one in add(db, [refusal, distinct(1), refusal])]
        list(add(db, [refusal]))
        kept = db.execute("SELECT stage, what, why FROM refusals").fetchall()

    assert told == ["refused", "added", "refused"]
    assert kept == [("read", "b.html", "no text")]


HOLD = """
import sys, time
from pathlib import Path
from sayso.ledger.store import Snapshots, writer
path = Path(sys.argv[1])
with writer(path) as db:
    Snapshots(path, db)
    print("ready", flush=True)
    time.sleep(60)
"""


def test_readers_see_the_snapshot_while_a_writer_is_at_work(tmp_path: Path) -> None:
    """A reader opens the last snapshot and learns its time; a second writer is turned away."""
    path = tmp_path / "l.duckdb"
    with writer(path) as db:
        list(add(db, [distinct(1)]))
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "ready\n"
        with reader(path) as (db, taken):
            found = db.execute("SELECT count(*) FROM reports").fetchone()
        with pytest.raises(UsageError, match="another process"), writer(path):
            pass
    finally:
        holder.kill()
        holder.wait()

    assert found == (1,)
    assert taken is not None
    with reader(path) as (db, taken):
        assert taken is None


def test_the_snapshot_is_gone_after_the_run(tmp_path: Path) -> None:
    """When the writer is done, readers open the ledger itself."""
    path = tmp_path / "l.duckdb"
    with writer(path) as db:
        list(add(db, [distinct(1)]))

    assert not snapshot_of(path).exists()


def test_another_database_is_refused(tmp_path: Path) -> None:
    """A DuckDB file that is no ledger is left as it is."""
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as db:
        db.execute("CREATE TABLE mine (a INTEGER)")

    with pytest.raises(UsageError, match="no sayso ledger"), writer(path):
        pass


def test_a_text_that_no_file_can_hold(tmp_path: Path) -> None:
    """A lone surrogate costs its own report, and the others go in."""
    odd = coded_report({"id": "odd", "publisher": "The Daily", "text": "A half \ud800 character."}, {}, {})
    with writer(tmp_path / "l.duckdb") as db:
        told = [one.outcome for one in add(db, [distinct(1), odd, distinct(2)])]
        kept = db.execute("SELECT stage, what FROM refusals").fetchall()

    assert told == ["added", "refused", "added"]
    assert kept == [("ledger", "odd")]


def test_long_texts_end_a_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction is held in memory: a batch ends with the report that brings its texts to the limit."""
    monkeypatch.setattr(write, "CHARACTERS", 5_000)
    records = [distinct(number) for number in range(7)]  # of 2,500 to 3,000 characters each
    sizes = [len(some) for some in write._batches(records, lambda: 100)]

    assert sizes == [2, 2, 2, 1]


@pytest.mark.parametrize("ended", [False, True])
def test_an_error_leaves_the_ledger_as_it_was(tmp_path: Path, ended: bool) -> None:
    """What was written before the error is taken back, and the error itself comes out, as where a commit failed."""

    def fail() -> None:
        with transaction(db):
            insert(db, "notices", [{"report": 1, "kind": "corrected"}])
            if ended:
                db.rollback()
            raise ValueError("in between")

    with writer(tmp_path / "l.duckdb") as db:
        with pytest.raises(ValueError, match="in between"):
            fail()
        found = db.execute("SELECT count(*) FROM notices").fetchone()

    assert found == (0,)


def test_rows_of_several_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that fill more than one document all arrive, in order, one longer than a document among them."""
    monkeypatch.setattr(tables, "DOCUMENT", 100)
    rows = [{"report": n, "words": "x" * (300 if n == 2 else 20)} for n in range(9)]
    with writer(tmp_path / "l.duckdb") as db:
        insert(db, "notices", rows)
        found = db.execute("SELECT report, length(words) FROM notices").fetchall()

    assert found == [(n, 300 if n == 2 else 20) for n in range(9)]
