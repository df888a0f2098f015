"""CodedReport: the contract, one JSON object per report ("sayso.record/1")."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from sayso.errors import InputRefused
from sayso.records.actor import Actor, Place
from sayso.records.base import Record, Span, Words
from sayso.records.event import Event
from sayso.records.report import Report
from sayso.records.statement import Statement

FORMAT: Final = "sayso.record/1"


class Refusal(Record, frozen=True, kw_only=True):
    """Something left out: at which stage, what, and why."""

    stage: str
    what: str
    why: str

    @classmethod
    def of(cls, error: InputRefused) -> "Refusal":
        """The refusal that an error tells of."""
        return cls(stage=error.stage, what=error.what, why=error.why)


class MadeBy(Record, frozen=True, kw_only=True):
    """What made the record: versions, settings, and digests of models and tables."""

    sayso: str
    codebook: str
    settings: dict[str, str | int | bool | None]
    models: dict[str, str]
    tables: dict[str, str]


class CodedReport(Record, frozen=True, kw_only=True):
    """All that sayso found in one report.

    Checked when made: ids are unique and every reference leads somewhere, the first actor is the publisher,
    and every span cuts exactly the words that it claims. A record without text (`report.text` empty) is checked
    for references only.
    """

    format: Literal["sayso.record/1"] = FORMAT
    report: Report
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    refusals: tuple[Refusal, ...]
    made_by: MadeBy

    def __post_init__(self) -> None:
        if not self.actors or self.actors[0].id != self.report.publisher:
            raise ValueError("the first actor is not the report's publisher")
        self._check_references()
        if self.report.text:
            self._check_cuts()

    def names(self, ids: Iterable[str]) -> list[str]:
        """The names of actors, by their ids in this record. Raises KeyError for an id that it has not."""
        known = {actor.id: actor.name for actor in self.actors}
        return [known[id] for id in ids]

    def words(self) -> Iterator[Words]:
        """Every piece of the report's words that the record claims."""
        for statement in self.statements:
            given = (statement.source, statement.cue, statement.content, statement.addressee, statement.venue)
            yield from (words for words in given if words is not None)
        for event in self.events:
            yield from (mention.trigger for mention in event.mentions)
            yield from event.counts
            yield from event.items
            if event.date is not None and event.date.span is not None:
                yield Words(text=event.date.text, spans=(event.date.span,))

    def spans(self) -> Iterator[Span]:
        """Every span of the report's text that the record names."""
        yield from (part.span for part in self.report.parts)
        yield from self.report.paragraphs
        yield from (credit.span for credit in self.report.credits)
        for actor in self.actors:
            yield from actor.mentions
        for place in self.places:
            yield from place.mentions
        for statement in self.statements:
            yield from statement.quotes
        for words in self.words():
            yield from words.spans
        for event in self.events:
            for mention in event.mentions:
                yield mention.sentence
                yield from mention.assessment.cues

    def _check_cuts(self) -> None:
        text = self.report.text
        for words in self.words():
            cut = " ".join(span.cut(text) for span in words.spans)
            if words.text is not None and cut != words.text:
                raise ValueError(f"spans {words.spans} cut {cut!r}, the record claims {words.text!r}")
        for span in self.spans():
            if not 0 <= span.start < span.end <= len(text):
                raise ValueError(
                    f"span {span.start}..{span.end} does not lie in the text of {len(text)} characters"
                )

    def _check_references(self) -> None:
        actors = _ids("actor", self.actors)
        places = _ids("place", self.places)
        statements = _ids("statement", self.statements)
        _ids("event", self.events)
        for statement in self.statements:
            speakers = statement.source.actors if statement.source else ()
            addressed = statement.addressee.actors if statement.addressee else ()
            in_chain = [actor for link in statement.chain for actor in link.actors]
            _known(
                f"statement {statement.id!r}", actors, *speakers, *addressed, *statement.origins, *in_chain
            )
            _known(
                f"statement {statement.id!r}",
                statements,
                statement.parent,
                *(k.statement for k in statement.chain),
            )
        for event in self.events:
            who = (*event.actors, *event.recipients, *event.say_so, *event.denied_by, *event.unconfirmed_by)
            said = [mention.statement for mention in event.mentions] + [
                count.statement for count in event.counts
            ]
            _known(f"event {event.id!r}", actors, *who)
            _known(f"event {event.id!r}", places, event.place)
            _known(f"event {event.id!r}", statements, *said)


def _ids(what: str, records: "tuple[Actor | Place | Statement | Event, ...]") -> set[str]:
    ids = {record.id for record in records}
    if len(ids) != len(records):
        raise ValueError(f"two records share one {what} id")
    return ids


def _known(where: str, known: set[str], *ids: str | None) -> None:
    for id in ids:
        if id is not None and id not in known:
            raise ValueError(f"{where} refers to {id!r}, which the record does not hold")
