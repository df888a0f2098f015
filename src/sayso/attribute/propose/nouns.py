"""Nouns and adjectives as cues: "the army's claim that X", "voiced concern about X", "are worried that X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.complements import complement, with_purpose
from sayso.attribute.propose.refusals import is_none
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import verb_group
from sayso.attribute.words.cues import Cue, cues
from sayso.attribute.words.speaker import is_empty, phrase, speaker
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FROM = frozenset({"by", "from", "among"})


def nouns_and_adjectives(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The attributions whose cue is a noun or adjective between two tokens."""
    for i in range(start, end):
        token = reading.doc[i]
        if token.pos_ == "NOUN" and token.lemma_.lower() in cues("noun"):
            found = _noun(reading, token, end) or _copular(reading, token, end)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in cues("message"):
            found = _copular(reading, token, end)
        elif token.lower_ in cues("adj") and token.pos_ in ("ADJ", "VERB"):
            found = _adjective(reading, token, end)
        else:
            continue
        if found is not None:
            yield found


def _noun(reading: Reading, noun: Token, limit: int) -> Found | None:
    content = _noun_content(reading, noun, cues("noun")[noun.lemma_.lower()], limit)
    if content is None:
        return None
    owner, cue, how = _owner(reading, noun)
    source = reading.spans(owner) if owner else ()
    if not source and not _is_clause(reading, content):
        return None
    lost = noun.dep_ == "dobj" and not children(noun.head, "expl") and not _is_taken_back(noun)
    if not source and (lost or is_none(noun)):
        return None
    return Found(
        source=source,
        cue=reading.spans(cue),
        content=reading.spans(content),
        rule="noun with content",
        detail=how,
        no_source="" if source else f"the noun {noun.text!r} names no one",
    )


def _copular(reading: Reading, noun: Token, limit: int) -> Found | None:
    """ "The union's position is that X", "the message from the capital was that X"."""
    be = noun.head
    if noun.dep_ != "nsubj" or be.lemma_ != "be" or not noun.i < be.i < limit:
        return None
    clause = next((t for t in children(be, "ccomp") if t.left_edge.lower_ == "that" and t.i > be.i), None)
    owner, _, how = _owner(reading, noun)
    for prep in children(noun, "prep"):
        if owner is None and prep.lower_ == "of" and children(prep, "pobj"):
            owner, how = phrase(reading, children(prep, "pobj")[0]), "speaker follows 'of'"
    if clause is None or owner is None:
        return None
    return Found(
        source=reading.spans(owner),
        cue=reading.spans((noun.i, noun.i + 1), (verb_group(be)[0], be.i + 1)),
        content=reading.spans((clause.left_edge.i, min(clause.right_edge.i + 1, limit))),
        rule="noun with content",
        detail=how,
    )


def _noun_content(reading: Reading, noun: Token, rows: tuple[Cue, ...], limit: int) -> Range | None:
    frames = {frame for row in rows for frame in row.frames}
    for child in noun.children:
        if child.i <= noun.i or child.i >= limit or _is_denied(child):
            continue
        first = child.left_edge
        if (
            child.dep_ in ("acl", "ccomp", "relcl")
            and first.lower_ == "that"
            and first.dep_ == "mark"
            and "clause" in frames
        ):
            return first.i, min(child.right_edge.i + 1, limit)
        if child.dep_ == "acl" and first.lower_ == "to" and "infinitive" in frames:
            return first.i, min(child.right_edge.i + 1, limit)
        acts = any(t.tag_ == "TO" for t in children(child, "aux"))
        if acts and first.lower_ == "for" and first.dep_ == "mark" and "for" in frames:
            return first.i + 1, min(child.right_edge.i + 1, limit)
    for prep in _prepositions(noun):
        if prep.lower_ in frames and prep.right_edge.i > prep.i and prep.i < limit:
            end = prep.right_edge.i + 1
            for named in children(prep, "pobj") if prep.lower_ == "for" else ():
                end = with_purpose(noun, named, end)
            return prep.i + 1, min(end, limit)
    return None


def _is_denied(clause: Token) -> bool:
    """Whether a clause denies the noun before it: "a charge that the bank rejects"."""
    rows = cues("verb").get(clause.lemma_.lower(), ()) if clause.dep_ in ("acl", "relcl") else ()
    empty = not children(clause, "dobj", "ccomp", "xcomp") and bool(children(clause, "nsubj"))
    return empty and any(row.stance == Stance.DENIES for row in rows)


def _is_taken_back(noun: Token) -> bool:
    """Whether a noun is what one denies or does not confirm: "dismissed rumours that X"."""
    rows = cues("verb").get(noun.head.lemma_.lower(), ())
    said = noun.lemma_.lower() in cues("claim")
    return said and any(row.stance == Stance.DENIES or row.negated == Stance.UNCONFIRMED for row in rows)


