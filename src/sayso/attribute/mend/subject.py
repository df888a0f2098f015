"""Mends of a source that is not who speaks: the object before a participle, a clause before the subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.reading import WHEN, Reading, children
from sayso.attribute.words.cue_words import verb_group
from sayso.attribute.words.cues import cues, venue_words
from sayso.attribute.words.speaker import phrase, speaker
from sayso.attribute.words.speakers import can_speak, documents, is_cited, is_thing
from sayso.records.base import Span
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOUR = re.compile(r"\d{1,2}[:.]\d{2}")
_WHERE = frozenset({"in", "on", "at", "from", "during", "outside", "inside", "near"})
_NEAR = 4
_OPENING = frozenset({"where", "while", "whereas", "although", "though", "because", "but", "and"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})


def of_the_teller(reading: Reading, each: Found) -> Found:
    """ "She tweeted her reasoning saying X": she says X, for reasoning does not speak."""
    verb, source = cue_verb(reading, each), reading.within(each.source)
    if verb is None or verb.tag_ != "VBG" or verb.dep_ not in ("acl", "advcl"):
        return each
    thing = verb.head if verb.dep_ == "acl" else next(iter(children(verb, "nsubj")), None)
    if thing is None or thing not in source or can_speak(thing) or is_cited(thing):
        return each
    above = (thing if verb.dep_ == "acl" else verb).head
    subject = next((t for t in children(above, "nsubj") if t != thing), None)
    if subject is None or not subject.i < above.i < thing.i or not can_speak(subject):
        return each
    return replace(
        each,
        source=reading.spans(phrase(reading, subject)),
        detail=f"{each.detail}; its source is the subject of {above.text!r}",
    )


def of_shared_subject(reading: Reading, each: Found) -> Found:
    """ "The airline said a fault was to blame and | promised refunds": the airline promised, no fault does.

    Of a joined verb whose source is not found, the subject that it shares.
    """
    verb = cue_verb(reading, each)
    if verb is None or verb.dep_ != "conj" or children(verb, "nsubj", "nsubjpass", "auxpass"):
        return each
    source = reading.within(each.source)
    first = verb.head
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    first = first.head if first.dep_ == "xcomp" else first
    if source and first.dep_ == "ccomp" and is_thing(source[-1]) and source[-1].head == first:
        first = first.head
    elif source:
        return each
    who = speaker(reading, first)
    if who is None or not can_speak(who.head) or not who.phrase[1] <= first.i < verb.i:
        return each
    named = reading.spans(who.phrase)
    return (
        each
        if meet(named, each.content)
        else replace(each, source=named, no_source="", detail=f"{each.detail}; its source is the {who.how}")
    )


def without_theme_of_source(reading: Reading, each: Found) -> Found:
    """ "said the colonel of the claim that X": what it was said of is no part of who said it."""
    source, cue = reading.within(each.source), reading.within(each.cue)
    if len(each.source) != 1 or not source or not cue:
        return each
    of = _theme(list(reading.doc[source[0].i : max(source[-1].i, cue[-1].i) + 1]))
    if of is None:
        return each
    if cue[-1].i > of.i:
        return replace(each, source=(), no_source=f"{cue[-1].text!r} is what something is said of")
    kept = reading.spans((source[0].i, of.i))
    return replace(each, source=kept) if kept and of.i <= source[-1].i and cue[-1].i < source[0].i else each


def _theme(words: Sequence[Token]) -> Token | None:
    """The "of" before the noun for a claim that a speaker behind his verb speaks of."""
    for at, of in enumerate(words[1:], 1):
        noun = next((t for t in words[at + 1 : at + _NEAR] if t.lemma_.lower() in cues("claim")), None)
        verb = words[at - 1].head
        if of.lower_ == "of" and noun is not None and verb.pos_ == "VERB" and verb.i < words[0].i:
            return of
    return None


def without_own_deed(reading: Reading, each: Found) -> Found:
    """ "Norvik, which makes lamps, cut its outlook, blaming X": the deed is no part of who blames."""
    verb, source = cue_verb(reading, each), reading.within(each.source)
    if verb is None or verb.tag_ != "VBG" or len(each.source) != 1 or verb.head not in source:
        return each
    deed = verb.head
    subject = next((t for t in children(deed, "nsubj") if t in source and t.i < deed.i), None)
    if subject is None or deed.tag_ not in _FINITE | {"VB"} or deed.dep_ == "relcl":
        return each
    kept = reading.spans((source[0].i, verb_group(deed)[0]))
    return replace(each, source=kept, detail=f"{each.detail}; its source without what it did")


def of_so_many(reading: Reading, each: Found) -> Found:
    """ "Of 14 firms surveyed, 11 | expect no change": as many of them expect it."""
    verb = cue_verb(reading, each)
    count = next((t for t in children(verb, "nsubj") if t.tag_ == "CD"), None) if verb is not None else None
    if count is None or count.i == count.sent.start or any(t != count for t in reading.within(each.source)):
        return each
    words = reading.doc[count.sent.start : count.i]
    several = words[0].lower_ == "of" and words[-1].text == "," and any(t.tag_ == "CD" for t in words)
    return replace(each, source=reading.spans((words.start, count.i + 1)), no_source="") if several else each


def without_verb(reading: Reading, each: Found) -> Found:
    """ "Poet rejects | claims she copied": claims that nobody is named for, and no poet's."""
    source, cue = reading.within(each.source), reading.within(each.cue)
    if len(each.source) != 1 or len(source) < 2 or len(cue) != 1 or cue[0].i != source[-1].i + 1:
        return each
    noun, verb = cue[0].lower_, source[-1].lower_
    bare = noun in cues("claim") and source[0].i == source[0].sent.start  # "Kenya rejects | claim it ..."
    if not ((noun.endswith("s") and noun[:-1] in cues("noun")) or bare) or not _answers(verb):
        return each
    return replace(each, source=(), no_source=f"{noun!r} is what {verb!r} answers")


