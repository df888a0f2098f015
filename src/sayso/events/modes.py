"""The mode of an event, refined by the instrument that the sentence names, and its PLOVER score."""

from sayso.events import syntax
from sayso.events.found import Found
from sayso.events.lexicon import mode_scores, types, word_classes
from sayso.events.slots import fill
from sayso.records.vocabulary import EventType

_INSTRUMENT_SLOTS = ("with", "in", "by", "using", "from")


def refine(event: Found) -> None:
    """Give an assault without a mode, or with a general one, the mode of the weapon that the words name.

    Manual, section ASSAULT, table of modes; the classes `by_*` hold the weapons.
    """
    if event.type is not EventType.ASSAULT or event.mode not in (None, "firearms", "explosives", "aerial"):
        return
    token = event.token
    near = [t for slot in _INSTRUMENT_SLOTS for t in fill(token, slot)]
    near += fill(token, "mod")
    if token.pos_ == "VERB":
        near += syntax.subjects(token)
    words = {word.lemma_.lower() for word in near}
    words |= {c.lemma_.lower() for word in near for c in word.children if c.dep_ in ("compound", "amod")}
    classes = word_classes()
    for mode in (
        "suicide-attack",
        "drone",
        "unconventional",
        "crowd-control",
        "aerial",
        "heavy-weapons",
        "explosives",
        "firearms",
        "primitive",
    ):
        if not classes[f"by_{mode}"].isdisjoint(words):
            event.mode = mode
            return


def score(kind: EventType, mode: str | None) -> float:
    """The PLOVER score of a type and mode; that of the type where the mode has none."""
    return mode_scores().get((kind, mode or ""), types()[kind].score)
