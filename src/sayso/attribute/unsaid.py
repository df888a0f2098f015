"""Words that report nothing, though they look so: a supposition, a deed, the words before a transcript."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribute import transcripts
from sayso.attribute.cues import cues
from sayso.attribute.found import Found, meet
from sayso.attribute.mending import cue_verb
from sayso.attribute.objects import is_taken
from sayso.attribute.reading import Reading, children
from sayso.attribute.speakers import can_speak, is_cited

_LET_US = ("'s", "’s", "us")


def is_unsaid(reading: Reading, each: Found, found: Iterable[Found]) -> bool:
    """Whether the words suppose only ("let's say you win"), tell a deed ("the storm threatens the harvest"), or
    announce the lines of a transcript ("as follows:").
    """
    cue = reading.within(each.cue)
    if not cue:
        return False
    label = reading.within(each.source)
    if cue[0].text == ":" and label and label[0].lower_ in cues("topic"):
        return True
    if _is_deed(reading, each) or _is_undertaking(reading, each):
        return True
    opens = cue[0].i if cue[0].lower_ == "let" else max(cue[0].i - 2, 0)
    let, us = reading.doc[opens : opens + 2] if len(reading.doc) > opens + 1 else (cue[0], cue[0])
    if let.lower_ == "let" and us.lower_ in _LET_US:
        return True
    lines = (other for other in found if other.rule == transcripts.RULE)
    return (
        each.score is not None
        and cue[-1].text == ":"
        and any(meet(each.content, line.source) for line in lines)
    )


def _is_deed(reading: Reading, each: Found) -> bool:
    verb, source = cue_verb(reading, each), reading.within(each.source)
    done = next(iter(children(verb, "dobj")), None) if verb is not None else None
    if verb is None or done is None or not source:
        return False
    if is_taken(verb, done):
        return True
    head = next((t for t in source if t.head not in source), source[-1])
    thing = head.pos_ == "NOUN" and not head.ent_type_ and not can_speak(head) and not is_cited(head)
    return thing and verb.lemma_.lower() in cues("endangering")


def _is_undertaking(reading: Reading, each: Found) -> bool:
    """Whether a noun alone tells what one does: "the mayor's decision to resign"."""
    cue, content = reading.within(each.cue), [token.lower_ for token in reading.within(each.content)[:2]]
    noun = cue[-1].pos_ == "NOUN" and cue[-1].lemma_.lower() in cues("undertaking")
    alone = noun and not any(token.pos_ in ("VERB", "AUX") for token in cue)
    return alone and (content[:1] == ["to"] or content == ["not", "to"])
