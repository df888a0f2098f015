"""The order of the stages, in one place, and the check that each gets what it reads."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from sayso.assess.stage import Assess
from sayso.attribute.stage import Attribute
from sayso.encode.stage import Encode
from sayso.errors import PlanError
from sayso.events.stage import Events
from sayso.parse.spacy_en import Parse
from sayso.records.report import Article
from sayso.records.settings import Settings
from sayso.resolve.stage import Resolve


class Stage(Protocol):
    """One step: it is handed the records of the types in `reads`, in that order, and gives one of `gives`."""

    @property
    def name(self) -> str:
        """What reasons call it."""

    @property
    def version(self) -> str:
        """Changes when its results may."""

    @property
    def reads(self) -> tuple[type, ...]:
        """The types of its arguments."""

    @property
    def gives(self) -> type:
        """The type of its result."""

    @property
    def __call__(self) -> Callable[..., Any]:
        """Run the stage."""


def plan(settings: Settings) -> tuple[Stage, ...]:
    """The stages from an article to its assessed events."""
    stages: tuple[Stage, ...] = (
        Parse(settings.model),
        Encode(settings),
        Attribute(settings),
        Resolve(settings),
        Events(settings),
        Assess(),
    )
    check(stages, given=Article)
    return stages


def check(stages: Sequence[Stage], given: type) -> None:
    """Raise PlanError if a stage reads a type that neither `given` nor an earlier stage provides."""
    known = {given}
    for stage in stages:
        missing = [kind.__name__ for kind in stage.reads if kind not in known]
        if missing:
            raise PlanError(f"stage {stage.name} reads {', '.join(missing)}, which no earlier stage gives")
        known.add(stage.gives)
