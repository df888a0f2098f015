"""Input that cannot be coded is refused with what was found and what to do; the rest goes on."""

import gzip
import random
from pathlib import Path

import pytest

from sayso.errors import InputRefused
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.read.text import from_text
from sayso.records.coded import Refusal
from sayso.records.report import Article

STORY = "Police in Freedonia arrested twelve people on Monday.\n\nThe ministry said the march was illegal."
MAX = 200_000

BAD = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b" \n\n\t ", "it is empty"),
    "marks.txt": ("… — …".encode(), "it holds no text"),
    "report.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "it is a PDF document, although it is named .txt"),
    "story.html": (
        b"\x1f\x8b\x08" + gzip.compress(b"x"),
        "it is gzip-compressed, although it is named .html",
    ),
    "noise.txt": (random.Random(7).randbytes(5000), "it is binary, not text"),
    "lost.txt": (("Caf\ufffd " * 60).encode(), "replacement characters"),
    "garbled.txt": ("â€œWe wonâ€™t leave,â€\u009d said the mayor. It wasnâ€™t over.".encode(), "garbled"),
    "cut.html": (f"<html><body><article><p>{STORY}".encode(), "the page is truncated"),
    "bare.html": (b"<html><body></body></html>", "no article was found"),
    "columns.csv": (b"name,when\na,b\n", "its columns are 'name', 'when'"),
    "quotes.csv": (b'title,text\nA,"twelve "12" men"\n', "cannot be read as CSV"),
    "wide.csv": (b"title,text\nA,Police, soldiers and others came\n", "3 cells for 2 columns"),
    "hollow.csv": (b"title,text\nA,\n", "its text (column 'text') is empty"),
    "dates.csv": (b"text,date\nPolice arrested twelve people.,2024-02-31\n", "a date that cannot be"),
    "broken.json": (b'[{"text": "Police', "not valid JSON"),
    "broken.jsonl": (b'{"text": "Police\n', "not valid JSON"),
    "number.jsonl": (b"12\n", "a JSON number, not an object"),
    "null.jsonl": (b"null\n", "a JSON null, not an object"),
    "deep.json": (b"[" * 100_000, "not valid JSON"),
    "broken.parquet": (b"PAR1broken", "cannot be read as Parquet"),
    "other.parquet": (b"text\nPolice", "it is no Parquet file"),
    "feed.xml.html": (b'<?xml version="1.0"?><rss><channel></channel></rss>', "it is a news feed"),
    "headless.eml": (b"Police arrested twelve people.", "it is no e-mail"),
    "picture.json": (
        b'{"uri": "u:1", "type": "picture", "headline": "H", "body_text": "T"}',
        "of type 'picture'",
    ),
    "dead.json": (b'{"uri": "u:1", "pubstatus": "canceled", "body_text": "T"}', "is canceled"),
    "spanish.txt": (
        "La policía detuvo a doce personas el lunes en la capital, según el gobierno.".encode(),
        "(es)",
    ),
    "archive.zip": (b"PK\x03\x04", "it is a ZIP archive"),
    "style.css": (b"p {}", "files named .css are not read from a folder"),
}


@pytest.mark.parametrize("name", BAD)
def test_refused_alone_among_good_ones(name: str, tmp_path: Path) -> None:
    """The bad file is refused by name and with its reason; the good files around it are read."""
    data, why = BAD[name]
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(STORY)

    outcomes = list(read_paths([tmp_path], Options(), Columns(), max_chars=MAX))
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]

    assert [
        (refusal.stage, refusal.what.startswith(str(tmp_path / name)), why in refusal.why)
        for refusal in refused
    ] == [("read", True, True)]
    assert sum(isinstance(outcome, Article) for outcome in outcomes) == 2


def test_one_bad_file_among_a_hundred(tmp_path: Path) -> None:
    """One refusal, ninety-nine articles, in the order of the names."""
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(f"{STORY} It was march {number}.")
    (tmp_path / "050.txt").write_bytes(b"%PDF-1.4")

    outcomes = list(read_paths([tmp_path], Options(), Columns(), max_chars=MAX))

    assert [n for n, outcome in enumerate(outcomes) if isinstance(outcome, Refusal)] == [50]
    assert len(outcomes) == 100


def test_large_page_is_refused_unread(tmp_path: Path) -> None:
    """A page of 50 MB is refused by its size."""
    page = tmp_path / "page.html"
    with page.open("wb") as file:
        file.write(b"<html><body><p>" + b"The army moved. " * 10_000)
        file.truncate(50_000_000)

    (refusal,) = read_paths([page], Options(), Columns(), max_chars=MAX)

    assert isinstance(refusal, Refusal)
    assert "it is 50.0 MB; the characters allowed need 20.0 MB at most" in refusal.why


def test_long_text_is_refused_with_its_length() -> None:
    """Over `max_chars`, the refusal says the length, the limit and the option."""
    with pytest.raises(InputRefused, match=r"240,000 characters long, more than the 200,000 .*--max-chars"):
        from_text("The army moved. " * 15_000, Options(), max_chars=MAX)


def test_missing_paths_are_refused(tmp_path: Path) -> None:
    """A path, a glob and a folder with nothing behind them each say so."""
    (tmp_path / "none").mkdir()
    places = [str(tmp_path / "nowhere.txt"), str(tmp_path / "*.txt"), str(tmp_path / "none")]

    outcomes = list(read_paths(places, Options(), Columns(), max_chars=MAX))

    assert [outcome.why for outcome in outcomes if isinstance(outcome, Refusal)] == [
        "there is no such file or folder",
        "no file matches",
        "the folder holds no file that can be read",
    ]


def test_a_nameless_text_is_called_text() -> None:
    """Text given from Python has no file name; its id, if given, names it."""
    with pytest.raises(InputRefused, match=r"^text: it holds no text"):
        from_text("", Options())
    with pytest.raises(InputRefused, match=r"^r7: "):
        from_text("", Options(id="r7"))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana withdrew from the treaty with Togo and Benin.",
        "The Nigerian president met in Niamey with the French foreign minister.",
    ],
)
def test_names_of_places_do_not_tell_a_language(text: str) -> None:
    """A short report of a country is not in the language that is spoken there."""
    assert from_text(text, Options()).report.text == text


def test_foreign_texts_with_such_names_are_refused() -> None:
    """Without its names the text is foreign still."""
    with pytest.raises(InputRefused, match=r"Pidgin"):
        from_text(
            "Di president of Ghana don withdraw im sojas from Togo on Monday, di ministry tok.", Options()
        )


def test_short_foreign_texts_pass() -> None:
    """Below some forty letters no language is believed, so the text is let through."""
    assert from_text("Bürgermeister tritt zurück", Options()).report.text == "Bürgermeister tritt zurück"