def _prepositions(noun: Token) -> Iterator[Token]:
    """The preposition right behind the noun, or behind the "by A" that names whose it is ("calls by A for B")."""
    for prep in children(noun, "prep"):
        if prep.i == noun.i + 1:
            yield prep
            if prep.lower_ in _FROM:
                last = prep.right_edge.i + 1
                inner = (t for named in children(prep, "pobj") for t in children(named, "prep"))
                yield from (t for t in (*inner, *children(noun, "prep")) if t.lower_ == "for" and t.i <= last)


def _is_clause(reading: Reading, content: Range) -> bool:
    """Whether the content says something of its own: "that X", "(calls for) A to do X"."""
    words = reading.doc[content[0] : content[1]]
    to = next((t for t in words[1:] if t.tag_ == "TO" and t.head.tag_ == "VB"), None)
    acts = to is not None and not any(
        t.tag_ in _FINITE or t.text == "," for t in reading.doc[content[0] : to.i]
    )
    return words[0].lower_ == "that" or (acts and words[0].nbor(-1).lower_ == "for")


def _owner(reading: Reading, noun: Token) -> tuple[Range | None, Range, str]:
    """Whose noun it is, the cue's words, and how that was found."""
    own = (noun.i, noun.i + 1)
    for owner in children(noun, "poss"):
        return (owner.left_edge.i, owner.right_edge.i + 1), own, f"speaker owns the {noun.text!r}"
    for by in children(noun, "prep"):
        if by.lower_ in _FROM and children(by, "pobj"):
            named = children(by, "pobj")[0]
            if by.lower_ == "from" and noun.lemma_.lower() in cues("noun") and _is_place(named):
                continue
            asked = [t for t in children(named, "prep") if t.lower_ == "for"]
            return phrase(reading, named, *asked), own, f"speaker follows {by.text!r}"
    printed = _printed_in(noun)
    if printed is not None:
        return phrase(reading, printed), own, "speaker is where it was printed"
    before = noun.doc[noun.left_edge.i : noun.i]
    if noun.tag_ == "NNS" and before and before[-1].pos_ == "PROPN":
        return (
            (before[0].i, noun.i),
            own,
            f"{noun.text!r} behind a name is a verb that the parse took for a noun",
        )
    for adjective in children(noun, "amod", "compound"):
        if adjective.ent_type_ in ("NORP", "ORG", "GPE"):
            return (adjective.left_edge.i, adjective.i + 1), own, f"speaker is the adjective of {noun.text!r}"
    verb = _light(noun)
    if verb is not None:
        who = speaker(reading, verb)
        if who is not None and not is_empty(who, verb):
            return who.phrase, (verb_group(verb)[0], noun.i + 1), f"speaker is the {who.how}"
    return None, own, ""


def _printed_in(noun: Token) -> Token | None:
    """The paper of "a report in the Tarn Echo that X"."""
    if noun.lemma_.lower() not in ("report", "claim", "allegation", "suggestion"):
        return None
    places = (t for prep in children(noun, "prep") if prep.lower_ == "in" for t in children(prep, "pobj"))
    return next((t for t in places if _is_paper(t)), None)


def _is_paper(noun: Token) -> bool:
    """Whether a noun is a paper's name, or means papers: "the Spanish press"."""
    named = noun.pos_ == "PROPN" and noun.ent_type_ in ("", "ORG", "WORK_OF_ART", "PERSON")
    return named or noun.lemma_.lower() in cues("printed")


def _is_place(noun: Token) -> bool:
    """Whether words come from a place and not from people: "reports from the front that"."""
    return noun.lemma_.lower() in cues("whereabouts") and not children(noun, "compound")


def _light(noun: Token) -> Token | None:
    """The light verb that gives the noun its speaker: "repeated a claim", "persisted in arguments"."""
    frame, verb = ("object", noun.head) if noun.dep_ == "dobj" else (noun.head.lower_, noun.head.head)
    if noun.dep_ not in ("dobj", "pobj"):
        return None
    return verb if any(frame in row.frames for row in cues("light").get(verb.lemma_.lower(), ())) else None


def _adjective(reading: Reading, adjective: Token, limit: int) -> Found | None:
    verb = adjective.head if adjective.dep_ in ("acomp", "oprd", "conj") else adjective
    who = next(iter(children(verb, "nsubj", "nsubjpass")), None)
    if who is None or verb.lemma_.lower() not in (
        "be",
        "feel",
        "seem",
        "become",
        "remain",
        *[adjective.lemma_.lower()],
    ):
        return None
    found = complement(reading, adjective, cues("adj")[adjective.lower_], adjective.i + 1, limit)
    if found is None and verb != adjective:
        clausal = tuple(row for row in cues("adj")[adjective.lower_] if "clause" in row.frames)
        found = complement(reading, verb, clausal, adjective.i + 1, limit)
    source = phrase(reading, who, verb)
    if found is None or source[0] >= source[1] or who.lower_ in ("it", "there"):
        return None
    start = verb_group(verb)[0]
    return Found(
        source=reading.spans((source[0], min(source[1], start))),
        cue=reading.spans((start, max(found.cue_end, adjective.i + 1))),
        content=reading.spans(found.content),
        rule="adjective with content",
        detail=f"speaker is the subject of {verb.text!r}",
    )
