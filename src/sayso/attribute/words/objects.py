"""An object as content, alone or with what is said of it: "the raid", "it a lie", "Mali to vote"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.propose.content_end import cut_off
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speakers import documents

if TYPE_CHECKING:
    from spacy.tokens import Token

_SECOND = frozenset({"xcomp", "oprd", "ccomp", "attr", "acomp"})
_SECOND_PREPS = frozenset({"of", "as", "for", "over", "with", "against", "to", "from", "into", "on"})
_PLACES = frozenset({"in", "at", "on", "near", "between", "with", "against", "to", "from", "into"})
_OBJECT_PREPS = frozenset({"for", "as", "over", "of"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_CHANGES = frozenset({"up", "down", "compared", "against"})
_BACK = frozenset({"it", "this", "that", "these", "those", "them"})
_TAKEN_BACK = _BACK | {"anything", "everything"}
_ANSWERS = frozenset({"denies", "praises", "accuses"})
_EMPTY = frozenset({"this", "that", "these", "those", "anything", "everything", "nothing", "all", "which"})


def plain_object(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """A noun phrase or gerund as content ("denied the raid", "denied sending troops")."""
    for gerund in children(cue, "xcomp", "ccomp"):
        if _is_gerund(gerund) and after <= gerund.left_edge.i <= after + 1 and gerund.i < limit:
            return cut_off(reading, cue, gerund.left_edge.i, gerund.right_edge.i + 1, limit)
    found = next((t for t in children(cue, "dobj") if t.left_edge.i >= after and t.i < limit), None)
    if found is None or found.ent_type_ in WHEN or found.tag_ in ("WP", "WDT") or is_taken(cue, found):
        return None
    if found.tag_ == "PRP" and (cue.lemma_.lower() in cues("minding") or _judges(cue)):
        return found.i, found.i + 1  # "I believed him", "thanks us"
    if (found.tag_ == "PRP" or found.lower_ in _EMPTY) and not (
        found.lower_ in _TAKEN_BACK and _takes_back(cue)
    ):
        return None
    if found.lower_ in _TAKEN_BACK and found.i < limit:
        return found.i, found.i + 1
    end = _before_second_clause(found, found.right_edge.i + 1)
    for child in children(cue, "prep"):
        placed = child.lower_ in _PLACES and not any(t.ent_type_ in WHEN for t in children(child, "pobj"))
        if child.i == end and (child.lower_ in _OBJECT_PREPS or placed):
            end = child.right_edge.i + 1
    return cut_off(reading, cue, found.left_edge.i, end, limit)


def is_taken(cue: Token, noun: Token) -> bool:
    """Whether a verb of saying does something to its object: "claimed ten lives", "confirmed the nominee".

    Or is no verb: "has alleged ties", not "has alleged Iranian ties".
    """
    rows = cues("taking").get(cue.lemma_.lower(), ())
    said = bool(children(cue, "aux")) and bool(children(noun, "amod"))
    return any(noun.lemma_.lower() in row.frames and not (said and row.stance == "accuses") for row in rows)


def _judges(cue: Token) -> bool:
    """Whether a verb does nothing but praise or accuse its object: "Madrid condemns us"."""
    rows = cues("verb").get(cue.lemma_.lower(), ())
    return bool(rows) and all(row.stance in ("praises", "accuses") for row in rows)


def _before_second_clause(noun: Token, end: int) -> int:
    """The object's end before "and that ...", which is another verb's clause ("proposed talks and that ...")."""
    for child in children(noun, "conj"):
        first = child.left_edge
        if first.lower_ == "that" and first.dep_ == "mark" and child.i > noun.i:
            return first.i - 1
    return end


def _is_gerund(verb: Token) -> bool:
    """Whether a verb is one with "-ing", alone or before a participle: "sending", "having sent"."""
    return verb.tag_ == "VBG" or any(t.tag_ == "VBG" for t in children(verb, "aux", "auxpass"))


def _takes_back(cue: Token) -> bool:
    """Whether a cue answers what was said before: "denied it", "could not confirm this", "welcomed it"."""
    if cue.lemma_.lower() in cues("answering"):
        return True
    rows = cues("verb").get(cue.lemma_.lower(), ())
    return any(row.stance in _ANSWERS or row.negated == "unconfirmed" for row in rows)


def object_and_complement(reading: Reading, cue: Token, after: int, limit: int) -> Range | None:
    """An object with what is said of it: "it a lie", "Mali to vote", "the bloc of meddling"."""
    parts = [
        t
        for t in cue.children
        if t.dep_ in ("dobj", "ccomp", "nsubj", "oprd", "xcomp") and t.left_edge.i >= after
    ]
    if not parts or parts[0].i >= limit:
        return None
    first = parts[0]
    small = (
        first.dep_ in ("ccomp", "xcomp")
        and not children(first, "mark")
        and bool(children(first, "nsubj", "nsubjpass"))
    )
    if first.dep_ != "dobj" and not small and len(parts) < 2:
        return None
    if cue.lemma_.lower() == "put":
        last = cue.right_edge.i + 1
        shown = _is_document(cue) and cut_off(reading, cue, first.left_edge.i, last, limit)
        return shown or _figure(reading, cue, first, limit)
    end, complete = first.right_edge.i + 1, small or len(parts) > 1 or _holds_complement(first)
    for child in cue.children:
        if child.i <= first.i or child.i >= limit:
            continue
        if child.dep_ in _SECOND or (
            child.dep_ in ("dobj", "npadvmod") and child.ent_type_ not in WHEN and child.i > first.i
        ):
            end, complete = max(end, child.right_edge.i + 1), True
        elif (
            child.dep_ == "prep" and (child.lower_ in _SECOND_PREPS or complete) and child.left_edge.i <= end
        ):
            end, complete = (
                max(end, child.right_edge.i + 1),
                complete or child.lower_ in ("of", "as", "for", "with"),
            )
        elif child.left_edge.i == end and any(
            child.lower_ in row.frames
            for row in cues("addressing").get(cue.lemma_.lower(), ())
            if cue.lemma_ == "order"
        ):
            end, complete = child.right_edge.i + 1, True  # "ordered the crew back to port"
        elif child.dep_ == "advcl" and any(t.lower_ == "to" for t in children(child, "aux")):
            end, complete = max(end, child.right_edge.i + 1), True
    return cut_off(reading, cue, first.left_edge.i, end, limit) if complete else None


def _is_document(cue: Token) -> bool:
    """Whether the verb's subject is a poll or the like: "a poll put Moss ahead"."""
    return any(t.lemma_.lower() in documents() for t in children(cue, "nsubj"))


