"""The drawings of a claim's page: the graph of origins, reports and copies, and the time line."""

from collections.abc import Sequence
from datetime import date

from sayso.publish.dossier.claim_context import Graph, GraphLine, GraphNode, ReportRow, Tick

WIDTH = 960
LEFT, RIGHT = 330, 560
ROW = 32
EARLY, LATE = 40, 640


def graph(origins: Sequence[tuple[str, str]], reports: Sequence[ReportRow]) -> Graph:
    """Origins (name, mark) on the left, reports on the right by date; copies hang on their originals."""
    rows = max(len(origins), len(reports), 1)
    left = {name: _middle(at, len(origins), rows) for at, (name, _) in enumerate(origins)}
    right = {report.number: _middle(at, len(reports), rows) for at, report in enumerate(reports)}
    nodes = [
        GraphNode(label=_short(name, 40), full=f"{name} {mark}", x=LEFT, y=left[name],
                  kind="origin" if mark == "●" else "leaning")
        for name, mark in origins
    ]  # fmt: skip
    nodes += [
        GraphNode(label=_short(f"{r.published} {r.publisher}", 44), full=r.title, x=RIGHT, y=right[r.number],
                  kind="copy" if r.copy_of else "report")
        for r in reports
    ]  # fmt: skip
    lines = [
        GraphLine(
            kind=voice.stance,
            path=_across(left[voice.origin], right[report.number]),
            title=f"{voice.origin} {voice.stance}",
        )
        for report in reports
        for voice in report.voices
        if voice.origin in left
    ]
    lines += [
        GraphLine(kind="copy", path=_bow(right[r.number], right[r.copy_of]), title=f"{r.publisher}: {r.note}")
        for r in reports
        if r.copy_of in right
    ]
    return Graph(width=WIDTH, height=rows * ROW + 20, nodes=tuple(nodes), lines=tuple(lines))


def ticks(reports: Sequence[ReportRow]) -> tuple[Tick, ...]:
    """Reports on a line of days, one a row, earliest first."""
    dated = [
        (date.fromisoformat(report.published), report) for report in reports if report.published[:1].isdigit()
    ]
    if not dated:
        return ()
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    scale = (LATE - EARLY) / max((last - first).days, 1)
    return tuple(
        Tick(
            x=round(EARLY + (day - first).days * scale, 1),
            y=20 + at * 22,
            label=f"{day} {_short(report.publisher, 30)}",
            kind=_kind(report),
        )
        for at, (day, report) in enumerate(sorted(dated, key=lambda pair: (pair[0], pair[1].number)))
    )


def _kind(report: ReportRow) -> str:
    if report.copy_of:
        return "copy"
    return "denies" if any(voice.stance == "denies" for voice in report.voices) else "report"


def _middle(at: int, count: int, rows: int) -> int:
    return round((at + 0.5) * rows * ROW / max(count, 1)) + 10


def _across(y1: int, y2: int) -> str:
    middle = (LEFT + RIGHT) // 2
    return f"M{LEFT} {y1} C{middle} {y1} {middle} {y2} {RIGHT} {y2}"


def _bow(y1: int, y2: int) -> str:
    bow = RIGHT - 30 - min(abs(y1 - y2) // 6, 60)
    return f"M{RIGHT} {y1} C{bow} {y1} {bow} {y2} {RIGHT} {y2}"


def _short(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
