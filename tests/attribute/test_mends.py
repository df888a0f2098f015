"""Mends of contents and headlines, on attributions given by hand as an encoder might find them."""

import pytest

from sayso.attribute.found import Found
from sayso.attribute.mend.brackets import with_open_bracket
from sayso.attribute.mend.content import up_to_our_own
from sayso.attribute.mend.edges import (
    over_hyphen,
    without_bare_subject,
    without_comma,
    without_hearer,
    without_stray_pronoun,
)
from sayso.attribute.mend.headline import second_verb, without_meanwhile
from sayso.attribute.mend.mending import Mend
from sayso.attribute.reading import Reading
from sayso.records.base import Span
from tests.conftest import parsed


def _span(text: str, words: str) -> tuple[Span, ...]:
    at = text.index(words) if words else 0
    return (Span(at, at + len(words)),) if words else ()


@pytest.mark.parametrize(
    ("mend", "text", "found", "source", "content"),
    [
        (
            with_open_bracket,
            "The army said dozens of rebels (the Red Front) fled north.",
            ("The army", "said", ") fled north"),
            "The army",
            "dozens of rebels (the Red Front) fled north",
        ),
        (
            up_to_our_own,
            "State television said the film was real; we could not verify it.",
            ("State television", "said", "the film was real; we could not verify it"),
            "State television",
            "the film was real",
        ),
        (
            second_verb,
            "Norlund cuts outlook, warns of closures",
            ("", "warns of", "closures"),
            "Norlund",
            "closures",
        ),
        (
            without_meanwhile,
            "Ferry firm denies fault after 31 drown",
            ("Ferry firm", "denies", "fault after 31 drown"),
            "Ferry firm",
            "fault",
        ),
        (
            without_meanwhile,
            "Ferry firm says ferry sank after storm",
            ("Ferry firm", "says", "ferry sank after storm"),
            "Ferry firm",
            "ferry sank after storm",
        ),
        (
            over_hyphen,
            "The reeve may serve as long as his neighbours wish to re-elect him.",
            ("his neighbours", "wish", "to re"),
            "his neighbours",
            "to re-elect him",
        ),
        (
            without_comma,
            "The Echo reported, citing the harbour, there were ten boats.",
            ("The Echo", "reported", ", there were ten boats"),
            "The Echo",
            "there were ten boats",
        ),
        (
            without_bare_subject,
            "Officials announced the arrest of a driver while two other suspects were at large.",
            ("Officials", "announced", "the arrest of a driver while two other suspects"),
            "Officials",
            "the arrest of a driver",
        ),
        (
            without_hearer,
            "The reeve told Daily Star of Norland the bridge was closed.",
            ("The reeve", "told", "Daily Star of Norland the bridge was closed"),
            "The reeve",
            "the bridge was closed",
        ),
        (
            without_hearer,
            "Brandt told local media the heart was restarted by doctors.",
            ("Brandt", "told", "local media the heart was restarted by doctors"),
            "Brandt",
            "the heart was restarted by doctors",
        ),
    ],
)
def test_a_mend(mend: Mend, text: str, found: tuple[str, str, str], source: str, content: str) -> None:
    """The attribution has the source and the content that its words ask for."""
    given = parsed(text)
    roles = [_span(text, words) for words in found]
    each = Found(*roles, "encoder", no_source="" if found[0] else "none linked")

    mended = mend(Reading(doc=given.doc, report=given.report), each)

    assert [span.cut(text) for span in mended.source] == [source]
    assert [span.cut(text) for span in mended.content] == [content]


def test_a_stray_pronoun() -> None:
    """A pronoun of another verb, apart from the rest, is no content."""
    text = "Brandt had his hopes of a wide coalition dashed when it was reported that the party had left."
    given = parsed(text)
    content = (*_span(text, "a wide coalition"), Span(text.index("it was"), text.index("it was") + 2))
    each = Found(_span(text, "Brandt"), _span(text, "had his hopes of"), content, "encoder")

    mended = without_stray_pronoun(Reading(doc=given.doc, report=given.report), each)

    assert [span.cut(text) for span in mended.content] == ["a wide coalition"]