def _answers(word: str) -> bool:
    """Whether a word is a verb in the third person that answers what is claimed: "rejects"."""
    stems = (word[:-1], word[:-2], word[:-3] + "y") if word.endswith("s") else ()
    return any(row.stance == Stance.DENIES for stem in stems for row in cues("verb").get(stem, ()))


def behind_other_clause(reading: Reading, each: Found) -> Found:
    """ "The hotel was emptied and police | warned": police warned, the hotel's clause is another."""
    source = reading.within(each.source)
    if len(each.source) != 1 or len(source) < 4 or any(t.tag_ in _RELATIVE or t.is_quote for t in source):
        return each
    if any(t.tag_ == "IN" and t.dep_ == "mark" for t in source) or any(t.lower_ == "that" for t in source):
        return each
    verb = next((t for t in source if t.tag_ in _FINITE and t.i > source[0].i), None)
    joint = next((t for t in reversed(source) if t.lower_ in ("and", "but")), None)
    if verb is None or joint is None or not verb.i < joint.i < source[-1].i:
        return each
    full = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    if not children(full, "nsubj", "nsubjpass"):
        return each
    kept = reading.spans((joint.i + 1, source[-1].i + 1))
    return replace(each, source=kept, detail=f"{each.detail}; its source without the clause before")


def behind_quotation(reading: Reading, each: Found) -> Found:
    """ "“Our team” | study co-author Ada Lund | said": a quotation that ends inside the source is no part of it."""
    if len(each.source) != 1:
        return each
    start, end = each.source[0]
    closed = next((q.span.end for q in reading.quotations if q.span.start <= start < q.span.end < end), None)
    if closed is None or any(q.span.start >= closed and q.span.end <= end for q in reading.quotations):
        return each
    first, last = reading.tokens(Span(closed, end))
    kept = reading.spans((first, last))
    if not kept or reading.doc[first].pos_ in ("ADP", "PUNCT", "AUX", "VERB"):
        return each
    return replace(each, source=kept, detail=f"{each.detail}; its source behind the quotation")


