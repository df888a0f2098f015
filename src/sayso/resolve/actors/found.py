"""Found: one mention of an actor before it is clear whose it is."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.entity import Entity

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Form(StrEnum):
    """How the words refer."""

    NAME = "name"
    ADJECTIVE = "adjective"
    METONYM = "metonym"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Coding:
    """What the words beside a name or noun say of its actor.

    `country` takes ISO codes (or UNO, EUR, IGO for bodies of these); `role` is the office in the report's words;
    `words` those that decided; `former` whether they say that the office is over.
    """

    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    words: str = ""
    former: bool = False


NOTHING = Coding()


@dataclass(slots=True, eq=False)
class Found:
    """Tokens first..last (end excluded), with the syntactic head at token `head`.

    `core` is where the bare name begins, after a title. `entity` is set where a table knows the name, `candidates`
    where several entities have it; `kind` and `coding` say what the words give; `noun` is the agent noun of a nominal
    in its singular, or a pronoun's base form; `definite` whether "the", "its" or the like points back.
    """

    first: int
    last: int
    head: int
    form: Form
    kind: ActorKind
    entity: Entity | None = None
    coding: Coding = field(default=NOTHING)
    noun: str = ""
    agent_kind: str = ""
    plural: bool = False
    definite: bool = False
    candidates: tuple[Entity, ...] = ()
    core: int = -1

    def text(self, doc: "Doc") -> str:
        """The mention's words."""
        return doc[self.first : self.last].text

    def bare(self, doc: "Doc") -> str:
        """The name without its title, on one line."""
        return " ".join(doc[max(self.first, self.core) : self.last].text.split())
