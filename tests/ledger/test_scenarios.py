"""The scenarios: reports that were invented, and the origins, denials and standings that they must come to."""

import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger.store import reader, writer
from sayso.ledger.write import add
from tests.conftest import CASES, coded
from tests.ledger.made import coded_report

FOLDER = CASES / "ledger" / "scenarios"
SCENARIOS = [
    pytest.param(tomllib.loads(file.read_text("utf-8")), id=file.stem)
    for file in sorted(FOLDER.glob("*.toml"))
]


def ledger_of(scenario: dict[str, Any], path: Path) -> None:
    """The scenario's reports, added in the file's order."""
    actors, places = scenario.get("actor", {}), scenario.get("place", {})
    records = [
        coded_report(report, actors, places)
        if "events" in report
        else coded(
            report["text"], published=report["published"], publisher=report["publisher"], id=report["id"]
        )
        for report in scenario["report"]
    ]
    with writer(path) as db:
        list(add(db, records))


def names(db: Any) -> dict[int, str]:
    """Event number -> "report.event"; the second version of a report is "report#2"."""
    rows = db.execute(
        "SELECT e.event, r.report_id, row_number() OVER (PARTITION BY r.report_id, e.event % 10000 ORDER BY r.report), "
        "(SELECT count(*) FROM reports o WHERE o.report_id = r.report_id AND o.report <= r.report) "
        "FROM events e JOIN reports r USING (report)"
    ).fetchall()
    return {event: f"{id}{f'#{n}' if n > 1 else ''}.{event % 10000}" for event, id, _, n in rows}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_scenario(scenario: dict[str, Any], tmp_path: Path) -> None:
    """Claims, origins, independent ones, conflicts, standings, figures and copies are those of the file."""
    ledger_of(scenario, tmp_path / "ledger.duckdb")
    with reader(tmp_path / "ledger.duckdb") as (db, _):
        told = names(db)
        found = []
        for claim, standing, disputed, *killed in db.execute(
            "SELECT claim, standing, disputed_with, killed_low, killed_best, killed_high FROM claims ORDER BY claim"
        ).fetchall():
            events = db.execute("SELECT event, relation FROM sightings WHERE claim = ?", [claim]).fetchall()
            behind = db.execute(
                "SELECT origin, independent FROM claim_origins WHERE claim = ?", [claim]
            ).fetchall()
            found.append(
                {
                    "sightings": sorted(told[event] for event, _ in events),
                    "origins": sorted(name for name, _ in behind),
                    "independent": sorted(name for name, alone in behind if alone),
                    "standing": standing,
                    "disputed_with": disputed,
                    "killed": killed,
                    "conflicts": sorted(
                        told[e].split(".")[0] for e, relation in events if relation in ("number", "actor")
                    ),
                }
            )
        copies = db.execute(
            "SELECT r.report_id, o.report_id FROM copies k JOIN reports r USING (report) "
            "JOIN reports o ON o.report = k.original"
        ).fetchall()

    expected = [
        {
            **claim,
            "sightings": sorted(claim["sightings"]),
            "origins": sorted(claim["origins"]),
            "independent": sorted(claim["independent"]),
            "disputed_with": claim.get("disputed_with", []),
            "conflicts": sorted(claim.get("conflicts", [])),
        }
        for claim in scenario["claim"]
    ]
    if scenario.get("coded"):  # other events of the texts are the coder's affair
        wanted = {sighting for claim in expected for sighting in claim["sightings"]}
        found = [one for one in found if wanted.intersection(one["sightings"])]
    seen = [{key: one[key] for key in want} for one, want in zip(found, expected, strict=False)]

    assert seen == expected
    assert len(found) == len(expected)
    assert sorted(map(list, copies)) == sorted(scenario.get("copies", []))


def pairs(groups: list[list[str]]) -> set[tuple[str, str]]:
    """All pairs of sightings that are in one claim."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def test_pairs_of_all_scenarios_in_one_ledger(tmp_path: Path) -> None:
    """With all scenarios in one ledger, claim pairs have a precision of at least 0.95."""
    gold: list[list[str]] = []
    records = []
    for param in SCENARIOS:
        scenario = param.values[0]
        if scenario.get("coded"):
            continue
        name = param.id
        for report in scenario["report"]:
            own = {**report, "id": f"{name}/{report['id']}"}
            records.append(coded_report(own, scenario.get("actor", {}), scenario.get("place", {})))
        gold += [[f"{name}/{sighting}" for sighting in claim["sightings"]] for claim in scenario["claim"]]
    with writer(tmp_path / "all.duckdb") as db:
        list(add(db, records))
        told = names(db)
        rows = db.execute("SELECT list(event) FROM sightings GROUP BY claim").fetchall()

    found = pairs([[told[event] for event in events] for (events,) in rows])
    right = len(found & pairs(gold))

    assert right / len(found) >= 0.95
    assert right / len(pairs(gold)) >= 0.95
