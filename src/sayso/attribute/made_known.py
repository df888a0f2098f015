"""What someone makes known: "let it be known that X", "made it clear that X", "was heard telling B that X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.clauses import clause
from sayso.attribute.complements import complement
from sayso.attribute.cue_words import verb_cues, verb_group
from sayso.attribute.cues import cues
from sayso.attribute.found import Found
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.speaker import is_empty, phrase, speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "made known"
_MAKING = frozenset({"let", "make"})
_REACH = 5
"""Tokens between "it" and the word that says how it is made known."""
_TO_THAT = 8


def made_known(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The attributions of such phrases between two tokens."""
    for i in range(start, end):
        token, found = reading.doc[i], None
        if token.lemma_.lower() in _MAKING and i + 1 < end and reading.doc[i + 1].lower_ == "it":
            found = _made(reading, token, end)
        elif token.lemma_.lower() in cues("perceiving") and children(token, "auxpass"):
            found = _perceived(reading, token, end)
        if found is not None:
            yield found


def _made(reading: Reading, verb: Token, limit: int) -> Found | None:
    """ "let it be known (in a letter) that X"."""
    doc = reading.doc
    reach = range(verb.i + 2, min(verb.i + 2 + _REACH, limit))
    last = next((i for i in reach if doc[i].lower_ in cues("known")), None)
    who = speaker(reading, verb) if last is not None else None
    if last is None or who is None or is_empty(who, verb):
        return None
    that = next((i for i in range(last + 1, min(last + _TO_THAT, limit)) if doc[i].lower_ == "that"), None)
    if that is None:
        return None
    content = reading.trim(that, min(max(doc[that].head.right_edge.i + 1, that + 2), limit))
    return _found(reading, who.phrase, (verb_group(verb)[0], last + 1), content, who.how)


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
