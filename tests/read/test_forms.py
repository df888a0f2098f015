"""Every form of input gives the same story."""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.read.text import from_text
from sayso.records.coded import Refusal
from sayso.records.report import Article

TITLE = "Twelve arrested at march"
BODY = ["Police in Freedonia arrested twelve people on Monday.", "The ministry said the march was “illegal”."]
ROW = {
    "title": TITLE,
    "text": "\n\n".join(BODY),
    "date": "6 May 2024",
    "source": "The Post",
    "url": "https://p.example/a",
}
NINJS = {
    "uri": "urn:example:1",
    "type": "text",
    "versioncreated": "2024-05-06T10:00:00Z",
    "copyrightholder": "The Post",
}


def table(delimiter: str) -> bytes:
    """The row as a table of one line."""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(ROW), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(ROW)
    return file.getvalue().encode()


def page(tail: str = "</body></html>") -> str:
    """The story as a news page with its furniture."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in BODY * 3)
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{TITLE} | The Post</title>
      <meta property="og:site_name" content="The Post"><link rel="canonical" href="https://p.example/a">
      <meta property="article:published_time" content="2024-05-06T23:30:00+02:00"></head>
      <body><nav><a href="/">Home</a></nav><article><h1>{TITLE}</h1>{story}</article>
      <script>document.title = "changed"</script>{tail}"""


MAIL = f"""From: The Post <news@p.example>
Subject: {TITLE}
Date: Mon, 06 May 2024 23:30:00 +0200
Content-Type: text/plain; charset=utf-8

{BODY[0]}

{BODY[1]}
--\x20
The Post, Fredville
"""

FORMS: dict[str, bytes] = {
    "story.csv": table(","),
    "story.tsv": table("\t"),
    "semicolons.csv": table(";"),
    "story.jsonl": json.dumps(ROW).encode() + b"\n",
    "story.json": json.dumps(ROW).encode(),
    "array.json": json.dumps([ROW]).encode(),
    "wrapped.json": json.dumps({"status": "ok", "articles": [ROW]}).encode(),
    "lines.json": (json.dumps(ROW) + "\n" + json.dumps(ROW)).encode(),
    "story.html": page().encode(),
    "windows.html": page().replace("utf-8", "windows-1252").encode("cp1252"),
    "named.txt": page().encode(),
    "story.eml": MAIL.encode(),
    "first.json": json.dumps(
        {**NINJS, "headline": TITLE, "body_xhtml": "".join(f"<p>{p}</p>" for p in BODY)}
    ).encode(),
    "second.json": json.dumps(
        {
            **NINJS,
            "headlines": [{"role": "main", "value": TITLE}],
            "bodies": [{"contenttype": "text/plain", "value": "\n\n".join(BODY)}],
        }
    ).encode(),
    "story.md": (
        "---\ndate: 2024-05-06\npublisher: The Post\n---\n"
        f"# {TITLE}\n\n{BODY[0].replace('twelve', '**twelve**')}\n\n> {BODY[1]}\n"
    ).encode(),
}


def read(
    path: Path, columns: Columns | None = None, options: Options | None = None
) -> list[Article | Refusal]:
    """All outcomes of one path."""
    return list(read_paths([path], options or Options(), columns or Columns(), max_chars=200_000))


@pytest.mark.parametrize("name", FORMS)
def test_form(name: str, tmp_path: Path) -> None:
    """Title, story, date and publisher are found in every form."""
    path = tmp_path / name
    path.write_bytes(FORMS[name])

    outcome = read(path)[0]

    assert isinstance(outcome, Article)
    report = outcome.report
    assert (report.title, str(report.published), outcome.publisher) == (TITLE, "2024-05-06", "The Post")
    assert [TITLE, *BODY] == [span.cut(report.text) for span in report.paragraphs[:3]]
    assert report.published_why


def test_parquet(tmp_path: Path) -> None:
    """Parquet is read through DuckDB, typed dates included, and a name with wildcards is no glob."""
    import duckdb

    path = tmp_path / "st[o]ry.parquet"
    plain = tmp_path / "plain.parquet"
    duckdb.execute(
        "COPY (SELECT ? AS headline, ? AS body, DATE '2024-05-06' AS published, 'The Post' AS outlet) TO '"
        + str(plain)
        + "' (FORMAT parquet)",
        [TITLE, "\n\n".join(BODY)],
    )
    plain.rename(path)

    (outcome,) = read(path)

    assert isinstance(outcome, Article)
    assert (
        outcome.report.title,
        str(outcome.report.published),
        outcome.publisher,
    ) == (TITLE, "2024-05-06", "The Post")


