"""The stage encode: one reading of the report by the encoder."""

from sayso.encode.encoder import encoder
from sayso.models.catalogue import catalogue
from sayso.records.settings import Settings
from sayso.records.stages import Encoded, Parsed


class Encode:
    """Read the report once, for all stages that use what the encoder sees; with the setting "rules" not at all."""

    name = "encode"
    version = "1"
    reads = (Parsed,)
    gives = Encoded

    def __init__(self, settings: Settings | None = None) -> None:
        self._asked = (settings or Settings()).attribution == "model"

    def __call__(self, parsed: Parsed) -> Encoded:
        """What the encoder reads in one report.

        Raises WrongModel or DamagedInstall as `encoder` does.
        """
        return encoder().encode(parsed.report.text) if self._asked else Encoded()

    def digest(self) -> str:
        """The digest of the encoder in use; "rules" where none is."""
        return catalogue()["attribution"].digest if self._asked else "rules"
