"""What holds for every text: spans cut, contents keep out of source and cue, nothing crashes."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.attribute.words.quotations import quotations
from sayso.errors import InputRefused
from sayso.records.base import Span, Words
from sayso.records.statement import Attribution
from tests.conftest import attributed, parsed

PIECES = st.sampled_from(
    ["The envoy", "He", "said", "told Reuters", "“", "”", '"', "‘", "’", ",", ".", ":", "\n\n", "that", "denied",
     "according to", "the ministry", "the bridge was closed", "neither", "nor", "quoted", "as saying", "—", "é", "🙂",
     "\u202e", "ﬁ", "\u00a0", "reportedly", "it is believed", "to", "leave", "(", ")", "Kim", "’s", "citing", "who"]
)  # fmt: skip


def words_of(found: Attribution) -> list[Words]:
    """All the words that an attribution claims."""
    given = (found.source, found.cue, found.content, found.addressee, found.venue)
    return [words for words in given if words is not None]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, min_size=1, max_size=40))
@example(["as saying", "denied", "The envoy", "denied", "quoted", "The envoy", "The envoy", "it is believed"])
def test_any_text_gives_exact_spans(pieces: list[str]) -> None:
    """Whatever the order of words and marks, every span cuts its words and no content holds its own cue."""
    try:
        article = parsed("The town council met on Monday to talk about the new bridge. " + " ".join(pieces))
    except InputRefused:
        return
    text = article.report.text
    known: set[str] = set()
    for found in attributed(article).attributions:
        for words in words_of(found):
            assert words.text == " ".join(span.cut(text) for span in words.spans)
        outside = [span for words in (found.source, found.cue) if words for span in words.spans]
        assert not any(span.overlaps(inside) for span in outside for inside in found.content.spans)
        assert all(any(span.covers(quote) for span in found.content.spans) for quote in found.quotes)
        assert found.parent != found.id
        known.add(found.id)
    assert all(found.parent in known for found in attributed(article).attributions if found.parent)


@given(st.text(alphabet="a “”\"'’‘«».\n", max_size=60))
def test_quotations_lie_inside_their_text(text: str) -> None:
    """Quotations are in order, apart, not empty, and begin with their mark."""
    found = quotations(text, (Span(0, len(text)),) if text else ())
    reached = 0
    for quotation in found:
        assert (
            reached
            <= quotation.span.start
            < quotation.inner.start
            < quotation.inner.end
            <= quotation.span.end
        )
        reached = quotation.span.end


def test_parents_do_not_circle() -> None:
    """Following parents always ends."""
    text = "P will stand, his office said, state radio reported. Belta quoted Kim as saying that Tass quoted him as saying X."
    found = {each.id: each for each in attributed(parsed(text)).attributions}
    for each in found.values():
        steps, above = 0, each.parent
        while above is not None:
            above, steps = found[above].parent, steps + 1
            assert steps <= len(found)
