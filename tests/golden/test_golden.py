"""Whole reports: what sayso decides about the examples, and the contract's schema, pinned.

A change on purpose is taken over with `SAYSO_UPDATE_GOLDEN=1 make test`, and read in the diff. Decisions are
compared, not floats: scores and confidences are left out, digests too.
"""

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sayso.publish.jsonl import decode, encode
from sayso.publish.schema import json_schema
from sayso.records.coded import CodedReport
from tests.conftest import coded

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FACTS = tomllib.loads((EXAMPLES / "reports.toml").read_text("utf-8"))


def _record(name: str) -> CodedReport:
    return coded((EXAMPLES / "reports" / name).read_text("utf-8"), **FACTS[name])


def _decisions(record: CodedReport) -> dict[str, Any]:
    """The record in short: words in place of spans and ids, nothing that is a float or a digest."""
    names = {actor.id: actor.name for actor in record.actors}
    places = {place.id: place.name for place in record.places}

    def who(ids: tuple[str, ...]) -> list[str]:
        return [names[id] for id in ids]

    return {
        "parts": [f"{part.kind}: {part.span.cut(record.report.text)[:60]}" for part in record.report.parts],
        "actors": [f"{a.name} | {a.kind} | {a.code or '-'} | {a.role or '-'}" for a in record.actors],
        "places": [f"{p.name} | {p.geonames} | {p.country}" for p in record.places],
        "statements": [
            {
                "chain": [who(link.actors) for link in s.chain],
                "source": s.source and s.source.text,
                "class": s.source and s.source.class_,
                "cue": s.cue and s.cue.text,
                "content": s.content.text,
                "said": f"{s.stance}, {s.manner}",
            }
            for s in record.statements
        ],
        "events": [
            {
                "event": f"{e.type} {e.mode or ''}".strip(),
                "actors": who(e.actors),
                "recipients": who(e.recipients),
                "when": e.date and f"{e.date.start}..{e.date.end}",
                "where": e.place and places[e.place],
                "counts": [f"{c.what} {c.low}-{c.best}-{c.high}" for c in e.counts],
                "items": [i.text for i in e.items],
                "status": e.status,
                "say_so": who(e.say_so),
                "denied_by": who(e.denied_by),
                "unconfirmed_by": who(e.unconfirmed_by),
                "triggers": [m.trigger.text for m in e.mentions],
            }
            for e in record.events
        ],
    }


def _compare(name: str, found: Any) -> None:
    file = HERE / name
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("SAYSO_UPDATE_GOLDEN"):
        file.write_text(text, "utf-8")
    assert json.loads(file.read_text("utf-8")) == json.loads(text)


@pytest.mark.parametrize("name", sorted(FACTS))
def test_examples(name: str) -> None:
    """The decisions about an example report are those that were read and accepted."""
    _compare(f"{name.removesuffix('.txt')}.json", _decisions(_record(name)))


@pytest.mark.parametrize("name", sorted(FACTS))
def test_a_record_survives_json(name: str) -> None:
    """Written and read back, a record is the same record."""
    record = _record(name)

    assert decode(encode(record)) == record


def test_the_schema() -> None:
    """The contract does not change by accident."""
    _compare("schema.json", json_schema())


@pytest.mark.parametrize("name", sorted(FACTS))
def test_records_fit_the_schema(name: str) -> None:
    """What `sayso code` writes is valid by what `sayso schema` prints."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")

    jsonschema.validate(msgspec.json.decode(encode(_record(name))), json_schema())
