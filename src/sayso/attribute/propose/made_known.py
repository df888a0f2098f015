"""What someone is perceived to say: "was heard telling B that X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.clauses import clause
from sayso.attribute.propose.complements import complement
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import verb_cues, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "made known"
_TO_THAT = 8
"""Tokens between the verb and "that"."""


def made_known(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The attributions of such phrases between two tokens."""
    for i in range(start, end):
        token = reading.doc[i]
        if token.lemma_.lower() in cues("perceiving") and children(token, "auxpass"):
            found = _perceived(reading, token, end)
            if found is not None:
                yield found


def _perceived(reading: Reading, verb: Token, limit: int) -> Found | None:
    """ "was overheard telling a deacon that X", "was filmed shouting that X"."""
    told = next(
        (t for t in children(verb, "xcomp", "advcl", "ccomp") if t.i > verb.i and verb_cues(t) and _bare(t)),
        None,
    )
    who = next(iter(children(verb, "nsubjpass")), None)
    if told is None or who is None:
        return None
    clausal = tuple(row for row in verb_cues(told) if "clause" in row.frames)
    content = clause(reading, told, told.i + 1, limit) if clausal else None
    if content is None:
        behind = complement(reading, told, verb_cues(told), told.i + 1, limit)
        content = behind.content if behind is not None else None
    content = content or _behind_that(reading, told, limit)
    if content is None:
        return None
    cue = (verb_group(verb)[0], told.i + 1)
    return _found(reading, phrase(reading, who, verb), cue, content, f"subject of {verb.text!r}")


def _behind_that(reading: Reading, verb: Token, limit: int) -> Range | None:
    """The rest of the sentence behind "that", where the parse makes no clause of it."""
    reach = range(verb.i + 1, min(verb.i + _TO_THAT, limit))
    that = next((i for i in reach if reading.doc[i].lower_ == "that"), None)
    return reading.trim(that, limit) if that is not None else None


def _bare(verb: Token) -> bool:
    return verb.tag_ == "VBG" or (verb.tag_ == "VB" and any(t.tag_ == "TO" for t in children(verb, "aux")))


def _found(reading: Reading, who: Range, cue: Range, content: Range, how: str) -> Found | None:
    source, said = reading.spans(who), reading.spans(content)
    if not source or not said:
        return None
    return Found(
        source=source, cue=reading.spans(cue), content=said, rule=RULE, detail=f"speaker is the {how}"
    )
