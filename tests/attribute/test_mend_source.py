"""Mends of who speaks, on attributions given by hand."""

import pytest

from sayso.attribute.found import Found
from sayso.attribute.mend.source import before_colon
from sayso.attribute.reading import Reading
from sayso.records.base import Span
from tests.conftest import parsed


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Brandt: No deal on fish before May", ("Brandt",)),
        ("The talks ended as follows: No deal on fish", ()),
    ],
)
def test_a_name_before_a_lone_colon_speaks(text: str, source: tuple[str, ...]) -> None:
    """Where the encoder takes a colon for the cue and links no source to it."""
    given = parsed(text)
    colon = text.index(":")
    found = Found(
        (), (Span(colon, colon + 1),), (Span(colon + 2, len(text)),), "encoder", no_source="none linked"
    )

    mended = before_colon(Reading(doc=given.doc, report=given.report), found)

    assert tuple(span.cut(text) for span in mended.source) == source
    assert bool(mended.no_source) is not bool(source)
