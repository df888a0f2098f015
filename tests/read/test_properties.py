"""What holds for every input: spans cut, nothing crashes, memory stays flat."""

import tempfile
import tracemalloc
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.read.text import from_text
from sayso.records.base import Span
from sayso.records.coded import Refusal
from sayso.records.report import Article, Report

LINES = st.sampled_from(
    [
        "Police arrested twelve people on Monday.",
        "Twelve arrested at march",
        "By Jane Example",
        "GENEVA, Nov 3 (Reuters) - Envoys met.",
        "(Reuters)",
        "With AFP",
        "OR",
        "Scroll to Top",
        "Related articles",
        "Published on 7 May 2024",
        "Image: Jane Example.",
        "\u200b",
        "—",
        "\x00\x07",
        "\ud800",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\n\n".join),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\n".join),
)


def check(report: Report) -> None:
    """Every span lies in the text, paragraphs and parts are apart and cover all that is no space."""
    text = report.text
    assert text == "\n\n".join(span.cut(text) for span in report.paragraphs)
    assert all(span.cut(text).strip() for span in report.paragraphs)
    reached = 0
    for part in report.parts:
        assert reached <= part.span.start < part.span.end <= len(text)
        assert not text[reached : part.span.start].strip()
        reached = part.span.end
    assert reached == len(text)
    spans = [credit.span for credit in report.credits] + [d.span for d in [report.dateline] if d]
    assert all(Span(0, len(text)).covers(span) and span.cut(text).strip() for span in spans)
    text.encode("utf-8")


def outcome_of(text: str, title: str | None = None) -> Article | str:
    """The article, or why the text was refused."""
    try:
        return from_text(text, Options(title=title))
    except InputRefused as refused:
        return refused.why


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, title=st.one_of(st.none(), LINES, st.text(max_size=50)))
def test_any_text_gives_an_article_or_a_refusal(text: str, title: str | None) -> None:
    """Whatever the characters: an article whose spans cut, or a refusal with a reason."""
    outcome = outcome_of(text, title)

    if isinstance(outcome, Article):
        check(outcome.report)
    else:
        assert outcome


@settings(max_examples=150, deadline=None)
@given(
    data=st.one_of(st.binary(max_size=600), TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass"))),
    suffix=st.sampled_from(
        [".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".tsv", ".parquet", ".eml", ""]
    ),
)
@example(data=b"\r\x01", suffix="")
def test_any_bytes_give_articles_or_refusals(data: bytes, suffix: str) -> None:
    """Whatever the bytes and the name: nothing but articles and refusals, and at least one of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"input{suffix}"
        path.write_bytes(data)
        outcomes = list(read_paths([path], Options(), Columns(), max_chars=200_000))
    for outcome in outcomes:
        if isinstance(outcome, Article):
            check(outcome.report)
        else:
            assert outcome.why


def test_one_word() -> None:
    """A single word is a report of one word."""
    article = from_text("Resigned", Options())

    assert article.report.text == "Resigned"
    check(article.report)


def test_five_megabytes() -> None:
    """A text of 5 MB is refused at the usual limit; one of 560 kB is read where the limit is raised."""
    text = "Police arrested twelve people on Monday after a march.\n\n" * 90_000

    refused = outcome_of(text)
    article = from_text(text[:560_000], Options(), max_chars=10_000_000)

    assert "it is 5,040,000 characters long" in str(refused)
    assert len(article.report.paragraphs) == 10_000


def test_one_long_line() -> None:
    """A line without an end does not blow up any pattern."""
    for piece in ("a", "A ", "(", "-", "By A ", "1 ", '"', "<p>", "\\", "**a", "A. "):
        text = "Police said so.\n\n" + piece * (100_000 // len(piece))
        outcome = outcome_of(text)
        if isinstance(outcome, Article):
            check(outcome.report)
        else:
            assert outcome


def test_memory_is_flat_in_the_number_of_rows(tmp_path: Path) -> None:
    """Fifteen times the rows do not take twice the memory."""

    def peak(rows: int) -> int:
        path = tmp_path / f"{rows}.csv"
        path.write_text("text\n" + "Police arrested twelve people on Monday after a march.\n" * rows)
        tracemalloc.start()
        read = sum(
            isinstance(o, Refusal | Article)
            for o in read_paths([path], Options(), Columns(), max_chars=200_000)
        )
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert rows == read
        return top

    peak(100)
    assert peak(1500) < 2 * peak(100) + 1_000_000