def _figure(reading: Reading, cue: Token, noun: Token, limit: int) -> Range | None:
    """ "put the toll at 30"."""
    at = next((t for t in (*children(cue, "prep"), *children(noun, "prep")) if t.lower_ == "at"), None)
    counted = children(at, "pobj") if at is not None else []
    numbered = any(t.ent_type_ in _AMOUNTS or children(t, "nummod") for t in counted)
    if at is None or not (numbered or noun.lemma_.lower() in cues("figure")):
        return None
    end = with_change(reading, at.right_edge.i + 1, limit)
    return cut_off(reading, cue, noun.left_edge.i, end, limit)


def with_change(reading: Reading, end: int, limit: int) -> int:
    """The figure's end with what it was before: ", up from 187 the day before"."""
    doc = reading.doc
    if end + 2 >= limit or doc[end].text != "," or doc[end + 1].lower_ not in _CHANGES:
        return end
    after = next((i for i in range(end + 2, limit) if reading.is_edge(i)), limit)
    return after if not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[end + 2 : after]) else end


def _holds_complement(noun: Token) -> bool:
    """Whether the parse hung "as a lie", "of meddling" or "to vote" on the object itself."""
    return any(
        (t.dep_ == "prep" and t.lower_ in ("of", "as", "for"))
        or (t.dep_ == "appos" and t.left_edge.i > noun.i and noun.doc[t.left_edge.i - 1].text in "“‘\"'")
        or (t.dep_ in ("acl", "relcl") and any(a.lower_ == "to" for a in children(t, "aux")))
        for t in noun.children
    )
