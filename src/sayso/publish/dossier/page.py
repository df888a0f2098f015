"""A coded report as one stand-alone HTML file: escaped throughout, no network, one style, one script."""

import base64
import hashlib
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError
from sayso.publish.dossier.cards import actor_row, card, event_row, place_row
from sayso.publish.dossier.context import Figure, Page
from sayso.publish.dossier.drawing import time_line, who_says_so
from sayso.publish.dossier.marks import Marks
from sayso.publish.dossier.names import Names
from sayso.records.coded import CodedReport
from sayso.records.vocabulary import Status

if TYPE_CHECKING:
    from jinja2 import Template


def write_dossier(record: CodedReport, file: Path) -> None:
    """Write the record's page to `file`: to a temporary file beside it, then renamed."""
    waiting = file.with_name(f".{file.name}.tmp")
    waiting.write_text(render(record), "utf-8")
    waiting.replace(file)


def render(record: CodedReport) -> str:
    """The record's page as HTML. Raises UsageError for a record that was written without its text."""
    if not record.report.text:
        raise UsageError(
            f"record {record.report.id!r} has no text (it was made with --no-text): no page without words"
        )
    return fill("dossier.html.j2", page(record))


def page(record: CodedReport) -> Page:
    """What the page of this record shows."""
    names = Names(record)
    cards = {s.id: card(names, number, s) for number, s in enumerate(record.statements, 1)}
    return Page(
        title=record.report.title or record.report.text[:80],
        facts=_facts(names),
        figures=_figures(record),
        paragraphs=tuple(Marks(names).paragraphs(cards)),
        drawing=who_says_so(names),
        events=tuple(event_row(names, event) for event in record.events),
        timeline=time_line(names),
        actors=tuple(actor_row(actor) for actor in record.actors),
        places=tuple(place_row(place) for place in record.places),
        made_by=_made_by(record),
        refusals=tuple((refusal.stage, refusal.what, refusal.why) for refusal in record.refusals),
    )


def _facts(names: Names) -> tuple[tuple[str, str], ...]:
    report = names.record.report
    line = report.dateline
    dateline = " ".join(part for part in (line.place, line.agency) if part) if line else ""
    credited = ", ".join(f"{credit.agency} ({credit.kind})" for credit in report.credits)
    given = (
        ("Publisher", names.actor("a0")),
        (
            "Published",
            report.published.isoformat() if report.published else report.blanks.get("published", ""),
        ),
        ("Dateline", dateline),
        ("Byline", report.byline or ""),
        ("Credits", credited),
        ("Address", report.url or ""),
    )
    return tuple((label, words) for label, words in given if words)


def _figures(record: CodedReport) -> tuple[Figure, ...]:
    origins = {origin for statement in record.statements for origin in statement.origins}
    totals = (
        Figure(count=len(record.statements), label="statements", status=""),
        Figure(count=len(origins), label="origins", status=""),
        Figure(count=len(record.events), label="events", status=""),
    )
    found = [event.status for event in record.events]
    each = (
        Figure(count=found.count(status), label=status, status=status) for status in Status if status in found
    )
    disputed = sum(bool(event.denied_by) for event in record.events)
    unconfirmed = sum(bool(event.unconfirmed_by) for event in record.events)
    doubted = (
        Figure(count=disputed, label="denied by someone", status="disputed"),
        Figure(count=unconfirmed, label="not confirmed by someone", status="doubted"),
    )
    return (*totals, *each, *(figure for figure in doubted if figure.count))


def _made_by(record: CodedReport) -> tuple[tuple[str, str], ...]:
    made = record.made_by
    return (
        ("sayso", made.sayso),
        ("codebook", made.codebook),
        (
            "settings",
            ", ".join(f"{key} {value}" for key, value in made.settings.items() if value is not None),
        ),
        ("models", ", ".join(f"{name} {digest[:12]}" for name, digest in made.models.items())),
        ("tables", f"{len(made.tables)} files, {_digest_of_all(made.tables)}"),
        ("text digest", record.report.text_digest[:16]),
    )


def _digest_of_all(tables: dict[str, str]) -> str:
    return hashlib.sha256(repr(sorted(tables.items())).encode()).hexdigest()[:12]


def visible(value: Any) -> Any:
    """Text with its control and direction characters spelt out, so that they can neither hide nor turn words.

    >>> visible("a\\u202eb")
    'a⟨U+202E⟩b'
    """
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return "".join(
        f"⟨U+{ord(c):04X}⟩" if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in "\n\t\u00ad" else c
        for c in value
    )


def fill(template: str, page: Any) -> str:
    """One of our templates with what it is to show; its policy lets nothing run but our own style and script."""
    style, script = _asset("dossier.css"), _asset("dossier.js")
    return _template(template).render(
        page=page,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
    )


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sayso.publish.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


@cache
def _asset(name: str) -> Any:
    """One of our own files, marked as markup: it holds nothing of any report."""
    from markupsafe import Markup

    return Markup((files("sayso.publish.dossier") / "templates" / name).read_text("utf-8"))


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