def test_columns_by_name(tmp_path: Path) -> None:
    """Columns that the user names outrank the guesses."""
    path = tmp_path / "rows.csv"
    path.write_text("text,words,when\nwrong,Police arrested twelve people.,2024-05-06\n")

    (outcome,) = read(path, Columns(text="words", date="when"))

    assert isinstance(outcome, Article)
    assert (
        outcome.report.text,
        str(outcome.report.published),
    ) == ("Police arrested twelve people.", "2024-05-06")


def test_column_that_is_not_there(tmp_path: Path) -> None:
    """The refusal names the columns found and the option that chooses one."""
    path = tmp_path / "rows.csv"
    path.write_text("text,date\nPolice arrested twelve people.,2024-05-06\n")

    (outcome,) = read(path, Columns(title="headline"))

    assert isinstance(outcome, Refusal)
    assert (
        outcome.why
        == "it has no column 'headline'; its columns are 'text', 'date'. Name it with --title-column"
    )


def test_options_outrank_the_page(tmp_path: Path) -> None:
    """What the user says is kept, and what the page says instead is noted."""
    path = tmp_path / "story.html"
    path.write_text(page())

    (outcome,) = read(path, options=Options.of(published="2024-05-07", publisher="The Gazette"))

    assert isinstance(outcome, Article)
    assert (str(outcome.report.published), outcome.publisher) == ("2024-05-07", "The Gazette")
    assert outcome.report.published_why == "given; the page's <meta> article:published_time says 2024-05-06"


def test_ambiguous_dates_are_blank_with_a_reason(tmp_path: Path) -> None:
    """A date that can be read two ways is not guessed."""
    path = tmp_path / "rows.csv"
    path.write_text("text,date\nPolice arrested twelve people.,03/04/2024\n")

    (outcome,) = read(path)

    assert isinstance(outcome, Article)
    assert outcome.report.published is None
    assert "may be 3 April or 4 March" in outcome.report.blanks["published"]


def test_unclosed_page_that_ends_in_a_tag_is_read(tmp_path: Path) -> None:
    """HTML lets closing tags be left out; only a page cut in mid-text is truncated."""
    path = tmp_path / "story.html"
    path.write_text(page(tail=""))

    (outcome,) = read(path)

    assert isinstance(outcome, Article)


def test_page_shows_its_standfirst(tmp_path: Path) -> None:
    """A paragraph that the page calls a standfirst is one."""
    line = "Marchers say that police fired without warning in the capital."
    path = tmp_path / "story.html"
    path.write_text(page().replace("</h1>", f'</h1><p class="article__standfirst">{line}</p>'))

    (outcome,) = read(path)

    assert isinstance(outcome, Article)
    assert [line] == [
        part.span.cut(outcome.report.text) for part in outcome.report.parts if part.kind == "standfirst"
    ]


def test_html_mail_and_attachments(tmp_path: Path) -> None:
    """A mail's HTML part is read where there is no plain one; attachments are counted."""
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Press Office <press@mi.example>", "Fwd: " + TITLE
    mail.set_content(f"<p>{BODY[0]}</p><style>p {{}}</style><p>{BODY[1]}</p>", subtype="html")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    path = tmp_path / "release.eml"
    path.write_bytes(mail.as_bytes())

    (outcome,) = read(path)

    assert isinstance(outcome, Article)
    report = outcome.report
    assert [TITLE, *BODY] == [span.cut(report.text) for span in report.paragraphs]
    assert report.residue == {"attachment": 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """Quotes and letters come out the same from every common encoding."""
    text = "“We won’t leave Malmö – not now,” the mayor said on Monday after the march had ended."
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode(encoding))

    (outcome,) = read(path)

    assert isinstance(outcome, Article)
    assert text == outcome.report.text


