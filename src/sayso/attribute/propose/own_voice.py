"""What a quoted speaker says of himself: "I regret", "we told them to leave"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.found import Found, meet
from sayso.attribute.reading import Reading
from sayso.attribute.words.cues import cues
from sayso.records.base import Span

_FIRST = frozenset({"i", "we", "you"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_own_voice(reading: Reading, each: Found) -> bool:
    """Whether the source is "I", "we" or "you" in a quotation."""
    source = reading.within(each.source)
    return len(source) == 1 and source[0].lower_ in _FIRST and reading.quotation_at(source[0].i) is not None


def with_own_voices(reading: Reading, known: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """The known attributions, and those of the rules in a speaker's own voice that lie in one of their contents.

    A cue that is known stays as it is; "I think he left" says no more than "he left" and is
    none; "I believed him" is one.
    """
    said = [span for other in known for span in other.content]
    return [*known, *(each for each in ruled if _adds(reading, each, known, said))]


def _adds(reading: Reading, each: Found, known: Sequence[Found], said: Sequence[Span]) -> bool:
    if not is_own_voice(reading, each) or reading.within(each.source)[0].lower_ == "you":
        return False
    if any(meet(each.cue, other.cue) for other in known):
        return False
    softens = any(token.lemma_.lower() in cues("softening") for token in reading.within(each.cue))
    if softens and any(token.tag_ in _FINITE for token in reading.within(each.content)):
        return False
    return any(span.covers(each.source[0]) for span in said)
