"""The tables of the stage: PLOVER types and modes, triggers, word classes, contexts, CAMEO codes, items."""

from collections import defaultdict
from functools import cache

from sayso.events.pattern import Frame, Test, frame, tests
from sayso.lexicons.load import table
from sayso.records.base import Record
from sayso.records.vocabulary import Context, EventType, ItemClass, Mode, Quad


class TypeRow(Record, frozen=True, kw_only=True):
    """One PLOVER type: quad class, score, whether it needs a recipient; and the manual's section."""

    type: EventType
    quad: Quad
    score: float
    requires_recipient: bool
    section: str


class ModeRow(Record, frozen=True, kw_only=True):
    """A mode of a type, with its PLOVER score."""

    type: EventType
    mode: Mode
    score: float


class TriggerRow(Record, frozen=True, kw_only=True):
    """A reading of some words: the type they stand for, who does it to whom, and when the reading holds.

    `type` is empty for a reading that is no event; without a frame, too, the encoder is not asked about it either.
    `frame`, `needs` and `bars` are written in the small language of `sayso.events.pattern`. `shy` names word classes
    whose presence in the sentence forbids the reading, `topics` those that the whole report must not be about.
    """

    lemmas: tuple[str, ...]
    pos: str
    type: EventType | None = None
    mode: str | None = None
    frame: str = ""
    needs: str = ""
    bars: str = ""
    shy: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


class ClassRow(Record, frozen=True, kw_only=True):
    """A class of words that conditions name with "@"."""

    name: str
    lemmas: tuple[str, ...]


class ContextRow(Record, frozen=True, kw_only=True):
    """A PLOVER context and the lemmas that show it."""

    context: Context
    lemmas: tuple[str, ...]


class CameoRow(Record, frozen=True, kw_only=True):
    """The CAMEO code for a type, a mode and a context; an empty mode or context stands for any."""

    type: EventType
    code: str
    mode: str = ""
    context: str = ""


class ItemRow(Record, frozen=True, kw_only=True):
    """Words for a thing given, moved or used, and its class."""

    class_: ItemClass
    lemmas: tuple[str, ...]


class Reading:
    """A trigger row made ready: its tests and frame parsed, its rank among rival readings."""

    __slots__ = ("bars", "frame", "needs", "number", "row", "weight")

    def __init__(self, number: int, row: TriggerRow) -> None:
        self.number = number
        self.row = row
        self.frame: Frame = frame(row.frame)
        self.needs: tuple[Test, ...] = tests(row.needs)
        self.bars: tuple[Test, ...] = tests(row.bars)
        self.weight = len(self.needs)

    @property
    def is_nothing(self) -> bool:
        """Whether the words tell of no event at all, nor carry another ("released a report")."""
        return self.row.type is None and not self.row.frame


@cache
def readings() -> dict[tuple[str, str], tuple[Reading, ...]]:
    """Readings by part of speech ("verb", "noun", "adj") and lemma, those with most conditions first."""
    found: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for number, row in enumerate(table("triggers.tsv", TriggerRow)):
        reading = Reading(number, row)
        for lemma in row.lemmas:
            found[row.pos, lemma].append(reading)
    return {key: tuple(sorted(rows, key=lambda r: (-r.weight, r.number))) for key, rows in found.items()}


@cache
def types() -> dict[EventType, TypeRow]:
    """The sixteen types."""
    return {row.type: row for row in table("plover_types.tsv", TypeRow)}


@cache
def mode_scores() -> dict[tuple[EventType, str], float]:
    """The PLOVER score of each type and mode."""
    return {(row.type, row.mode): row.score for row in table("plover_modes.tsv", ModeRow)}


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """Lemmas by class; the item classes ("weapon") are among them."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("word_classes.tsv", ClassRow):
        found[row.name].update(row.lemmas)
    for item in table("items.tsv", ItemRow):
        found[item.class_.value].update(item.lemmas)
    return {name: frozenset(lemmas) for name, lemmas in found.items()}


@cache
def blaming_verbs() -> frozenset[str]:
    """Verbs whose object is the one who does what "of doing" says ("accused X of lying")."""
    return word_classes()["blaming_verb"]


@cache
def appealing_verbs() -> frozenset[str]:
    """Verbs whose prepositional object is the one who is to do what follows ("called on X to leave")."""
    return word_classes()["appealing_verb"]


@cache
def victim_verbs() -> frozenset[str]:
    """Verbs whose subject, in a headline without auxiliary, is the one who suffers."""
    return word_classes()["victim_verb"]


@cache
def item_classes() -> dict[str, ItemClass]:
    """The item class of each lemma."""
    return {lemma: row.class_ for row in table("items.tsv", ItemRow) for lemma in row.lemmas}


@cache
def context_cues() -> dict[str, tuple[str, ...]]:
    """The contexts that each lemma shows."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in table("contexts.tsv", ContextRow):
        for lemma in row.lemmas:
            found[lemma].append(row.context)
    return {lemma: tuple(contexts) for lemma, contexts in found.items()}


@cache
def cameo_codes() -> dict[tuple[EventType, str, str], str]:
    """CAMEO codes by type, mode and context; an empty string stands for any."""
    return {(row.type, row.mode, row.context): row.code for row in table("cameo.tsv", CameoRow)}
