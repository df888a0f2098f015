"""What an event's type says by itself, so that the words that made it of this type are not counted twice.

PLOVER 2.0, section "Auxiliary modes": an event that is another type plus an auxiliary mode (AGREE is SUPPORT to
come, THREATEN is ASSAULT to come) is returned as the single type, not as type and auxiliary mode.
"""

from typing import Final

from sayso.assess.effects import Effect
from sayso.records.event import EventDraft
from sayso.records.vocabulary import EventType

_AHEAD: Final = frozenset({Effect.FUTURE, Effect.PLANNED, Effect.WANTED, Effect.PROMISED, Effect.THREATENED})
_REFUSED: Final = frozenset({Effect.NOT, Effect.NOT_PLANNED, Effect.FUTURE})
_BY_CODEBOOK: Final = "manual, "


def absorbed(draft: EventDraft) -> frozenset[Effect]:
    """The effects that the type of this event says already.

    "Kenya will send troops", as AGREE, is a promise that has been made; "Kenya will not send troops", as REJECT,
    a refusal that has been given. A type that the trigger itself names absorbs nothing: "did not refuse".
    """
    if not draft.why.rule.startswith(_BY_CODEBOOK):
        return frozenset()
    if draft.type in (EventType.AGREE, EventType.THREATEN):
        return _AHEAD
    return _REFUSED if draft.type is EventType.REJECT else frozenset()
