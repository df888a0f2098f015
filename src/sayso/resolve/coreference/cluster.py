"""Cluster: one actor in the making, with its mentions."""

from dataclasses import dataclass, field

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.entity import Entity
from sayso.resolve.actors.found import Coding, Found


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one actor, and what is known of it so far.

    `gender` is "m", "f" or None; `rule` and `detail` say why the mentions are one actor and how it was coded.
    """

    name: str
    kind: ActorKind
    entity: Entity | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    former: bool = False
    gender: str | None = None
    plural: bool = False
    noun: str = ""
    agent_kind: str = ""
    mentions: list[Found] = field(default_factory=list)
    members: "tuple[Cluster, ...]" = ()
    rule: str = ""
    detail: str = ""
    notes: list[str] = field(default_factory=list)

    def add(self, found: Found) -> None:
        """Take a mention, and what its words say that was not known."""
        self.mentions.append(found)
        self.learn(found.coding)

    def former_roles(self) -> list[str]:
        """What the words call an office that is over: "former mayor"."""
        return [m.coding.words for m in self.mentions if m.coding.former]

    def learn(self, coding: Coding) -> None:
        """Take from the words what was not known yet."""
        if coding.country and not self.country and self.entity is None:
            self.country = coding.country
        if coding.sectors and (not self.sectors or (self.sectors == ("ELI",) and coding.role)):
            self.sectors = coding.sectors
        if coding.role and not self.role and not coding.former:
            self.role = coding.role
        self.former = self.former or coding.former
        if coding.words and not self.detail:
            self.detail = coding.words


def country_of(cluster: Cluster) -> str | None:
    """The country (or body of states) of a cluster, from the tables or the words."""
    return (cluster.entity.place if cluster.entity is not None else None) or cluster.country
