"""Who is asked or ordered to do something: "urged Serbia to free the editor", "called on the governor to resign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.dress.hearers import hears
from sayso.attribute.found import Found
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speakers import is_body
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREPS = frozenset({"on", "upon", "to", "with", "at"})
_NOT = frozenset({"not", "never"})


def ordered(reading: Reading, found: Found, cue: Token) -> Range | None:
    """Those whom an order, a warning or a promise names behind its verb; their words may open the content.

    They open it where what they are to do is the content, as PolNeAR has it: "urged [Serbia to free the editor]".
    """
    lemma = cue.lemma_.lower()
    if lemma not in cues("ordering") and lemma not in cues("addressing"):
        return None
    nouns = children(cue, "dobj", "dative", "nsubjpass")
    nouns += [noun for prep in _preps(cue) for noun in children(prep, "pobj")]
    nouns += [noun for act in children(cue, "ccomp", "xcomp", "advcl") for noun in _subjects(act)]
    nouns += [first for noun in children(cue, "dobj") if (first := _joined(noun, cue))]
    nouns = [noun for noun in nouns if noun.ent_type_ not in WHEN]
    after = sorted((noun for noun in nouns if _acts(noun, cue)), key=lambda noun: noun.i)
    return next(
        (hearer for noun in after if (hearer := _range(noun)) and _fits(reading, found, hearer, cue)), None
    )


def questioned(reading: Reading, found: Found, cue: Token) -> Range | None:
    """Who acts in the clause that a participle opens: "Asked if he would resign, | the mayor laughed"."""
    lemma = cue.lemma_.lower()
    if cue.tag_ != "VBN" or cue.dep_ != "advcl" or children(cue, "nsubj", "nsubjpass", "dobj", "aux"):
        return None
    if lemma not in cues("telling") | cues("ordering") | cues("addressing"):
        return None
    subjects = children(cue.head, "nsubj", "nsubjpass")
    ranges = ((noun.left_edge.i, _range(noun)[1]) for noun in subjects if hears(noun))
    return next((hearer for hearer in ranges if _fits(reading, found, hearer, cue)), None)


def _subjects(act: Token) -> list[Token]:
    """The subjects of what someone is to do; not those of "appealed for | witnesses to come forward"."""
    return [
        noun
        for noun in children(act, "nsubj")
        if noun.left_edge.i and noun.left_edge.nbor(-1).lower_ != "for"
    ]


def _preps(cue: Token) -> list[Token]:
    return [prep for prep in children(cue, "prep", "dative") if prep.lower_ in _PREPS]


def _joined(noun: Token, cue: Token) -> Token | None:
    """The hearer that the parse joins to the word behind it: "offered | each | a voucher"."""
    first = noun.left_edge
    if first.lower_ == "each" and first.i + 1 < noun.i and first.nbor().dep_ == "det":
        return first
    before = noun.nbor(-1) if noun.i else noun
    return before if noun.lower_ in _behind(cue) and before.dep_ == "compound" else None


def _acts(noun: Token, cue: Token) -> bool:
    """Whether what a noun is asked, told or warned of stands behind it, or a thing that it is promised."""
    if noun.dep_ == "nsubjpass":
        return _is_addressed(noun, cue)
    if noun.i < cue.i:  # "which this newspaper asked about"
        return noun.tag_ in ("WP", "WDT") and noun.lower_ != "that" and cue.lemma_.lower() in cues("telling")
    after = noun.doc[min(_to_act(noun, _range(noun)[1]), len(noun.doc) - 1)]
    twice = noun.dep_ == "dative" or "thing" in _behind(cue)
    given = twice and any(other.i > noun.i for other in children(cue, "dobj"))
    if after.tag_ == "TO" or (after.lower_ in _NOT and after.nbor().tag_ == "TO"):
        return noun.lower_ != "that" and (hears(noun) or not _suffers(noun, after))
    return hears(noun) and (given or after.lower_ == "for" or after.lower_ in _behind(cue))


def _suffers(noun: Token, to: Token) -> bool:
    """Whether what is ordered is done to a thing: "ordered | both matches | to be played"."""
    of = any(prep.lower_ == "of" for prep in children(noun, "prep"))
    return of or (to.tag_ == "TO" and bool(children(to.head, "auxpass")))


def _is_addressed(noun: Token, cue: Token) -> bool:
    """Whether the subject of a passive is told something: "were asked | for a core", "had been offered | a deal"."""
    if not children(cue, "auxpass"):
        return False
    if any(c.tag_ == "VB" for c in children(cue, "xcomp")):
        return True
    behind = {child.lower_ for child in children(cue, "prep", "advmod", "prt")} & _behind(cue)
    return hears(noun) and (bool(behind) or bool(children(cue, "dobj")))


def _behind(cue: Token) -> set[str]:
    """The words that may stand behind those whom the verb addresses: "warned ministers | of"."""
    return {word for row in cues("addressing").get(cue.lemma_.lower(), ()) for word in row.frames}


def _range(noun: Token) -> Range:
    """A noun with what describes it, up to a clause of its own; with its place, before what it is asked to do."""
    clauses = (
        child.left_edge.i for child in noun.children if child.i > noun.i and child.dep_ in ("acl", "xcomp")
    )
    behind = (
        child.i for child in children(noun, "prep") if child.i > noun.i and child.lower_ in _behind(noun.head)
    )
    own = (to for clause in children(noun, "relcl") for to in _own_act(clause))
    if noun.dep_ == "compound" and noun.i + 1 == noun.head.i:
        return noun.left_edge.i, noun.i + 1
    end = min([noun.right_edge.i + 1, *clauses, *behind, *own])
    named = noun.pos_ == "PROPN" and is_body(noun) and end + 1 < len(noun.doc)
    if named and noun.doc[end].lower_ in ("for", "of"):  # "the Department for Work and Pensions"
        while end + 1 < len(noun.doc) and noun.doc[end + 1].is_title and noun.doc[end + 1].pos_ == "PROPN":
            end += 1
        end += noun.doc[end].is_title
    last = _to_act(noun, end)
    dated = any(token.ent_type_ in WHEN for token in noun.doc[end:last])
    return noun.left_edge.i, end if dated else last


def _own_act(clause: Token) -> list[int]:
    """Where an infinitive that the parse hangs on a "who was ..." begins: "who was there | to come forward"."""
    acts = children(clause, "xcomp", "advcl") if clause.lemma_ == "be" else []
    return [to.i for act in acts for to in children(act, "aux") if to.tag_ == "TO"]


def _to_act(noun: Token, end: int) -> int:
    """The end of the places and days between a hearer and what it is asked to do: "people | in Bari | to leave"."""
    doc, last = noun.doc, end
    while (
        last + 1 < len(doc)
        and doc[last].dep_ == "prep"
        and doc[last].head in (noun, noun.head, noun.head.head)
    ):
        if doc[last].lower_ in _behind(noun.head):
            return end
        last = doc[last].right_edge.i + 1
    acts = last < len(doc) and (doc[last].tag_ == "TO" or doc[last].lower_ in _NOT)
    return last if acts else end


def _fits(reading: Reading, found: Found, hearer: Range, cue: Token) -> bool:
    """Whether the words touch neither source nor cue, and the content only where it begins."""
    spans = reading.spans(hearer)
    taken = (*found.source, Span(cue.idx, cue.idx + len(cue.text)))
    if not spans or any(span.overlaps(other) for span in spans for other in taken):
        return False
    touched = [part for part in found.content for span in spans if span.overlaps(part)]
    quoted = [quotation.span.end for quotation in reading.quotations]
    return all(
        part.start == spans[0].start or (part.end == spans[-1].end and part.start in quoted)
        for part in touched
    )
