"""What the page of a claim or a story shows, as frozen types: the template sees these and nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class OriginRow:
    """One origin of a claim. `mark`: ● counts as independent, ○ adds nothing."""

    name: str
    mark: str
    first: str
    reports: int
    why: str


@dataclass(frozen=True, kw_only=True)
class VoiceRow:
    """One voice in a report: the stance, its sign, the chain from the publisher on, and the words.

    `origin` is the origin that it is counted as: the agency for a publisher that carries its text.
    """

    origin: str
    stance: str
    sign: str
    chain: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ReportRow:
    """One report that tells of the claim. `note` says whose text it copies, or what it disagrees on."""

    number: int
    publisher: str
    published: str
    title: str
    sentence: str
    relation: str
    proof: str
    note: str
    copy_of: int | None
    voices: tuple[VoiceRow, ...]


@dataclass(frozen=True, kw_only=True)
class FigureBar:
    """One figure that a speaker gave, drawn on the scale of all of its kind: x and width in percent."""

    what: str
    words: str
    speaker: str
    published: str
    publisher: str
    note: str
    x: float
    width: float


@dataclass(frozen=True, kw_only=True)
class GraphNode:
    """An origin (left) or a report (right) of the graph."""

    label: str
    full: str
    x: int
    y: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class GraphLine:
    """A line of the graph: from an origin to a report (asserts, denies, unconfirmed), or a copy to its original."""

    kind: str
    path: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Graph:
    """Origins, reports and copies, laid out."""

    width: int
    height: int
    nodes: tuple[GraphNode, ...]
    lines: tuple[GraphLine, ...]


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A report on the time line; x in the drawing's units."""

    x: float
    y: int
    label: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class ClaimPart:
    """One claim of the page."""

    id: str
    title: str
    standing: str
    standing_why: str
    facts: tuple[tuple[str, str], ...]
    origins: tuple[OriginRow, ...]
    reports: tuple[ReportRow, ...]
    figures: tuple[FigureBar, ...]
    denials: tuple[tuple[str, str, str], ...]
    apart: tuple[tuple[str, str], ...]
    decisions: tuple[str, ...]
    graph: Graph
    ticks: tuple[Tick, ...]
    ticks_height: int
    coverage: str


@dataclass(frozen=True, kw_only=True)
class ClaimPage:
    """The whole page: one claim, or the claims of a story."""

    title: str
    facts: tuple[tuple[str, str], ...]
    claims: tuple[ClaimPart, ...]
