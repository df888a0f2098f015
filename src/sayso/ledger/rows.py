"""Rows: a coded report as rows of the ledger's tables."""

from typing import Any

import msgspec

from sayso.ledger.family import Outlet, family, outlet
from sayso.ledger.frame import Frame, sentence
from sayso.ledger.headline import told_below
from sayso.ledger.known import only_refers
from sayso.records.actor import Actor
from sayso.records.coded import CodedReport
from sayso.records.event import Count, Event
from sayso.records.report import Report
from sayso.records.statement import Link, Statement
from sayso.records.vocabulary import CreditKind, Polarity, Stance

Row = dict[str, Any]

REFERS = "refers"
"""The stance of a voice that speaks of an event as known, and so adds nothing to it."""


class Rows:
    """Makes the rows of one record, which is the ledger's report number `number`."""

    def __init__(self, record: CodedReport, number: int) -> None:
        self.record, self.number = record, number
        self._actors = {actor.id: actor for actor in record.actors}
        self._places = {place.id: place for place in record.places}
        self._statements = {statement.id: statement for statement in record.statements}

    def report(self, added: str) -> Row:
        """The row of `reports`."""
        report, publisher = self.record.report, self.record.actors[0]
        wire = agency(report, publisher)
        return {
            "report": self.number,
            "report_id": report.id,
            "version": report.version,
            "current": True,
            "published": report.published,
            "publisher": publisher.name,
            "publisher_key": publisher.key,
            "publisher_family": family(publisher),
            "agency_key": wire and wire.key,
            "agency": wire and wire.name,
            "title": report.title,
            "url": report.url,
            "language": report.language,
            "byline": report.byline,
            "dateline_place": report.dateline and report.dateline.place,
            "dateline_agency": report.dateline and report.dateline.agency,
            "credits": [f"{credit.agency} ({credit.kind})" for credit in report.credits],
            "characters": len(report.text),
            "text": report.text,
            "raw_digest": report.raw_digest,
            "text_digest": report.text_digest,
            "made_by": msgspec.json.encode(self.record.made_by).decode(),
            "added": added,
        }

    def actors(self) -> list[Row]:
        """Rows of `actors`: one a key, as first seen."""
        return [
            {
                "key": actor.key, "name": actor.name, "kind": actor.kind, "country": actor.country,
                "code": actor.code, "wikidata": actor.wikidata, "family": family(actor), "report": self.number,
            }
            for actor in self.record.actors
        ]  # fmt: skip

    def statements(self) -> list[Row]:
        """Rows of `statements`."""
        return [self._statement(statement) for statement in self.record.statements]

    def quotes(self, statement: Statement) -> list[str]:
        """The exact words inside a statement's quotation marks."""
        text = self.record.report.text
        return [span.cut(text) for span in statement.quotes] if text else []

    def _statement(self, statement: Statement) -> Row:
        source = statement.source
        return {
            "statement_id": self._outside(statement.id),
            "report": self.number,
            "source": source and source.text,
            "source_class": source and source.class_,
            "speaker_keys": self.keys(source.actors if source else ()),
            "cue": statement.cue and statement.cue.text,
            "content": statement.content.text,
            "quotes": self.quotes(statement),
            "manner": statement.manner,
            "stance": statement.stance,
            "addressee": statement.addressee and statement.addressee.text,
            "venue": statement.venue and statement.venue.text,
            "parent_id": statement.parent and self._outside(statement.parent),
            "chain": self._chain(statement.chain),
            "origin_keys": self.keys(statement.origins),
            "starts": statement.content.start,
        }

    def event(self, event: Event, frame: Frame) -> Row:
        """The row of `events`."""
        place = self._places[event.place] if event.place else None
        when = event.date
        return {
            "event": frame.event, "event_id": self._outside(event.id), "report": self.number,
            "type": event.type, "mode": event.mode, "quad": event.quad, "cameo": event.cameo,
            "contexts": event.contexts,
            "actors": self.record.names(event.actors), "actor_keys": self.keys(event.actors),
            "actor_countries": self._countries(event.actors),
            "recipients": self.record.names(event.recipients), "recipient_keys": self.keys(event.recipients),
            "recipient_countries": self._countries(event.recipients),
            "date_start": when and when.start, "date_end": when and when.end,
            "date_precision": when and when.precision, "date_text": when and when.text,
            "place": place and place.name, "geonames": place and place.geonames, "lat": place and place.lat,
            "lon": place and place.lon, "country": place and place.country,
            "place_precision": place and place.precision,
            "polarity": event.assessment.polarity, "time": event.assessment.time,
            "certainty": event.assessment.certainty, "status": event.status,
            "sentence": sentence(self.record, event), "trigger": event.mentions[0].trigger.text,
            "starts": event.mentions[0].trigger.start, "confidence": event.confidence,
        }  # fmt: skip

    def figures(self, event: Event, frame: Frame) -> list[Row]:
        """Rows of `figures`: each count with the speaker of its statement, else the publisher."""
        return [self._figure(count, frame) for count in event.counts]

    def _figure(self, count: Count, frame: Frame) -> Row:
        statement = self._statements.get(count.statement or "")
        speakers = statement.origins if statement and statement.origins else ("a0",)
        return {
            "event": frame.event, "what": count.what, "low": count.low, "best": count.best, "high": count.high,
            "speaker_key": self._actors[speakers[0]].key, "speaker": ", ".join(self.record.names(speakers)),
            "words": count.text,
        }  # fmt: skip

    def voices(self, event: Event, frame: Frame) -> list[Row]:
        """Rows of `voices`: who asserts, denies or does not confirm the event, each with its chain.

        Who says that the event did not happen denies it. Who speaks of it only as known ("after this attack")
        refers to it; where nobody else tells of it, the publisher does. A headline has its sources from the body.
        """
        event = told_below(self.record, event)
        says = Stance.DENIES if event.assessment.polarity == Polarity.NEGATIVE else Stance.ASSERTS
        told = [
            (says, event.say_so),
            (Stance.DENIES, event.denied_by),
            (Stance.UNCONFIRMED, event.unconfirmed_by),
        ]
        rows = [self._voice(event, frame, stance, id) for stance, ids in told for id in ids]
        if rows and all(row["stance"] == REFERS for row in rows):
            rows.append(self._voice(event, frame, says, "a0"))
        return list({(row["origin_key"], row["stance"]): row for row in reversed(rows)}.values())[::-1]

    def _voice(self, event: Event, frame: Frame, stance: Stance, origin: str) -> Row:
        statement = self._statement_of(event, stance, origin)
        actor = self._actors[origin]
        chain = statement.chain if statement else ()
        relays = [id for link in chain[:-1] for id in link.actors]
        passing = (
            stance == Stance.ASSERTS and statement and only_refers(self.record.report.text, event, statement)
        )
        return {
            "event": frame.event,
            "origin_key": actor.key,
            "origin": actor.name,
            "family": family(actor),
            "stance": REFERS if passing else stance,
            "relays": self.keys(relays if statement else ([] if origin == "a0" else ["a0"])),
            "chain": self._chain(chain) if chain else self.record.names(["a0"])[0],
            "statement_id": self._outside(statement.id) if statement else None,
            "words": statement.content.text if statement else sentence(self.record, event),
        }

    def _statement_of(self, event: Event, stance: Stance, origin: str) -> Statement | None:
        """The statement in which this origin tells of the event, one of the voice's stance first."""
        ids = dict.fromkeys(mention.statement for mention in event.mentions if mention.statement)
        told = [s for id in ids if origin in (s := self._statements[id]).origins]
        odd = (Stance.DENIES, Stance.UNCONFIRMED)
        told.sort(key=lambda s: (s.stance != stance) if stance in odd else (s.stance in odd))
        return told[0] if told else None

    def _chain(self, chain: tuple[Link, ...]) -> str:
        return " > ".join(", ".join(self.record.names(link.actors)) or "not named" for link in chain)

    def keys(self, ids: Any) -> list[str]:
        """Actors' keys."""
        return list(dict.fromkeys(self._actors[id].key for id in ids))

    def _countries(self, ids: Any) -> list[str]:
        return [self._actors[id].country or "-" for id in ids]

    def _outside(self, id: str) -> str:
        return f"{self.record.report.id}:{self.record.report.version}:{id}"


def agency(report: Report, publisher: Actor) -> Outlet | None:
    """The news agency whose text the report says that it carries, by dateline or credit; None for its own."""
    named = [report.dateline.agency] if report.dateline and report.dateline.agency else []
    named += [credit.agency for credit in report.credits if credit.kind == CreditKind.WIRE]
    for name in named:
        known = outlet(name) or Outlet(f"media:-:{name.casefold()}", name, f"media:{name}")
        if known.key != publisher.key and known.name != publisher.name:
            return known
    return None
