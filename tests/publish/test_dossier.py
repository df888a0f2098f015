"""The page: everything escaped, nothing from outside, readable by keyboard and by screen reader."""

import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.publish.dossier.page import page, render, write_dossier
from sayso.publish.no_text import without_text
from tests.conftest import coded

HOSTILE = """Ministry <script>alert(1)</script> denies "attack" & 'raid'

The \u202eyrtsinim\u202c <img src=x onerror=alert(2)> said on Monday that </style></script><script>document.title="owned"</script> it had not attacked {{ page }} near \u200fתל אביב\u200e or Zürich 👩‍👩‍👧.

"We deny <b>everything</b>," a spokesman told Reuters. Russia attacked Ukraine on Sunday, the ministry said."""


class _Elements(HTMLParser):
    """Collects start tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_report_text_is_escaped() -> None:
    """Tags in a report are shown as text: the page has one script and one style, both ours, and no image."""
    html = render(coded(HOSTILE))

    tags = [tag for tag, _ in _Elements(html).found]

    assert (tags.count("script"), tags.count("style"), tags.count("img"), tags.count("b")) == (
        1,
        1,
        0,
        len(re.findall(r"<b[ >]", html)),
    )
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_direction_marks_are_spelt_out() -> None:
    """Characters that turn text around stand as their code, so that a reader sees them."""
    html = render(coded(HOSTILE))

    assert "⟨U+202E⟩yrtsinim⟨U+202C⟩" in html
    assert "\u202e" not in html


def test_nothing_comes_from_outside() -> None:
    """No element loads anything, nothing runs from an attribute, and the policy forbids both."""
    html = render(coded(HOSTILE))

    elements = _Elements(html).found
    attributes = [(tag, name) for tag, attrs in elements for name in attrs]
    policy = next(attrs["content"] or "" for _, attrs in elements if attrs.get("http-equiv"))

    assert [
        (tag, name) for tag, name in attributes if name in ("src", "style") or name.startswith("on")
    ] == []
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_every_link_leads_somewhere() -> None:
    """Each link within the page has its target, and ids are unique."""
    html = render(coded(HOSTILE))
    elements = _Elements(html).found

    ids = [attrs["id"] for _, attrs in elements if "id" in attrs]
    targets = {(attrs["href"] or "")[1:] for tag, attrs in elements if tag == "a"}

    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_the_text_of_the_report_is_all_there() -> None:
    """Put together, the runs of the paragraphs are the report's own characters."""
    record = coded(HOSTILE)

    shown = ["".join(run.text for run in paragraph.segments) for paragraph in page(record).paragraphs]

    assert shown == [span.cut(record.report.text) for span in record.report.paragraphs]


def test_a_record_without_text_has_no_page() -> None:
    """A record made without its text cannot be shown, and the error says why."""
    with pytest.raises(UsageError, match="--no-text"):
        render(without_text(coded(HOSTILE)))


def test_a_thousand_words_fit_in_300_kb() -> None:
    """The page of a long report stays small enough to mail."""
    paragraph = "The interior ministry said on Monday that police had arrested 14 protesters in Lima. " * 6
    html = render(coded("\n\n".join(["Police arrest protesters", *[paragraph.strip()] * 12])))

    assert len(html.encode()) < 300_000


def test_a_browser_shows_it(tmp_path: Path) -> None:
    """In headless Chromium the page renders, its script runs, the report's does not."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("SAYSO_REQUIRE_BROWSER"):
            pytest.fail("no Chromium, and SAYSO_REQUIRE_BROWSER forbids to skip")
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    file = tmp_path / "page.html"
    write_dossier(coded(HOSTILE), file)

    dom = _chromium(chromium, tmp_path, "--dump-dom", file)
    _chromium(chromium, tmp_path, f"--screenshot={tmp_path / 'page.png'}", file)

    assert re.search(r"<title>[^<]*sayso</title>", dom)
    assert "owned" not in dom.split("</title>")[0]
    assert (tmp_path / "page.png").stat().st_size > 20_000


def _chromium(chromium: str, folder: Path, action: str, file: Path) -> str:
    quiet = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
    ]
    quiet += ["--disable-background-networking", "--disable-component-update", "--window-size=1280,1600"]
    command = [chromium, *quiet, f"--user-data-dir={folder / 'profile'}", action, file.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
