"""Headlines leave the source out: whose say-so the body gives for the same deed is the headline's too."""

from sayso.records.base import Span
from sayso.records.coded import CodedReport
from sayso.records.event import Event
from sayso.records.vocabulary import PartKind

PUBLISHER = ("a0",)


def told_below(record: CodedReport, event: Event) -> Event:
    """The event of the body that tells a headline's deed on somebody's say-so; the event itself where none does.

    Only for what the headline alone tells in the publisher's own voice, and where the body nowhere tells such a deed
    so: of the same type and polarity, by one of the same actors or to one of the same recipients.
    """
    headlines = [part.span for part in record.report.parts if part.kind == PartKind.HEADLINE]
    own = event.say_so == PUBLISHER and not event.denied_by and not event.unconfirmed_by
    if not own or not _within(event, headlines):
        return event
    below = [one for one in record.events if not _within(one, headlines) and _same(one, event)]
    sourced = [one for one in below if one.say_so and "a0" not in one.say_so]
    return sourced[0] if sourced and len(sourced) == len(below) else event


def _within(event: Event, spans: list[Span]) -> bool:
    """Whether all mentions of an event lie in one of these spans."""
    return all(any(span.covers(mention.sentence) for span in spans) for mention in event.mentions)


def _same(one: Event, other: Event) -> bool:
    """Whether two events of a report may be one deed."""
    if one.type != other.type or one.assessment.polarity != other.assessment.polarity:
        return False
    return bool(set(one.actors) & set(other.actors) or set(one.recipients) & set(other.recipients))
