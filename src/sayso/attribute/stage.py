"""The stage attribute: who says what, as literal spans."""

from sayso.attribute.dress.dress import dress
from sayso.attribute.found import Found
from sayso.attribute.learnt.levels import deepened
from sayso.attribute.learnt.tagged import tagged
from sayso.attribute.mend.refine import refined
from sayso.attribute.merge import merge
from sayso.attribute.propose.own_voice import is_own_voice, with_own_voices
from sayso.attribute.propose.rules import rules
from sayso.attribute.reading import Reading
from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Encoded, Parsed


class Attribute:
    """Find the report's attributions and fill in what their words show.

    Proposers find source, cue and content as spans; the same later steps then give each its quotes, manner,
    stance, addressee, venue and parent. Who a source is, `resolve` decides. With the setting "rules" only the
    rules propose; with "model" the encoder does, and the rules add chains, headlines and refusals to confirm.
    """

    name = "attribute"
    version = "1"
    reads = (Parsed, Encoded)
    gives = Attributed

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()

    def __call__(self, parsed: Parsed, encoded: Encoded) -> Attributed:
        """The attributions of one parsed report, in text order."""
        reading = Reading(doc=parsed.doc, report=parsed.report)
        return Attributed(attributions=dress(reading, self._found(reading, encoded), self.version, encoded))

    def _found(self, reading: Reading, encoded: Encoded) -> list[Found]:
        ruled = rules(reading)
        others = [each for each in ruled if not is_own_voice(reading, each)]
        if self._settings.attribution == "rules":
            return refined(reading, with_own_voices(reading, others, ruled))
        merged = merge(tagged(reading, encoded), others, reading.report.text)
        return refined(reading, with_own_voices(reading, deepened(reading, encoded, merged), ruled))
