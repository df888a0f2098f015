"""What the page shows, as frozen types: the template sees these and nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A run of characters of one paragraph under the same marks.

    `hue` is the number of the innermost statement's origin (None outside statements), `role` the part that the
    run plays in it (source, cue, content or ""), `statements` and `events` are ids joined by spaces. `refs` are
    the statements and `tags` the events whose marker stands before and after this run.
    """

    text: str
    hue: int | None
    role: str
    statements: str
    events: str
    refs: tuple["Ref", ...]
    tags: tuple["Tag", ...]


@dataclass(frozen=True, kw_only=True)
class Ref:
    """The marker of a statement in the text."""

    id: str
    number: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Tag:
    """The tag of an event at its trigger."""

    id: str
    type: str
    status: str


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One rung of the ladder from the publisher down to the origins."""

    role: str
    names: str
    cue: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One statement beside its paragraph."""

    id: str
    number: int
    hue: int
    rungs: tuple[Rung, ...]
    source: str
    source_class: str
    stance: str
    sign: str
    manner: str
    content: str
    facts: tuple[tuple[str, str], ...]
    events: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph of the report with the cards that belong to it; `kind` as in `PartKind`."""

    number: int
    kind: str
    segments: tuple[Segment, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of the head; as a filter it keeps the events that bear `status`.

    Besides the statuses there are "disputed" (denied by someone) and "doubted" (not confirmed by someone).
    """

    count: int
    label: str
    status: str


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A table cell; `blank` is the reason where there is nothing."""

    text: str
    blank: str


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One mention of an event: the sentence, split at its trigger, and how it presents the event."""

    before: str
    trigger: str
    after: str
    assessment: str
    cues: str
    paragraph: int


@dataclass(frozen=True, kw_only=True)
class EventRow:
    """One event of the table."""

    id: str
    type: str
    mode: str
    status: str
    sign: str
    actors: Cell
    recipients: Cell
    date: Cell
    place: Cell
    counts: str
    items: str
    contexts: str
    cameo: str
    say_so: str
    denied_by: str
    unconfirmed_by: str
    cues: str
    confidence: str
    alternative: str
    tellings: tuple[Telling, ...]
    blanks: tuple[tuple[str, str], ...]
    why: str


@dataclass(frozen=True, kw_only=True)
class Node:
    """A box of the drawing, with the middle of its left or right edge at (x, y)."""

    id: str
    x: int
    y: int
    label: str
    full: str
    hue: int
    status: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the drawing from an origin to an event; `path` is an SVG path."""

    origin: str
    event: str
    kind: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """Who says so: origins on the left, events on the right."""

    width: int
    height: int
    origins: tuple[Node, ...]
    events: tuple[Node, ...]
    lines: tuple[Line, ...]
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One event on the time line."""

    id: str
    x: float
    width: float
    y: int
    label: str
    date: str
    status: str
    own_date: bool


@dataclass(frozen=True, kw_only=True)
class TimeLine:
    """Events on their dates; the scale is logarithmic on both sides of the report's date."""

    width: int
    height: int
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    undated: int


@dataclass(frozen=True, kw_only=True)
class Named:
    """One actor or place of the lists."""

    id: str
    name: str
    kind: str
    code: Cell
    country: Cell
    detail: Cell
    mentions: int
    why: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """The whole page."""

    title: str
    facts: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    paragraphs: tuple[Paragraph, ...]
    drawing: Drawing
    events: tuple[EventRow, ...]
    timeline: TimeLine
    actors: tuple[Named, ...]
    places: tuple[Named, ...]
    made_by: tuple[tuple[str, str], ...]
    refusals: tuple[tuple[str, str, str], ...]
