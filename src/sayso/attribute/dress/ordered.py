"""Who is asked or ordered to do something: "urged Serbia to free the editor", "called on the governor to resign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speakers import is_body

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREPS = frozenset({"on", "upon", "to", "with", "at"})


def ordered(reading: Reading, found: Found, cue: Token) -> Range | None:
    """Those whom an order or a promise names behind its verb; their words may open the content.

    They open it where what they are to do is the content, as PolNeAR has it: "urged [Serbia to free the editor]".
    """
    lemma = cue.lemma_.lower()
    if lemma not in cues("ordering"):
        return None
    nouns = children(cue, "dobj", "dative", "nsubjpass")
    nouns += [noun for prep in _preps(cue) for noun in children(prep, "pobj")]
    nouns += [noun for act in children(cue, "ccomp", "xcomp") for noun in children(act, "nsubj")]
    nouns = [noun for noun in nouns if noun.ent_type_ not in WHEN]
    after = sorted((noun for noun in nouns if _acts(noun, cue)), key=lambda noun: noun.i)
    return next(
        (hearer for noun in after if (hearer := _range(noun)) and _fits(reading, found, hearer)), None
    )


def _preps(cue: Token) -> list[Token]:
    return [prep for prep in children(cue, "prep", "dative") if prep.lower_ in _PREPS]


def _acts(noun: Token, cue: Token) -> bool:
    """Whether what a noun is asked to do stands behind it, or a thing that it is promised."""
    if noun.dep_ == "nsubjpass":
        return bool(children(cue, "auxpass")) and any(c.tag_ == "VB" for c in children(cue, "xcomp"))
    end = _range(noun)[1]
    while end + 1 < len(noun.doc) and noun.doc[end].dep_ == "prep" and noun.doc[end + 1].ent_type_ in WHEN:
        end = noun.doc[end].right_edge.i + 1
    after = noun.doc[end] if end < len(noun.doc) else noun
    given = noun.dep_ == "dative" and any(other.i > noun.i for other in children(cue, "dobj"))
    return noun.i > cue.i and (
        after.tag_ == "TO"
        or after.lower_ == "for"
        or (after.lower_ == "not" and after.nbor().tag_ == "TO")
        or given
    )


def _range(noun: Token) -> Range:
    """A noun with what describes it, up to a clause of its own."""
    clauses = (
        child.left_edge.i for child in noun.children if child.i > noun.i and child.dep_ in ("acl", "xcomp")
    )
    end = min([noun.right_edge.i + 1, *clauses])
    named = noun.pos_ == "PROPN" and is_body(noun) and end + 1 < len(noun.doc)
    if named and noun.doc[end].lower_ in ("for", "of"):  # "the Department for Work and Pensions"
        while end + 1 < len(noun.doc) and noun.doc[end + 1].is_title and noun.doc[end + 1].pos_ == "PROPN":
            end += 1
        end += noun.doc[end].is_title
    return noun.left_edge.i, end


def _fits(reading: Reading, found: Found, hearer: Range) -> bool:
    """Whether the words touch neither source nor cue, and the content only where it begins."""
    spans = reading.spans(hearer)
    taken = (*found.source, *(found.cue[:1] if found.rule != "encoder" else ()))
    if not spans or any(span.overlaps(other) for span in spans for other in taken):
        return False
    touched = [part for part in found.content for span in spans if span.overlaps(part)]
    return not touched or min(part.start for part in found.content) == spans[0].start