def without_hour(reading: Reading, each: Found) -> Found:
    """ "20:10 | STIB promises refunds": the hour of a ticker's entry is no part of a source."""
    source = reading.within(each.source)
    if len(each.source) != 1 or len(source) < 2 or not _HOUR.fullmatch(source[0].text):
        return each
    return replace(each, source=reading.spans((source[1].i, source[-1].i + 1)))


def without_adverb(reading: Reading, each: Found) -> Found:
    """ "Rather, | government sources confirmed": an adverb and its comma are no part of a source."""
    source = reading.within(each.source)
    if len(each.source) != 1 or len(source) < 3 or source[1].text != ",":
        return each
    if source[0].pos_ not in ("ADV", "CCONJ", "SCONJ") or not source[0].is_sent_start:
        return each
    return replace(each, source=reading.spans((source[2].i, source[-1].i + 1)))


def behind_where(reading: Reading, each: Found) -> Found:
    """ "aid for a town where, it said, | a child in four starved": only what the clause with "where" says."""
    if len(each.content) < 2 or not each.cue or not each.content[0].end <= each.cue[0].start:
        return each
    before, behind = each.content[0], each.content[1:]
    last = reading.within((before,))[-1:]
    between = reading.report.text[before.end : min(s.start for s in (*each.source, *each.cue))]
    if (
        not last
        or last[0].lower_ not in _OPENING
        or between.strip() != ","
        or behind[0].start < each.cue[-1].end
    ):
        return each
    return replace(each, content=behind, detail=f"{each.detail}; behind {last[0].text!r}")


def without_where(reading: Reading, each: Found) -> Found:
    """ "said Jon Hale | in a statement": where one named speaks behind the cue is no part of the source."""
    source = reading.within(each.source)
    if len(each.source) != 1 or not each.cue or not source or source[0].idx < each.cue[-1].end:
        return each
    for token in source[1:]:
        before = token.nbor(-1)
        named = before.pos_ == "PROPN" and before.ent_type_ in ("PERSON", "") and before.i > source[0].i
        if named and token.lower_ in _WHERE and all(_says_where(t) for t in children(token, "pobj")):
            kept = reading.spans((source[0].i, token.i))
            return replace(each, source=kept, detail=f"{each.detail}; its source without where it was said")
    return each


def _says_where(noun: Token) -> bool:
    """Whether a noun is a form of speaking, a place or a day."""
    return (
        noun.lower_ in venue_words()
        or noun.ent_type_ in ("GPE", "LOC", "FAC", *WHEN)
        or noun.lemma_.lower() in cues("whereabouts")
    )


def of_those_rallying(reading: Reading, each: Found) -> Found:
    """ "fired on a crowd demanding bread": the crowd demands it, not who fired."""
    verb, source = cue_verb(reading, each), reading.within(each.source)
    if verb is None or verb.tag_ != "VBG" or not source or verb.i < 2 or reading.within(each.cue)[0] != verb:
        return each
    noun = verb.nbor(-1)
    lemma, kind = verb.lemma_.lower(), noun.lemma_.lower()
    issued = kind in documents() and noun.head.lemma_.lower() in cues("issuing")  # whose text it is says it
    told = lemma in cues("rallying") or (lemma in cues("charging") and kind in documents())
    told = told and verb.dep_ in ("advcl", "acl", "xcomp", "pcomp")
    apart = noun not in source and noun.pos_ == "NOUN" and noun.dep_ in ("pobj", "dobj", "conj")
    says = can_speak(noun) or is_cited(noun) or kind in cues("gathering")
    if issued or not (told and apart and says):
        return each
    people = reading.spans((noun.left_edge.i, verb.i))
    return replace(each, source=people, detail=f"{each.detail}; its source is the noun before {verb.text!r}")
