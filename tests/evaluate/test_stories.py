"""Stories: clustering by words and time, and B-cubed."""

import json
from datetime import date
from pathlib import Path

from sayso.evaluate.stories import score
from sayso.ledger.stories import Told, stories

FLOOD = (
    "The river Ilm broke its banks near Oberdorf. Firemen from Oberdorf saved cattle from the Ilm meadows."
)
VOTE = "Parliament of Sylvania rejected the tariff bill. Deputies of the Sylvania opposition cheered the tariff vote."
ROWS = [
    Told("Flood at Oberdorf", FLOOD, date(2024, 5, 1)),
    Told("Tariff bill fails in Sylvania", VOTE, date(2024, 5, 1)),
    Told("Ilm floods Oberdorf meadows", FLOOD.replace("saved", "rescued"), date(2024, 5, 2)),
    Told("Sylvania rejects tariff", VOTE.replace("cheered", "welcomed"), date(2024, 5, 2)),
    Told("Chess: draw in the final", "The two masters agreed on a draw after forty moves.", date(2024, 5, 2)),
]


def test_stories() -> None:
    """Reports of one event meet, others stay alone."""
    found = stories(ROWS)

    assert [found[0] == found[2], found[1] == found[3]] == [True, True]
    assert len(set(found)) == 3


def test_none_and_one() -> None:
    """No report has no story, and one report has its own."""
    assert stories([]) == []
    assert stories(ROWS[:1]) == [0]


def test_b_cubed(tmp_path: Path) -> None:
    """A noise row has no event, is clustered, and is not scored; predictions follow the file's order."""
    rows = [("flood", 0), ("vote", 1), ("flood", 2), ("vote", 3), (None, 4)]
    file = tmp_path / "stories.jsonl"
    file.write_text(
        "".join(
            json.dumps(
                {
                    "event": event,
                    "title": ROWS[at].title,
                    "text": ROWS[at].text,
                    "published": str(ROWS[at].published),
                }
            )
            + "\n"
            for event, at in rows
        )
    )

    found = score(file)

    assert (found.articles, found.events, found.noise) == (4, 2, 1)
    assert found.systems["sayso"]["f1"].value == 1.0
    assert len(found.clusters) == 5
