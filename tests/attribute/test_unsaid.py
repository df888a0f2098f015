"""What was found but is no statement, on attributions given by hand."""

from sayso.attribute.found import Found
from sayso.attribute.mend.unsaid import is_unsaid
from sayso.attribute.reading import Reading
from sayso.records.base import Span
from tests.conftest import parsed


def test_a_cue_that_holds_no_word_is_left_alone() -> None:
    """A cue of which the text's words show nothing gives no reason to drop what was found, and no error."""
    text = "Brandt said no."
    given = parsed(text)
    found = Found((Span(0, 6),), (Span(6, 6),), (Span(12, 14),), "encoder", score=0.9)

    assert not is_unsaid(Reading(doc=given.doc, report=given.report), found, [found])
