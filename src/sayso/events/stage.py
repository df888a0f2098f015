"""The stage events."""

from sayso.records.stages import Drafted, Parsed, Resolved


class Events:
    """First version."""

    name = "events"
    version = "0"
    reads = (
        Parsed,
        Resolved,
    )
    gives = Drafted

    def __call__(self, *given: object) -> Drafted:
        """Nothing yet."""
        return Drafted(drafts=())
