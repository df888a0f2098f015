"""The stage assess: how the text presents each event, and on whose word."""

from sayso.assess.graded import MODEL
from sayso.assess.mention import VERSION, Judge
from sayso.assess.summary import summarise
from sayso.models.catalogue import catalogue
from sayso.records.stages import Assessed, Drafted, Parsed, Resolved


class Assess:
    """Judge every mention of every event by the words and statements around it, then sum up each event."""

    name = "assess"
    version = VERSION
    reads = (Parsed, Resolved, Drafted)
    gives = Assessed

    def digest(self) -> str:
        """The digest of the weights by which factuality is graded."""
        return catalogue()[MODEL].digest

    def __call__(self, parsed: Parsed, resolved: Resolved, drafted: Drafted) -> Assessed:
        """Assess the events of one report."""
        judge = Judge(parsed, resolved)
        return Assessed(
            events=tuple(
                summarise(draft, [judge(mention, draft) for mention in draft.mentions], resolved)
                for draft in drafted.drafts
            )
        )
