"""The stage attribute."""

from sayso.records.stages import Attributed, Parsed


class Attribute:
    """First version."""

    name = "attribute"
    version = "0"
    reads = (Parsed,)
    gives = Attributed

    def __init__(self, settings: object = None) -> None:
        self.settings = settings

    def __call__(self, *given: object) -> Attributed:
        """Nothing yet."""
        return Attributed(attributions=())
