"""One mention of an event, judged."""

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from sayso.assess.aside import asides, is_aside
from sayso.assess.by_type import absorbed
from sayso.assess.calendar import Calendar
from sayso.assess.climb import climb
from sayso.assess.effects import Effect, Reading, Voice
from sayso.assess.graded import Grade, grade
from sayso.assess.stance import enclosing
from sayso.assess.status import mention_status
from sayso.records.base import Span, Why, Words
from sayso.records.event import DraftMention, EventDraft, EventMention, MentionAssessment
from sayso.records.stages import Encoded, Parsed, Resolved
from sayso.records.statement import Statement
from sayso.records.vocabulary import PartKind, Status, Time

VERSION: Final = "3"


@dataclass(frozen=True)
class Judged:
    """A mention with its assessment, its status, and who says, denies or does not confirm it.

    `statements` are those around it, the innermost first; `voices` the stances that reach it; `asides` the denials
    that point at it from outside.
    """

    mention: EventMention
    status: Status
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    asides: tuple[Voice, ...]

    @property
    def hedged(self) -> bool:
        """Whether it is unconfirmed only because it is told as probable: nobody withholds a confirmation."""
        return self.status is Status.UNCONFIRMED and not any(
            voice.effect == Effect.UNCONFIRMED for voice in self.voices
        )


class Judge:
    """Judges the mentions of one report's events."""

    def __init__(self, parsed: Parsed, encoded: Encoded, resolved: Resolved) -> None:
        self._doc = parsed.doc
        self._encoded = encoded
        self._resolved = resolved
        self._calendar = Calendar(parsed.doc, resolved.timexes, parsed.report.published)
        kinds = (PartKind.HEADLINE, PartKind.STANDFIRST)
        self._headlines = [part.span for part in parsed.report.parts if part.kind in kinds]

    def __call__(self, draft: DraftMention, event: EventDraft) -> Judged:
        """Judge one mention of an event."""
        word = head_word(self._doc, draft.trigger)
        at = Span(word.idx, word.idx + len(word))
        around = enclosing(self._resolved, at)
        statements = tuple(s for s in around if not is_aside(self._doc, s))
        headline = any(part.covers(at) for part in self._headlines)
        reading = climb(word, statements, headline=headline, absorbs=absorbed(event))
        graded = grade(word, reading, self._encoded.told_at(word.idx))
        assessment = MentionAssessment(
            polarity=reading.polarity,
            time=self._calendar.time(word, reading.time, done=reading.closed) or Time.PAST,
            certainty=reading.certainty,
            cues=tuple(sorted(set(reading.cues))),
            factuality=graded.value,
            why=_why(reading, graded),
        )
        own = next((s for s in statements if s.id == draft.statement), next(iter(statements), None))
        mention = EventMention(
            sentence=draft.sentence,
            trigger=draft.trigger,
            statement=own.id if own else None,
            stance=own.stance if own else None,
            assessment=assessment,
        )
        claimed = bool(statements or reading.voices)
        alleged = any(voice.effect == Effect.ALLEGED for voice in reading.voices)
        aside = tuple(asides(self._doc, word, event, self._resolved, claimed=claimed, alleged=alleged))
        return Judged(mention, mention_status(assessment, reading.voices), statements, reading.voices, aside)


def _why(reading: Reading, graded: Grade) -> Why:
    """What the cues do, and what the rules and the encoder make of it."""
    return Why(
        stage="assess",
        rule=", ".join(dict.fromkeys(reading.effects)) or "told plainly",
        version=VERSION,
        detail=graded.reason,
    )


def head_word(doc: Doc, trigger: Words) -> Token:
    """The word of the trigger that the others hang on."""
    words: list[Token] = list(doc.char_span(trigger.start, trigger.end, alignment_mode="expand") or ())
    named = [token for token in words if any(s.start <= token.idx < s.end for s in trigger.spans)] or words
    inside = {token.i for token in named}
    return next((token for token in named if token.head.i not in inside or token.head == token), named[0])
