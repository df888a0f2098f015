"""Rows of the published tables, from a record known by heart."""

from datetime import date
from pathlib import Path

from sayso.publish.cells import joined
from sayso.publish.columns import columns_markdown
from sayso.publish.tables import rows
from sayso.records.coded import Refusal
from sayso.records.tables import TABLES
from tests.publish.example import record


def test_every_table_has_exactly_its_columns() -> None:
    """A row gives each column of its table once, and no other."""
    given = [record(), Refusal(stage="read", what="x.pdf", why="a PDF")]

    found = {table: [set(row) for row in rows(given, table)] for table in TABLES}

    wanted = {table: {column.name for column in columns} for table, columns in TABLES.items()}
    assert all(row == wanted[table] for table in TABLES for row in found[table])
    assert {table: len(found[table]) for table in TABLES} == {
        "reports": 1,
        "statements": 1,
        "events": 2,
        "dyads": 4,
        "actors": 4,
        "places": 1,
        "refusals": 2,
    }


def test_column_names_are_unique() -> None:
    """No table has a column twice."""
    twice = {table for table, columns in TABLES.items() if len({c.name for c in columns}) != len(columns)}

    assert twice == set()


def test_an_event_row() -> None:
    """Codes, date, place, figures and standing of an event, in one row."""
    row = next(rows([record()], "events"))

    wanted = {
        "event_id": "r1:v1:e0",
        "published": date(2024, 5, 1),
        "publisher": "The Daily",
        "contexts": "military;terrorism",
        "actors": "rebels, northern",
        "recipients": "Chad;Niger",
        "recipient_codes": "TCDGOV;NERGOV",
        "actor_countries": "-",
        "date_start": date(2024, 4, 29),
        "place": "Mao",
        "lon": -15.31,
        "killed_low": 5,
        "killed_best": 5,
        "killed_high": None,
        "injured_low": None,
        "say_so": "Chad",
        "denied_by": "rebels, northern",
        "unconfirmed_by": None,
        "trigger": "killed",
        "sentence": "On Monday Chad said",
        "statement_ids": "r1:v1:s0",
    }
    assert {column: row[column] for column in wanted} == wanted


def test_dyads_expand_lists_and_turn_mutual_events_both_ways() -> None:
    """Each actor with each recipient; a meeting once in each direction, under one event id."""
    found = [
        (row["event_id"], row["actor"], row["recipient"], row["reciprocal"])
        for row in rows([record()], "dyads")
    ]

    assert found == [
        ("r1:v1:e0", "rebels; northern", "Chad", False),
        ("r1:v1:e0", "rebels; northern", "Niger", False),
        ("r1:v1:e1", "Chad", "Niger", True),
        ("r1:v1:e1", "Niger", "Chad", True),
    ]


def test_a_statement_row() -> None:
    """Source, chain and origins by name, and where the content lies."""
    (row,) = rows([record()], "statements")

    wanted = {
        "source": "Chad",
        "speakers": "Chad",
        "chain": "The Daily > Chad",
        "origins": "Chad",
        "cue": "said",
    }
    assert {column: row[column] for column in wanted} == wanted
    assert row["content_spans"] == "40-78"


def test_lists_stay_parallel() -> None:
    """A part without a value shows as "-", and a ";" inside a part does not make two of it."""
    assert joined(["KEN", None, "a;b"]) == "KEN;-;a,b"
    assert joined([]) is None


def test_the_page_about_the_columns_is_current() -> None:
    """docs/columns.md is what the tables' definition gives; if not: python -m sayso.publish.columns > docs/columns.md."""
    page = Path(__file__).parents[2] / "docs" / "columns.md"

    assert page.read_text("utf-8") == columns_markdown()


def test_the_columns_are_pinned() -> None:
    """The contract: names and types of all columns. A change here is a change for users."""
    pinned = (Path(__file__).parent / "columns.txt").read_text("utf-8").splitlines()

    assert [f"{table}.{c.name} {c.type}" for table, columns in TABLES.items() for c in columns] == pinned
