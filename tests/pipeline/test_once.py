"""A report given twice is coded once, so that ids are unique in the tables; two outlets' prints are two reports."""

from pathlib import Path

from sayso.pipeline.many import once
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.read.text import from_text
from sayso.records.coded import Refusal
from sayso.records.report import Article

TEXT = "Chad expelled the ambassador of Niger on Monday, the ministry said."


def _article(text: str, url: str | None = None, publisher: str | None = None) -> Article:
    return from_text(text, Options.of(published="2024-03-12", url=url, publisher=publisher), max_chars=1000)


def _read(*paths: Path) -> list[Article | Refusal]:
    return list(once(read_paths(paths, Options(), Columns(), max_chars=1000)))


def test_a_file_that_is_there_twice(tmp_path: Path) -> None:
    """The second of two equal files is refused, and the refusal names the first."""
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for file, text in zip(files, (TEXT, TEXT, TEXT + " It gave no reason."), strict=True):
        file.write_text(text, "utf-8")

    first, second, other = _read(*files)

    assert isinstance(first, Article)
    assert isinstance(second, Refusal)
    assert second.what == str(files[1])
    assert f"the same report as {files[0]}" in second.why
    assert isinstance(other, Article)


def test_a_row_that_is_there_twice(tmp_path: Path) -> None:
    """A row is named by its number; the same text of another publisher or day is another report."""
    table = tmp_path / "prints.csv"
    rows = ("The Post,2024-03-12", "The Herald,2024-03-12", "The Post,2024-03-13", "the post,2024-03-12")
    table.write_text("text,publisher,date\n" + "".join(f'"{TEXT}",{row}\n' for row in rows), "utf-8")

    *kept, again = _read(table)

    assert all(isinstance(one, Article) for one in kept)
    assert isinstance(again, Refusal)
    assert again.what == f"{table}, row 4"
    assert f"the same report as {table}, row 1," in again.why


def test_an_edited_report_and_two_addresses_are_kept() -> None:
    """A changed text under one address is a version; one text under two addresses or publishers is two reports."""
    given = [
        _article(TEXT, "https://one.example/a"),
        _article(TEXT + " It gave no reason.", "https://one.example/a"),
        _article(TEXT, "https://two.example/a"),
        _article(TEXT, publisher="The Post"),
        _article(TEXT, publisher="The Herald"),
    ]

    assert list(once(given)) == given


def test_refusals_are_passed_on() -> None:
    """What could not be read stays as it is, however often."""
    refusal = Refusal(stage="read", what="a.txt", why="it is empty")

    assert list(once([refusal, refusal])) == [refusal, refusal]
