"""An attribution made of a speaker, the tokens of a cue and what stands behind it."""

from __future__ import annotations

from sayso.attribute.found import Found
from sayso.attribute.propose.complements import Complement
from sayso.attribute.reading import Range, Reading
from sayso.attribute.words.speaker import Speaker


def stated(reading: Reading, who: Speaker, group: Range, found: Complement, rule: str) -> Found | None:
    """The attribution; None if nobody speaks, or nothing is left of source or content."""
    if _is_no_one(reading, who) and found.row.part not in ("speaking", "reluctant") and not found.row.negated:
        return None
    source = reading.spans(_outside(who.phrase, group[0], found.content))
    content = reading.spans(found.content)
    if not source or not content:
        return None
    return Found(
        source=source,
        cue=reading.spans(group),
        content=content,
        rule=rule,
        detail=f"speaker is the {who.how}",
    )


def _is_no_one(reading: Reading, who: Speaker) -> bool:
    """Whether the subject says that there is no speaker ("No group has claimed ...")."""
    return reading.doc[who.phrase[0]].lower_ in ("no", "nobody", "none")


def _outside(phrase: Range, cue_start: int, content: Range) -> Range:
    """The source's tokens that lie neither behind the cue's start nor in the content."""
    start, end = phrase
    if start < cue_start:
        end = min(end, cue_start)
    if content[0] <= start < content[1]:
        return start, start
    if start < content[0] < end:
        end = content[0]
    return start, end
