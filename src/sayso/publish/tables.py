"""Records -> rows of the published tables (columns: sayso.records.tables)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import msgspec

from sayso.publish.cells import Cell, Row, as_json, joined, reason, spans
from sayso.publish.event_rows import dyad_rows, event_rows
from sayso.publish.keys import Keys
from sayso.records.actor import Actor, Place
from sayso.records.coded import CodedReport, Refusal
from sayso.records.statement import Statement

Outcome = CodedReport | Refusal


def rows(outcomes: Iterable[Outcome], table: str) -> Iterator[Row]:
    """The rows of one table, report by report in the order given.

    A refused report has a row in `refusals` only. Raises KeyError for an unknown table.
    """
    make = _MAKERS[table]
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            if table == "refusals":
                yield _refusal(outcome, None)
        else:
            yield from make(outcome)


def _reports(record: CodedReport) -> Iterator[Row]:
    report, keys = record.report, Keys(record)
    line = report.dateline
    yield {
        **keys.report(),
        "publisher_key": record.actors[0].key,
        "title": report.title or None,
        "url": report.url,
        "language": report.language,
        "byline": report.byline,
        "dateline_place": line.place if line else None,
        "dateline_date": line.date if line else None,
        "dateline_agency": line.agency if line else None,
        "credits": joined(f"{credit.agency} ({credit.kind})" for credit in report.credits),
        "characters": max((span.end for span in report.paragraphs), default=len(report.text)),
        "statements": len(record.statements),
        "events": len(record.events),
        "text": report.text or None,
        "raw_digest": report.raw_digest,
        "text_digest": report.text_digest,
        "made_by": as_json(msgspec.to_builtins(record.made_by)),
        "blanks": as_json(report.blanks),
    }


def _statements(record: CodedReport) -> Iterator[Row]:
    keys = Keys(record)
    for statement in record.statements:
        yield {
            "statement_id": keys.outside(statement.id),
            **keys.report(),
            **_said_by(statement, keys),
            "cue": statement.cue.text if statement.cue else None,
            "content": statement.content.text,
            "quotes": joined(span.cut(record.report.text) for span in statement.quotes)
            if record.report.text
            else None,
            "manner": statement.manner,
            "stance": statement.stance,
            "addressee": statement.addressee.text if statement.addressee else None,
            "venue": statement.venue.text if statement.venue else None,
            "venue_kind": statement.venue.kind if statement.venue else None,
            "parent_id": keys.outside(statement.parent) if statement.parent else None,
            "chain": " > ".join(
                ", ".join(keys.names(link.actors)) or "not named" for link in statement.chain
            ),
            "origins": joined(keys.names(statement.origins)),
            "origin_keys": joined(keys.keys(statement.origins)),
            "content_spans": spans(statement.content.spans),
            "confidence": statement.why.score,
            "why": reason(statement.why),
            "blanks": as_json(statement.blanks),
        }


def _said_by(statement: Statement, keys: Keys) -> dict[str, Cell]:
    source = statement.source
    actors = source.actors if source else ()
    return {
        "source": source.text if source else None,
        "source_class": source.class_ if source else None,
        "speakers": joined(keys.names(actors)),
        "speaker_keys": joined(keys.keys(actors)),
        "speaker_codes": joined(keys.codes(actors)),
        "speaker_countries": joined(keys.countries(actors)),
    }


def _actors(record: CodedReport) -> Iterator[Row]:
    keys = Keys(record)
    for actor in record.actors:
        yield {
            "actor_id": keys.outside(actor.id),
            **keys.report(),
            **_plain(actor, ("key", "name", "kind", "country", "code", "role", "wikidata")),
            "sectors": joined(actor.sectors),
            **_evidence(actor),
        }


def _places(record: CodedReport) -> Iterator[Row]:
    keys = Keys(record)
    for place in record.places:
        yield {
            "place_id": keys.outside(place.id),
            **keys.report(),
            **_plain(place, ("name", "geonames", "lat", "lon", "country", "admin1", "precision")),
            **_evidence(place),
        }


def _plain(record: Actor | Place, fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: getattr(record, field) for field in fields}


def _evidence(record: Actor | Place) -> dict[str, Cell]:
    return {
        "n_mentions": len(record.mentions),
        "mention_spans": spans(record.mentions),
        "why": reason(record.why),
        "blanks": as_json(record.blanks),
    }


def _refusals(record: CodedReport) -> Iterator[Row]:
    for refusal in record.refusals:
        yield _refusal(refusal, record.report.id)


def _refusal(refusal: Refusal, report: str | None) -> Row:
    return {"report_id": report, "stage": refusal.stage, "what": refusal.what, "why": refusal.why}


_MAKERS: Final[dict[str, Callable[[CodedReport], Iterator[Row]]]] = {
    "reports": _reports,
    "statements": _statements,
    "events": event_rows,
    "dyads": dyad_rows,
    "actors": _actors,
    "places": _places,
    "refusals": _refusals,
}
