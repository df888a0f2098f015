"""The stage assess."""

from sayso.records.stages import Assessed, Drafted, Parsed, Resolved


class Assess:
    """First version."""

    name = "assess"
    version = "0"
    reads = (
        Parsed,
        Resolved,
        Drafted,
    )
    gives = Assessed

    def __call__(self, *given: object) -> Assessed:
        """Nothing yet."""
        return Assessed(events=())
