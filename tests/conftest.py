"""What all tests share: case files, and reports made from a text."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.attribute.stage import Attribute
from sayso.encode.stage import Encode
from sayso.parse.spacy_en import Parse
from sayso.read.options import Options
from sayso.read.text import from_text
from sayso.records.coded import CodedReport
from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Parsed

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """The cases of a file under tests/cases, each a pytest parameter named by its `name`."""
    found = tomllib.loads((CASES / name).read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["name"]) for case in found]


def parsed(text: str, *, published: str | None = "2024-11-30", publisher: str | None = "The Daily") -> Parsed:
    """A text through `read` and `parse`."""
    return Parse()(from_text(text, Options.of(published=published, publisher=publisher)))


def attributed(report: Parsed, settings: Settings | None = None) -> Attributed:
    """A parsed report through `encode` and `attribute`."""
    return Attribute(settings)(report, Encode(settings)(report))


def coded(
    text: str,
    *,
    published: str | date | None = "2024-11-30",
    publisher: str | None = "The Daily",
    id: str | None = None,
) -> CodedReport:
    """A text through the whole plan."""
    return _coder().code(text, published=published, publisher=publisher, id=id)


def _coder() -> Any:
    global _CODER
    if _CODER is None:
        from sayso import Coder

        _CODER = Coder()
    return _CODER


_CODER: Any = None
