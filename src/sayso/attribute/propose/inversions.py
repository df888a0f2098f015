"""Reporting clauses that the parse takes for the main clause: "The cargo, reported the paper A, held tusks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.reading import Reading
from sayso.attribute.words.cue_words import verb_cues
from sayso.attribute.words.speaker import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST = 12
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM"})


def turned(reading: Reading, start: int, verb: Token, limit: int) -> Speaker | None:
    """Who stands behind a verb between commas, where the sentence that begins at `start` goes on behind him."""
    doc = reading.doc
    if verb.i - 1 <= start or doc[verb.i - 1].text != "," or verb.i + 2 >= limit:
        return None
    if not any("clause" in row.frames for row in verb_cues(verb)) or doc[verb.i + 1].pos_ not in _NOMINAL:
        return None
    reach = range(verb.i + 2, min(verb.i + _LONGEST, limit - 1))
    comma = next((i for i in reach if doc[i].text == ","), None)
    if comma is None or any(doc[i].tag_ in _FINITE for i in range(verb.i + 1, comma)):
        return None
    before = doc[start : verb.i - 1]
    open_ = not any(token.tag_ in _FINITE for token in before) and doc[comma + 1].tag_ in _FINITE
    there = len(before) <= 2 and before[-1].lemma_ == "be"
    head = next((t for t in doc[verb.i + 1 : comma] if t.pos_ in ("NOUN", "PROPN")), None)
    if head is None or not (open_ or there):
        return None
    return Speaker(doc[verb.i + 1 : comma].root, (verb.i + 1, comma), f"noun behind {verb.text!r}")
