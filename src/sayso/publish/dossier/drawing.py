"""The two drawings, laid out here: who says so (origins to events), and the time line."""

from datetime import date
from math import copysign, log1p

from sayso.publish.dossier.cards import date_words
from sayso.publish.dossier.context import Bar, Drawing, Line, Node, TimeLine
from sayso.publish.dossier.names import Names
from sayso.records.event import Event

WIDTH = 960
LEFT, RIGHT = 300, 600
ROW = 34
TICKS = (
    (-3650, "10 years before"),
    (-365, "1 year"),
    (-30, "1 month"),
    (-4, "days"),
    (0, "report"),
    (30, "1 month"),
    (365, "1 year after"),
)


def who_says_so(names: Names) -> Drawing:
    """Origins on the left, events on the right, a line for each that asserts, denies or does not confirm."""
    events = names.record.events
    links = [link for event in events for link in _links(event)]
    origins = list(dict.fromkeys(origin for origin, _, _ in links))
    rows = max(len(origins), len(events), 1)
    left = {id: _middle(i, len(origins), rows) for i, id in enumerate(origins)}
    right = {event.id: _middle(i, len(events), rows) for i, event in enumerate(events)}
    return Drawing(
        width=WIDTH,
        height=rows * ROW + 20,
        origins=tuple(
            Node(id=id, x=LEFT, y=left[id], label=_short(names.actor(id), 40), full=names.actor(id),
                 hue=names.hues.get(id, 0), status="")
            for id in origins
        ),
        events=tuple(
            Node(id=e.id, x=RIGHT, y=right[e.id], label=_short(event_words(names, e), 48),
                 full=f"{event_words(names, e)}: {e.status}", hue=0, status=e.status)
            for e in events
        ),
        lines=tuple(
            Line(origin=origin, event=event, kind=kind, path=_path(left[origin], right[event]))
            for origin, kind, event in links
        ),
        rows=tuple(
            (names.actor(origin), kind, event_words(names, next(e for e in events if e.id == event)))
            for origin, kind, event in links
        ),
    )  # fmt: skip


def event_words(names: Names, event: Event) -> str:
    """An event in a few words: type, who, whom."""
    who = ", ".join(_bare(names, id) for id in event.actors) or "someone"
    whom = ", ".join(_bare(names, id) for id in event.recipients)
    return f"{event.type}: {who} → {whom}" if whom else f"{event.type}: {who}"


def time_line(names: Names) -> TimeLine:
    """Dated events, one a row, earliest first; x by the logarithm of the distance from the report's date."""
    dated = sorted(
        (e for e in names.record.events if e.date), key=lambda e: (e.date.start, e.id) if e.date else ()
    )
    centre = names.record.report.published or (
        dated[-1].date.end if dated and dated[-1].date else date.today()
    )
    bars = []
    for number, event in enumerate(dated):
        when = event.date
        if when is None:
            continue
        first, last = _x((when.start - centre).days), _x((when.end - centre).days)
        bars.append(
            Bar(
                id=event.id,
                x=round(first, 1),
                width=round(max(last - first, 8), 1),
                y=number * 24 + 40,
                label=_short(event_words(names, event), 48),
                date=date_words(event),
                status=event.status,
                own_date=when.span is not None,
            )
        )
    return TimeLine(
        width=WIDTH,
        height=len(bars) * 24 + 56,
        ticks=tuple((round(_x(days), 1), label) for days, label in TICKS),
        bars=tuple(bars),
        undated=len(names.record.events) - len(bars),
    )


def _links(event: Event) -> list[tuple[str, str, str]]:
    kinds = (("asserts", event.say_so), ("denies", event.denied_by), ("unconfirmed", event.unconfirmed_by))
    return [(actor, kind, event.id) for kind, actors in kinds for actor in actors]


def _middle(index: int, count: int, rows: int) -> int:
    return round((index + 0.5) * rows / count * ROW) + 10


def _path(start: int, end: int) -> str:
    bend = (LEFT + RIGHT) // 2
    return f"M{LEFT + 4} {start} C{bend} {start} {bend} {end} {RIGHT - 4} {end}"


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _bare(names: Names, id: str) -> str:
    return next(actor.name for actor in names.record.actors if actor.id == id)


def _x(days: int) -> float:
    reach = log1p(3650)
    span = min(log1p(abs(days)) / reach, 1.15)
    return 330 + copysign(span * (270 if days < 0 else 200), days)
