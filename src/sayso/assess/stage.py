"""The stage assess: how the text presents each event, and on whose word."""

from sayso.assess.mention import VERSION, Judge
from sayso.assess.summary import summarise
from sayso.records.stages import Assessed, Drafted, Encoded, Parsed, Resolved


class Assess:
    """Judge every mention of every event by the words and statements around it, then sum up each event."""

    name = "assess"
    version = VERSION
    reads = (Parsed, Encoded, Resolved, Drafted)
    gives = Assessed

    def __call__(self, parsed: Parsed, encoded: Encoded, resolved: Resolved, drafted: Drafted) -> Assessed:
        """Assess the events of one report."""
        judge = Judge(parsed, encoded, resolved)
        return Assessed(
            events=tuple(
                summarise(draft, [judge(mention, draft) for mention in draft.mentions], resolved)
                for draft in drafted.drafts
            )
        )
