"""Gold for chains of say-so: invented reports in TOML, and stand-off gold on published ones in JSON.

Both forms are described in tests/gold/chains/README.md. A report of the stand-off form holds offsets and no words:
its text is read from the corpus below the folder that the variable SAYSO_DATA names.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

import msgspec

from sayso.errors import UsageError
from sayso.evaluate.attribution_gold import Spans
from sayso.read.columns import Columns
from sayso.read.options import Options
from sayso.read.paths import read_paths
from sayso.records.report import Article

Pieces = str | list[str]
MAX_CHARS = 200_000


class Judged(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What both forms say of a statement; `parent` is the number of the one in whose content it lies."""

    class_: str = msgspec.field(name="class")
    stance: str
    manner: str
    parent: int | None = None


class Worded(Judged, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gold statement in words of the report's text; `words#2` means the second place where they stand."""

    content: Pieces
    source: Pieces | None = None
    cue: Pieces | None = None
    addressee: Pieces | None = None

    def spans(self, role: str, text: str) -> Spans:
        """Where the words of one role stand. Raises UsageError for words that do not."""
        given: Pieces | None = getattr(self, role)
        return [_place(piece, text) for piece in ([given] if isinstance(given, str) else given or [])]


class Offsets(Judged, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gold statement in offsets into the report's text."""

    content: list[tuple[int, int]]
    source: list[tuple[int, int]] = []
    cue: list[tuple[int, int]] = []
    addressee: list[tuple[int, int]] = []

    def spans(self, role: str, text: str) -> Spans:
        """The offsets of one role."""
        found: Spans = getattr(self, role)
        return found


class Invented(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One invented report with all its statements."""

    id: str
    text: str
    statements: tuple[Worded, ...]
    text_digest: ClassVar[str] = ""


class Published(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One published report: where it stands below SAYSO_DATA, the digest of its text, and its statements."""

    report: str
    file: str
    text_digest: str
    statements: tuple[Offsets, ...]
    url: str | None = None
    published: date | None = None
    publisher: str | None = None

    @property
    def id(self) -> str:
        """The report's address, or its file where it has none."""
        return self.url or self.file


Gold = Invented | Published


def read(path: Path) -> tuple[Gold, ...]:
    """The reports of a gold file, TOML or JSON. Raises UsageError that names the file and what is wrong."""
    try:
        text = path.read_text("utf-8")
        if path.suffix == ".json":
            return tuple(msgspec.convert(msgspec.json.decode(text)["reports"], list[Published]))
        return tuple(msgspec.convert(tomllib.loads(text)["report"], list[Invented]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: not a gold file of chains: {error}") from error


def articles(gold: Sequence[Published]) -> dict[str, Article | str]:
    """For the id of each report its article as `read` gives it, or why there is none."""
    folder = os.environ.get("SAYSO_DATA")
    if not folder:
        return {one.id: "SAYSO_DATA does not name the folder of the corpora" for one in gold}
    found: dict[str, Article | str] = {}
    for name in dict.fromkeys(one.file for one in gold):
        of_file = [one for one in gold if one.file == name]
        found |= _of_file(Path(folder) / name, of_file)
    return found


def _of_file(path: Path, gold: Sequence[Published]) -> dict[str, Article | str]:
    if not path.is_file():
        return {one.id: f"{gold[0].file} is not in the folder of the corpora" for one in gold}
    options = Options(published=gold[0].published, publisher=gold[0].publisher)
    missing: dict[str, Article | str] = {one.id: f"it is not in {gold[0].file}" for one in gold}
    for article in _articles(path, options):
        key = next((one.id for one in gold if one.url in (None, article.report.url)), None)
        if key is not None:
            missing[key] = article
    return missing


def _articles(path: Path, options: Options) -> Iterator[Article]:
    given = read_paths([path], options, Columns(), max_chars=MAX_CHARS)
    return (one for one in given if isinstance(one, Article))


def usable(gold: Sequence[Gold], skipped: Callable[[str, str], None]) -> Iterator[tuple[Gold, Article | str]]:
    """Each report with what is to be coded, its article or its text; `skipped` is told id and reason of others."""
    texts = articles([one for one in gold if isinstance(one, Published)])
    for one in gold:
        if isinstance(one, Invented):
            yield one, one.text
            continue
        article = texts[one.id]
        if isinstance(article, str):
            skipped(one.id, article)
        elif article.report.text_digest != one.text_digest:
            skipped(one.id, "its text is not the one that the offsets were made for")
        else:
            yield one, article


def _place(words: str, text: str) -> tuple[int, int]:
    """Where the words stand in the text, as whole words; "words#2": the second place."""
    wanted, _, number = words.partition("#")
    start = r"(?<!\w)" if wanted[:1].isalnum() else ""
    end = r"(?!\w)" if wanted[-1:].isalnum() else ""
    places = list(re.finditer(start + re.escape(wanted) + end, text))
    index = int(number or 1) - 1
    if index >= len(places):
        raise UsageError(f"{words!r} does not stand in its text")
    return places[index].span()
