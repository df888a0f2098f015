"""The roles of an event as one trigger tells it: who acts, upon whom."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Role:
    """The actors of one role, the words that name them, the slot that gave them, and words that name no actor."""

    ids: tuple[str, ...] = ()
    heads: "tuple[Token, ...]" = ()
    slot: str = ""
    unnamed: "Token | None" = None


@dataclass(slots=True)
class Roles:
    """Both roles of one trigger."""

    actor: Role = field(default_factory=Role)
    recipient: Role = field(default_factory=Role)
    reciprocal: bool = False

    @property
    def two(self) -> bool:
        """Whether a reciprocal event has more than one who takes part."""
        return len(self.actor.ids) > 1