def test_one_cell_in_another_encoding(tmp_path: Path) -> None:
    """A stray Windows-1252 cell in a UTF-8 table costs nothing, not even its own letters."""
    path = tmp_path / "rows.csv"
    good = "Police arrested twelve people.\n" * 4000
    path.write_bytes(b"text\n" + good.encode() + "The mayor of Malmö won’t leave.\n".encode("cp1252"))

    outcome = read(path)[-1]

    assert isinstance(outcome, Article)
    assert outcome.report.text == "The mayor of Malmö won’t leave."


def test_standard_input_is_told_by_its_content() -> None:
    """What comes through a pipe has no name; its content shows its form."""
    for data in (table(","), json.dumps(ROW).encode(), page().encode(), MAIL.encode()):
        outcomes = list(read_paths(["-"], Options(), Columns(), max_chars=200_000, stdin=io.BytesIO(data)))
        assert [outcome.report.title for outcome in outcomes if isinstance(outcome, Article)] == [TITLE]


def test_folders_are_read_sorted_and_hidden_files_are_not(tmp_path: Path) -> None:
    """Files come in the order of their names, folders below after the files; a glob may reach deep."""
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name.upper()} was published on Monday by the paper.")

    folder = read(tmp_path)
    deep = list(read_paths([str(tmp_path / "**/*.txt")], Options(), Columns(), max_chars=200_000))

    expected = ["A.TXT", "B.TXT", "SUB/C.TXT"]
    assert expected == [o.report.text.split(" ")[0] for o in folder if isinstance(o, Article)]
    assert expected == [o.report.text.split(" ")[0] for o in deep if isinstance(o, Article)]


def test_what_a_folder_cannot_give_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that leads nowhere and a folder that may not be opened are refusals, and the rest is read."""
    (tmp_path / "a.txt").write_text("A.TXT was published on Monday by the paper.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "shut").mkdir()
    scan = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)

    outcomes = read(tmp_path)

    told = {Path(o.what).name: o.why for o in outcomes if isinstance(o, Refusal)}
    assert sum(isinstance(o, Article) for o in outcomes) == 1
    assert told == {
        "gone.txt": "it is a link to a file that is not there",
        "shut": "the folder cannot be opened: Permission denied",
    }


def test_pages_and_markdown_given_as_text() -> None:
    """A text from Python that is a page, or opens with a Markdown heading, is read as such."""
    markdown = f"# {TITLE}\n\n{BODY[0]}\n\n{BODY[1]}"

    for text in (page(), markdown):
        report = from_text(text, Options()).report
        assert [TITLE, *BODY] == [span.cut(report.text) for span in report.paragraphs[:3]]


def test_json_objects_may_lack_fields(tmp_path: Path) -> None:
    """A field that one object lacks is blank there, even where the user names it; a list is paragraphs."""
    path = tmp_path / "rows.jsonl"
    rows = [{"words": BODY, "when": "2024-05-06"}, {"words": BODY[0]}, {"when": "2024-05-06"}]
    path.write_text("\n".join(map(json.dumps, rows)))

    whole, dateless, textless = read(path, Columns(text="words", date="when"))

    assert isinstance(whole, Article)
    assert isinstance(dateless, Article)
    assert isinstance(textless, Refusal)
    assert ("\n\n".join(BODY), "2024-05-06") == (whole.report.text, str(whole.report.published))
    assert dateless.report.blanks["published"] == "none given, and no column holds one"
    assert f"{path}, line 3" == textless.what


def test_markup_in_a_cell(tmp_path: Path) -> None:
    """A text column that holds markup gives its paragraphs, and a source that is a URL its domain."""
    path = tmp_path / "rows.jsonl"
    path.write_text(
        json.dumps({"text": f"<p>{BODY[0]}</p><p>{BODY[1]}</p>", "source": "https://www.p.example/x"})
    )

    (outcome,) = read(path)

    assert isinstance(outcome, Article)
    assert ("\n\n".join(BODY), "p.example") == (outcome.report.text, outcome.publisher)


def test_parquet_times_with_zones(tmp_path: Path) -> None:
    """A time with a zone is read without further packages."""
    import duckdb

    path = tmp_path / "rows.parquet"
    duckdb.execute(
        "COPY (SELECT 'Police arrested twelve people.' AS text, "
        f"TIMESTAMPTZ '2024-05-06 10:00:00+00' AS date) TO '{path}' (FORMAT parquet)"
    )

    (outcome,) = read(path)

    assert isinstance(outcome, Article)
    assert str(outcome.report.published) == "2024-05-06"
