"""Questions and judgements: claims, why, diff, quotes, sql; merge, split, withdraw."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.ledger.ask import Filter, claims, sql
from sayso.ledger.changes import changes
from sayso.ledger.judge import merge, split, withdraw
from sayso.ledger.quotations import _quotation, _versions
from sayso.ledger.store import reader, writer
from sayso.ledger.why import story, why

Make = Callable[[str], Path]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(actor="sylvania"), ["c1.0", "c3.0"]),
        (Filter(standing="disputed"), ["c1.0"]),
        (Filter(type="sanction"), ["c3.0"]),
        (Filter(country="FRA", place="grenz"), ["c1.0"]),
        (Filter(since=datetime(2021, 5, 3).date()), ["c3.0"]),
        (Filter(country="DEU"), []),
    ],
)
def test_claims(scenario: Make, asked: Filter, found: list[str]) -> None:
    """Filters let through the claims that they name."""
    with reader(scenario("denial")) as (db, _):
        assert sorted(row["claim_id"] for row in claims(db, asked)) == found


def test_why(scenario: Make) -> None:
    """The answer has the origins with their reasons, every report with its voices, copies and proofs."""
    with reader(scenario("distorted_copy")) as (db, _):
        answer = why(db, "c1.0")

    assert [(row["origin"], row["independent"]) for row in answer.origins] == [("mayor of Bol", True)]
    assert [(s.report_id, s.relation, s.copy_of) for s in answer.sightings] == [
        ("original", "first", None),
        ("number", "number", "Lake Courier"),
        ("culprit", "actor", "Lake Courier"),
    ]
    assert [v.chain for v in answer.sightings[0].voices] == ["Lake Courier > mayor of Bol"]
    assert answer.silent == []


def test_kept_apart(scenario: Make) -> None:
    """A refusal to link is kept with its proof."""
    with reader(scenario("neighbouring_days")) as (db, _):
        apart = {row["claim_id"]: row["proof"].split(";")[0] for row in why(db, "c1.0").kept_apart}

    assert apart == {"c2.0": "date: 1 day apart", "c3.0": "place: 492 km apart"}


def test_diff(scenario: Make) -> None:
    """A dropped line is withdrawn and the article edited; since a later day there is nothing."""
    with reader(scenario("edited_article")) as (db, _):
        told = [(row["change"], row["claim_id"]) for row in changes(db, datetime(2020, 1, 1))]
        later = changes(db, datetime(2100, 1, 1))

    assert told == [
        ("new claim", "c1.0"),
        ("new claim", "c1.1"),
        ("withdrawn line", "c1.0"),
        ("edited article", None),
    ]
    assert later == []


def test_diff_of_a_denial(scenario: Make) -> None:
    """A denial is told of, with who denies."""
    with reader(scenario("denial")) as (db, _):
        told = [
            (row["change"], row["who"])
            for row in changes(db, datetime(2020, 1, 1))
            if "denial" in row["change"]
        ]

    assert told == [("new denial", "Sylvanian foreign ministry")]


def test_a_notice_of_correction_is_told(scenario: Make) -> None:
    """`diff` and `why` show the words by which a report corrects itself."""
    with reader(scenario("corrected_article")) as (db, _):
        told = [row["detail"] for row in changes(db, datetime(2020, 1, 1)) if "correction" in row["change"]]
        answer = why(db, "c1.0")

    assert [words.split(" said")[0] for words in told] == ["Correction: An earlier version of this article"]
    assert [(s.relation, len(s.notices)) for s in answer.sightings] == [("first", 0), ("taken back", 1)]
    assert answer.claim["standing_why"].startswith("its report was corrected: “Correction: An earlier")


def test_sql_reads_and_no_more(scenario: Make) -> None:
    """Queries are answered; writing, and any other file, is refused."""
    with reader(scenario("denial")) as (db, _):
        columns, rows = sql(db, "SELECT claim_id, origin FROM denials")
        for forbidden in (
            "DELETE FROM claims",
            "COPY claims TO '/tmp/out.csv'",
            "SELECT * FROM read_text('/etc/hostname')",
            "ATTACH '/tmp/other.duckdb'",
            "SET enable_external_access = true",
            "INSTALL httpfs",
        ):
            with pytest.raises(UsageError, match="sql:"):
                sql(db, forbidden)

    assert (columns, rows) == (["claim_id", "origin"], [("c1.0", "Sylvanian foreign ministry")])


def test_merge_and_withdraw(scenario: Make) -> None:
    """A merge moves the sightings, stays on record, and can be withdrawn; then all is as before."""
    path = scenario("neighbouring_days")
    with writer(path) as db:
        before = db.execute("SELECT * FROM claims ORDER BY claim").fetchall()
        (decision,) = merge(db, "c2.0", "c1.0", by="Ann", why="the same checkpoint")
        merged = db.execute("SELECT claim_id, n_reports FROM claims ORDER BY claim").fetchall()
        withdraw(db, decision, by="Bob")
        after = db.execute("SELECT * FROM claims ORDER BY claim").fetchall()
        record = db.execute(
            "SELECT kind, proof, decided_by, withdrawn_by FROM merges WHERE merge = ?", [decision]
        ).fetchall()
        told = db.execute(
            "SELECT kind, claim FROM history WHERE kind NOT IN ('added', 'copy') ORDER BY told_at, step"
        )
        history = told.fetchall()
        with pytest.raises(UsageError, match="withdrawn before"):
            withdraw(db, decision, by="Bob")

    assert merged == [("c1.0", 3), ("c3.0", 1)]
    assert history == [("merge", 10000), ("withdrawn decision", 20000)]
    assert after == before
    assert record == [("merge", "the same checkpoint", "Ann", "Bob")]


def test_split(scenario: Make) -> None:
    """A sighting split off is a claim of its own, the first one of a claim too."""
    with writer(scenario("two_witnesses")) as db:
        split(db, "c1.0", "one", by="Ann", why="another bus")
        found = db.execute("SELECT claim_id, standing FROM claims ORDER BY claim").fetchall()
        with pytest.raises(UsageError, match="only one"):
            split(db, "c1.0", "two", by="Ann", why="")

    assert found == [("c1.0", "single origin"), ("c1.5000", "single origin")]


def test_unknown_claims(scenario: Make) -> None:
    """An unknown claim is named, with the way to find one."""
    with reader(scenario("denial")) as (db, _), pytest.raises(UsageError, match=r"c9\.9.*sayso claims"):
        why(db, "c9.9")


def test_story(scenario: Make) -> None:
    """A story holds the claims that its reports share."""
    with reader(scenario("denial")) as (db, _):
        assert story(db, "c1.0") == ["c1.0"]


def test_versions_of_a_quotation() -> None:
    """A cut version is marked; another quotation is none of them."""
    whole = "We will rebuild the bridge before the winter, and it will be stronger"
    group = [
        {"speaker": "Ann", "publisher": p, "published": None, "report_id": p, "quote": quote, "chain": p}
        for p, quote in (("A", whole), ("B", "rebuild the bridge before the winter"), ("C", whole + "."))
    ]

    assert _versions(whole, "rebuild the bridge before the winter")
    assert not _versions(whole, "We will never rebuild anything in this town")
    assert [version.cut for version in _quotation(group).versions] == ["whole", "cut", "whole"]
