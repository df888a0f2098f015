"""Notices: the words by which a report corrects itself or is taken back, and nothing else."""

from pathlib import Path

import pytest

from sayso.ledger.notices import notices
from sayso.ledger.store import reader, writer
from sayso.ledger.write import add
from tests.ledger.made import coded_report


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The port is open.\nCorrection: the port is in Bol.", ["corrected"]),
        ("CORRECTION:\nThe port is in Bol.", ["corrected"]),
        ("The port is open. This article has been corrected to give its name.", ["corrected"]),
        ("An earlier version of this story misstated the toll. It was nine.", ["mistaken"]),
        ("The port is open. This story has been withdrawn.", ["withdrawn"]),
        ("BULLETIN KILL. Do not use the story of the port.", ["withdrawn"]),
        ("Editor’s note: This article has been corrected.", ["corrected"]),
        ("An earlier version of this treaty was never signed.", []),
        ("The ministry called for a correction: prices must fall.", []),
        ("The bill has been withdrawn, and the story of this article of the law is long.", []),
    ],
)
def test_notices(text: str, kinds: list[str]) -> None:
    """The kind of each notice in a text."""
    assert [str(one.kind) for one in notices(text)] == kinds


def test_the_words_of_a_mere_label_are_those_after_it() -> None:
    """A label that stands alone is shown with what it announces."""
    assert notices("CORRECTION:\nThe port is in Bol.")[0].words == "CORRECTION: The port is in Bol."


def test_an_older_ledger_is_brought_up_to_date(tmp_path: Path) -> None:
    """A ledger of schema 1 gets its notices from the texts that it holds, also when it is only read."""
    path = tmp_path / "l.duckdb"
    text = "The port is open.\nCorrection: the port is in Bol."
    with writer(path) as db:
        list(add(db, [coded_report({"id": "a", "publisher": "The Daily", "text": text}, {}, {})]))
        db.execute("DROP TABLE notices")
        db.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
    with reader(path) as (db, _):
        found = db.execute("SELECT report, kind, words FROM notices").fetchall()
        schema = db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()

    assert found == [(1, "corrected", "Correction: the port is in Bol.")]
    assert schema == ("3",)
