"""Events and dyads as rows."""

from collections.abc import Iterator
from itertools import permutations, product

from sayso.publish.cells import Cell, Row, as_json, joined, reason, spans
from sayso.publish.keys import Keys
from sayso.records.coded import CodedReport
from sayso.records.event import Event
from sayso.records.vocabulary import CountWhat


def event_rows(record: CodedReport) -> Iterator[Row]:
    """One row an event."""
    keys = Keys(record)
    for event in record.events:
        yield {
            **_event(event, keys),
            "contexts": joined(event.contexts),
            **_party(event.actors, "actor", keys),
            **_party(event.recipients, "recipient", keys),
            **_date(event),
            "date_text": event.date.text if event.date else None,
            **_place(event, keys),
            **_counts(event),
            "items": joined(
                f"{item.text} ({item.class_})" if item.text else item.class_ for item in event.items
            ),
            **_standing(event),
            "say_so": joined(keys.names(event.say_so)),
            "say_so_keys": joined(keys.keys(event.say_so)),
            "denied_by": joined(keys.names(event.denied_by)),
            "unconfirmed_by": joined(keys.names(event.unconfirmed_by)),
            "n_say_so": len(event.say_so),
            **_told(event, record, keys),
            "confidence": event.confidence,
            "alternative_type": event.alternative.type if event.alternative else None,
            "why": reason(event.why),
            "blanks": as_json(event.blanks),
        }


def dyad_rows(record: CodedReport) -> Iterator[Row]:
    """One row for each pair of actor and recipient; a mutual event has its pairs in both directions.

    An event of one party alone has no row.
    """
    keys = Keys(record)
    for event in record.events:
        mutual = not event.recipients
        pairs = permutations(event.actors, 2) if mutual else product(event.actors, event.recipients)
        for actor, recipient in pairs:
            yield {
                **_event(event, keys),
                **_one(actor, "actor", keys),
                **_one(recipient, "recipient", keys),
                "reciprocal": mutual,
                **_date(event),
                **_standing(event),
            }


def _event(event: Event, keys: Keys) -> dict[str, Cell]:
    return {
        "event_id": keys.outside(event.id),
        **keys.report(),
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "cameo": event.cameo,
        "plover_score": event.plover_score,
    }


def _party(ids: tuple[str, ...], role: str, keys: Keys) -> dict[str, Cell]:
    return {
        f"{role}s": joined(keys.names(ids)),
        f"{role}_keys": joined(keys.keys(ids)),
        f"{role}_codes": joined(keys.codes(ids)),
        f"{role}_countries": joined(keys.countries(ids)),
    }


def _one(id: str, role: str, keys: Keys) -> dict[str, Cell]:
    return {
        role: keys.names([id])[0],
        f"{role}_key": keys.keys([id])[0],
        f"{role}_code": keys.codes([id])[0],
        f"{role}_country": keys.countries([id])[0],
    }


def _date(event: Event) -> dict[str, Cell]:
    date = event.date
    return {
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_precision": date.precision if date else None,
    }


def _place(event: Event, keys: Keys) -> dict[str, Cell]:
    place = keys.places[event.place] if event.place else None
    return {
        "place": place.name if place else None,
        "geonames": place.geonames if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "place_precision": place.precision if place else None,
    }


def _counts(event: Event) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for what in (CountWhat.KILLED, CountWhat.INJURED):
        given = [count for count in event.counts if count.what == what]
        lows = [count.low for count in given if count.low is not None]
        highs = [count.high for count in given if count.high is not None]
        cells[f"{what}_low"] = min(lows, default=None)
        cells[f"{what}_best"] = next((count.best for count in given if count.best is not None), None)
        cells[f"{what}_high"] = max(highs, default=None) if len(highs) == len(given) else None
    shown = ("what", "low", "best", "high", "text")
    cells["counts"] = as_json([{field: getattr(c, field) for field in shown} for c in event.counts])
    return cells


def _standing(event: Event) -> dict[str, Cell]:
    return {
        "status": event.status,
        "polarity": event.assessment.polarity,
        "time": event.assessment.time,
        "certainty": event.assessment.certainty,
        "auxiliary_modes": joined(event.auxiliary_modes),
    }


def _told(event: Event, record: CodedReport, keys: Keys) -> dict[str, Cell]:
    first = event.mentions[0]
    inside = dict.fromkeys(mention.statement for mention in event.mentions if mention.statement)
    return {
        "n_mentions": len(event.mentions),
        "trigger": first.trigger.text,
        "sentence": first.sentence.cut(record.report.text) or None,
        "trigger_spans": spans(span for mention in event.mentions for span in mention.trigger.spans),
        "statement_ids": joined(keys.outside(id) for id in inside),
    }
