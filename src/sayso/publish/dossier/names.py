"""Names and words of a record, looked up once for the whole page."""

from functools import cached_property

from sayso.records.actor import Actor
from sayso.records.coded import CodedReport
from sayso.records.statement import Statement
from sayso.records.vocabulary import ActorKind, Stance, Status

STANCE_SIGNS = {
    Stance.ASSERTS: "✓",
    Stance.DENIES: "✗",
    Stance.UNCONFIRMED: "?",
    Stance.BELIEVES: "≈",
    Stance.ASKS: "¿",
    Stance.PROMISES: "→",
    Stance.THREATENS: "!",
    Stance.ACCUSES: "☞",
    Stance.PRAISES: "+",
}
STATUS_SIGNS = {
    Status.ASSERTED: "✓",
    Status.ALLEGED: "☞",
    Status.DENIED: "✗",
    Status.UNCONFIRMED: "?",
    Status.PLANNED: "→",
    Status.HYPOTHETICAL: "≈",
    Status.HISTORICAL: "◷",
    Status.NEGATED: "∅",
}


class Names:
    """Looks up what ids of one record stand for."""

    def __init__(self, record: CodedReport) -> None:
        self.record = record

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.record.statements}

    @cached_property
    def hues(self) -> dict[str, int]:
        """A number for each origin, the publisher's being 0, the others in order of their first statement."""
        order = ["a0", *(origin for statement in self.record.statements for origin in statement.origins)]
        for event in self.record.events:
            order += [*event.say_so, *event.denied_by, *event.unconfirmed_by]
        return {actor: number for number, actor in enumerate(dict.fromkeys(order))}

    def hue(self, statement: Statement) -> int:
        """The number of a statement's first origin."""
        return self.hues.get(statement.origins[0], 0) if statement.origins else 0

    def actor(self, id: str) -> str:
        """An actor's name, with its country where the name does not say it."""
        actor = self._actors[id]
        if actor.country and actor.kind != ActorKind.STATE:
            return f"{actor.name} ({actor.country})"
        return actor.name

    def actors(self, ids: tuple[str, ...]) -> str:
        """Several actors' names."""
        return ", ".join(self.actor(id) for id in ids)
