"""What holds of actors whatever the text: spans cut, heads lie inside, every id is known, nothing crashes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Parsed
from sayso.resolve.stage import Resolve
from tests.conftest import parsed

PIECES = [
    "The Kremlin",
    "Turkey",
    "Turkish",
    "police",
    "of",
    "and",
    "President",
    "Putin",
    "said",
    "he",
    "they",
    "its army",
    "the country",
    ",",
    ".",
    "\n\n",
    '"',
    "(",
    ")",
    "'s",
    "’s",
    "in",
    "by",
    "-",
    "UN",
    "US",
    "it",
    "former",
    "thousands of",
    "troops",
    "the North",
    "North Korea",
    "Reuters",
    "state media",
    "who",
    "I",
    "Émile Ōé",
    "٪",
    "🙂",
    "\u202e",
    "\u200b",
]


def _report(text: str) -> Parsed | None:
    """The text below an English sentence, or None where `read` refuses it (control characters, language)."""
    try:
        return parsed("The report of the day said this on Monday.\n\n" + text)
    except InputRefused:
        return None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join)
    | st.text(st.characters(max_codepoint=0x24F), min_size=1, max_size=40)
)
def test_mentions_cut_the_text_and_name_known_actors(text: str) -> None:
    """Mentions and heads are non-empty spans of the text, the head inside, ids known, a0 the publisher."""
    if not text.strip():
        return
    report = _report(text)
    if report is None:
        return
    result = Resolve(Settings())(report, Attributed(attributions=()))
    length = len(report.report.text)
    every = (*result.actors, *result.standby, *result.places)
    known = {one.id for one in every}

    assert result.actors[0].id == "a0"
    assert len(known) == len(every)
    for mention in result.mentions:
        assert mention.id in known
        assert 0 <= mention.span.start < mention.span.end <= length
        assert mention.span.covers(mention.head)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join))
def test_the_same_text_gives_the_same_actors(text: str) -> None:
    """Resolving is a function of the text."""
    report = _report(text)
    if report is None:
        return
    stage = Resolve(Settings())

    assert stage(report, Attributed(attributions=())) == stage(report, Attributed(attributions=()))
