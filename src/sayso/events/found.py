"""Found: an event as one trigger tells it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.events.roles import Roles
from sayso.events.triggers import Trigger
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Found:
    """An event as one trigger tells it: type and mode after the codebook's rules, and the rule that decided.

    `chance` and `rival_chance` are what the encoder gives the type and its rival, None where it was not asked.
    `governed` are the triggers that it took up ("agreed to SEND"); `planned` says that a verb of planning stands over
    it; `part_of` is the word of the assault whose result it is.
    """

    trigger: Trigger
    type: EventType
    mode: str | None
    roles: Roles
    rule: str
    detail: str
    rival: EventType | None = None
    governed: "list[Trigger]" = field(default_factory=list)
    planned: bool = False
    part_of: "Token | None" = None
    chance: float | None = None
    rival_chance: float | None = None

    @property
    def two_sided(self) -> bool:
        """Whether it names an actor and a recipient, or two who act together."""
        roles = self.roles
        return bool(roles.actor.ids and roles.recipient.ids) or (roles.reciprocal and roles.two)

    @property
    def token(self) -> "Token":
        """The trigger's head word."""
        return self.trigger.token
