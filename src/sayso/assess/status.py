"""The one rule that chooses a status, for one mention and for the event."""

from collections.abc import Iterable
from typing import Final

from sayso.assess.effects import Effect, Voice
from sayso.records.event import Assessment
from sayso.records.vocabulary import Certainty, Polarity, Status, Time

STRONGEST: Final = (
    Status.ASSERTED,
    Status.HISTORICAL,
    Status.ALLEGED,
    Status.PLANNED,
    Status.DENIED,
    Status.UNCONFIRMED,
    Status.NEGATED,
    Status.HYPOTHETICAL,
)
"""Statuses from the strongest: the status of an event is the strongest among its mentions."""


def mention_status(assessment: Assessment, voices: Iterable[Voice]) -> Status:
    """The status of one mention: the first of these that holds.

    1. denied: a source denies it, and nothing inside the denial turns that round;
    2. unconfirmed: a source did not or would not confirm it;
    3. negated: the words say that it did not, does not or will not happen;
    4. hypothetical: a condition, a wish, a demand, a threat;
    5. alleged: somebody is accused or suspected of it, or it is told as "alleged", "reportedly";
    6. hypothetical: it is no more than possible ("may", "could");
    7. planned: it lies in the future;
    8. historical: it is background, from before the story;
    9. unconfirmed: it is told as no more than probable ("appears to have", "probably", "is believed to");
    10. asserted: all else: told as certain, past or going on.
    """
    heard = {voice.effect for voice in voices}
    negative = assessment.polarity == Polarity.NEGATIVE
    rules = (
        (Effect.DENIED in heard and negative, Status.DENIED),
        (Effect.UNCONFIRMED in heard, Status.UNCONFIRMED),
        (negative, Status.NEGATED),
        (assessment.certainty == Certainty.HYPOTHETICAL, Status.HYPOTHETICAL),
        (Effect.ALLEGED in heard, Status.ALLEGED),
        (assessment.certainty == Certainty.POSSIBLE, Status.HYPOTHETICAL),
        (assessment.time == Time.FUTURE, Status.PLANNED),
        (assessment.time == Time.HISTORICAL, Status.HISTORICAL),
        (assessment.certainty == Certainty.PROBABLE, Status.UNCONFIRMED),
    )
    return next((status for holds, status in rules if holds), Status.ASSERTED)


def event_status(statuses: Iterable[Status]) -> Status:
    """The status of an event: the strongest of its mentions'.

    It is denied only where nobody in the text says it, alleges it or plans it. What sources assert or hold probable
    and another denies becomes alleged, unless the publisher asserts it too (sayso.assess.summary).
    """
    return min(statuses, key=STRONGEST.index)
