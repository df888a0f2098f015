"""Lines that are a quotation and a name: "A lie from start to end." — Ada Lo; Ada Lo: "It is a lie."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speakers import can_speak, documents
from sayso.records.base import Span

RULE = "signature"
_SIGNED = re.compile(
    r"(?P<mark>[\"”“])[^\S\n]*(?P<dash>[–—―]|--)[^\S\n]*(?P<name>[A-Z][^\n;:!?\"“”]{1,78}?)[^\S\n.]*$", re.M
)
_ANNOUNCED = re.compile(
    r"^(?P<name>[A-Z][^\n:;!?\"“”.,]{2,78})(?P<colon>:)[^\S\n]+(?P<said>[\"“][^\n\"“”]+[\"”])[^\S\n.]*$", re.M
)
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTICLE = 3
"""Letters of the longest word that stays small in a title."""
_SHORTEST = 3
"""Words of the shortest quotation that is signed; a shorter one is a title or a nickname."""


def signatures(reading: Reading) -> Iterator[Found]:
    """An attribution for each line of a quotation, a dash and a name, or a name, a colon and a quotation."""
    text = reading.report.text
    yield from _announced(reading)
    for found in _SIGNED.finditer(text):
        content = Span(_opening(text, found.start()), found.end("mark"))
        name = Span(*found.span("name"))
        if len(content.cut(text).split()) < _SHORTEST or any(
            token.tag_ in _VERBS for token in reading.within((name,))
        ):
            continue
        yield Found(
            source=(name,),
            cue=(Span(*found.span("dash")),),
            content=(content,),
            rule=RULE,
            detail="signed behind a dash at the line's end",
        )


def _announced(reading: Reading) -> Iterator[Found]:
    for found in _ANNOUNCED.finditer(reading.report.text):
        name = Span(*found.span("name"))
        words = reading.within((name,))
        if not words or any(token.tag_ in _VERBS or token.pos_ == "NUM" for token in words):
            continue
        head = next((token for token in words if token.head == token or token.head not in words), words[-1])
        if not can_speak(head) or head.lemma_.lower() in documents():
            continue  # "Motto of the school: ..."
        said = found.group("said").split()
        if len(said) < _SHORTEST or words[0].lower_ in cues("topic") or _is_title(said):
            continue
        yield Found(
            source=(name,),
            cue=(Span(*found.span("colon")),),
            content=(Span(*found.span("said")),),
            rule=RULE,
            detail="a name, a colon and a quotation alone in a line",
        )


def _is_title(said: list[str]) -> bool:
    """Whether quoted words are the title of a work: "The Road to the North"."""
    long = [word.strip("\"“”'’.,") for word in said if len(word.strip("\"“”'’.,")) > _PARTICLE]
    return len(long) > 1 and all(word[:1].isupper() for word in long)


def _opening(text: str, closing: int) -> int:
    """Where the quotation that ends at `closing` begins: the line's start, or the last opening mark in it."""
    line = text.rfind("\n", 0, closing) + 1
    while line < closing and text[line].isspace():
        line += 1
    if text[line] in '"“”':
        return line
    mark = max(text.rfind("“", line, closing), text.rfind(' "', line, closing) + 1)
    return mark if mark > line else line
