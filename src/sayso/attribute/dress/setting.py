"""To whom and where a statement was made: "told Reuters", "in a statement on Telegram"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.dress.hearers import hears, with_place
from sayso.attribute.dress.ordered import ordered, questioned
from sayso.attribute.found import Found
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cues import VenueWord, cues, venue_words
from sayso.attribute.words.speakers import can_speak
from sayso.records.base import Span, Words, cut
from sayso.records.statement import Venue
from sayso.records.vocabulary import VenueKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_HEARER = 6
_NOMINAL = frozenset({"PROPN", "DET", "ADJ", "NOUN"})
_VENUE_PREPS = frozenset({"in", "on", "at", "during", "via", "through"})


def setting(reading: Reading, found: Found, cue: Token | None) -> tuple[Words | None, Venue | None]:
    """The addressee and the venue that the reporting clause names, if any."""
    if cue is None or cue.pos_ not in ("VERB", "AUX"):
        return None, None
    if cue.dep_ == "pcomp" and cue.head.lower_ == "in" and cue.head.head.pos_ == "VERB":
        cue = cue.head.head  # "promised the club in writing"
    hearers: list[Range] = []
    venues: list[tuple[Range, VenueKind]] = []
    for child in _told(cue, found):
        _sort_out(reading, child, hearers, venues)
    for prep in _preps(cue):
        for noun in children(prep, "pobj"):
            word = _venue(noun, prep.lower_)
            if word is not None:
                venues.append(_place(noun, word))
                hearers.extend(_partners(noun))
            elif _is_said_to(prep, cue) and hears(noun):
                hearers.append(_noun_range(noun))
    hearers.extend(_addressed(cue))
    venues.extend(_issued(cue))
    hearers = [_before_content(reading, hearer, found) for hearer in hearers]
    hearer = next((r for r in hearers if _free(reading, r, found, cue)), None) or ordered(reading, found, cue)
    hearer = hearer or _between(reading, found, cue) or questioned(reading, found, cue)
    place = next(((r, kind) for r, kind in venues if _free(reading, r, found, cue)), None)
    return (
        cut(reading.report.text, *reading.spans(hearer)) if hearer else None,
        _as_venue(reading, *place) if place else None,
    )


def _before_content(reading: Reading, hearer: Range, found: Found) -> Range:
    """The hearer's words up to the content: "told local media | Brandt had left"."""
    first = reading.tokens(found.content[0])[0] if found.content else hearer[1]
    return hearer[0], first if hearer[0] < first < hearer[1] else hearer[1]


def _between(reading: Reading, found: Found, cue: Token) -> Range | None:
    """Who stands behind a verb of telling, up to the content, whatever the parse: "told Star of Vale | that"."""
    if cue.lemma_.lower() not in cues("telling") or children(cue, "auxpass") or not found.content:
        return None
    start, end = cue.i + 1, reading.tokens(found.content[0])[0]
    if found.content[-1].end <= cue.idx:  # "X, Kim tells visiting Russian defence chief."
        end = next((i for i in range(start, cue.sent.end) if reading.is_edge(i)), cue.sent.end)
    words = list(reading.doc[start:end])
    names = [token.pos_ == "PROPN" for token in words]
    whole = all(token.pos_ in _NOMINAL or token.lower_ in ("of", "visiting") for token in words)
    dated = any(token.ent_type_ in WHEN for token in words)
    speaks = any(names) or (bool(words) and can_speak(words[-1]))
    fits = 0 < len(words) <= _LONGEST_HEARER and whole and not dated and speaks
    return (start, end) if fits and _free(reading, (start, end), found, cue) else None


def _is_said_to(prep: Token, cue: Token) -> bool:
    return prep.lower_ in ("to", "at", "with") and cue.lemma_.lower() in cues(f"saying {prep.lower_}")


def _told(cue: Token, found: Found) -> list[Token]:
    if cue.lemma_.lower() in cues("hearing"):
        return children(cue, "nsubj")
    if cue.lower_ == "told" and not found.source and not children(cue, "auxpass", "dobj"):
        return [noun for noun in children(cue, "nsubj") if noun.lemma_.lower() in cues("bench")]
    if cue.lemma_.lower() not in cues("telling"):
        return []
    passive = children(cue, "nsubjpass") if children(cue, "auxpass") else []
    told = [*passive, *children(cue, "dative", "dobj")]
    return [
        noun for noun in told if cue.lemma_.lower() != "ask" or hears(noun) or noun.pos_ in ("PROPN", "ADP")
    ]


def _sort_out(
    reading: Reading, told: Token, hearers: list[Range], venues: list[tuple[Range, VenueKind]]
) -> None:
    noun = told
    if told.dep_ == "dative" and told.pos_ == "ADP":
        noun = next(iter(children(told, "pobj")), told)
    word = venue_words().get(noun.lemma_.lower())
    if word is not None and word.kind in (VenueKind.NEWS_CONFERENCE, VenueKind.SPEECH, VenueKind.MEETING):
        venues.append(_place(noun, word))
    hearers.append(_noun_range(noun))


def _preps(cue: Token) -> list[Token]:
    """The prepositions of the cue and of a "speaking ..." beside it."""
    found = children(cue, "prep", "dative")
    for clause in children(cue, "advcl"):
        if clause.lemma_.lower() in cues("talking"):
            found.extend(children(clause, "prep"))
    return found


def _addressed(cue: Token) -> list[Range]:
    """Those whom a clause beside the cue names ("..., he said, addressing the crowd")."""
    clauses = (clause for clause in children(cue, "advcl") if clause.lemma_.lower() in cues("talking"))
    return [_noun_range(noun) for clause in clauses for noun in children(clause, "dobj")]


def _venue(noun: Token, prep: str) -> VenueWord | None:
    word = venue_words().get(noun.lemma_.lower()) or venue_words().get(noun.lower_)
    if word is None or prep not in (word.needs or _VENUE_PREPS):
        return None
    return word


def _place(noun: Token, word: VenueWord) -> tuple[Range, VenueKind]:
    start, end = _noun_range(noun)
    kind = word.kind
    for prep in children(noun, "prep"):
        for inner in children(prep, "pobj"):
            found = _venue(inner, prep.lower_)
            if found is not None:
                kind = found.kind if found.kind == VenueKind.SOCIAL_MEDIA else kind
                end = max(end, inner.i + 1)
    return (start, end), kind


def _partners(noun: Token) -> list[Range]:
    """Those whom "an interview with", "remarks to" or "a letter to" names."""
    return [
        _noun_range(partner)
        for prep in children(noun, "prep")
        if prep.lower_ in ("with", "to")
        for partner in children(prep, "pobj")
    ]


def _issued(cue: Token) -> list[tuple[Range, VenueKind]]:
    """The document of "issued a statement saying"."""
    noun = cue.head
    if cue.dep_ != "acl" or noun.dep_ != "dobj" or noun.head.lemma_.lower() not in cues("light"):
        return []
    word = venue_words().get(noun.lemma_.lower())
    return [_place(noun, word)] if word else []


def _noun_range(noun: Token) -> Range:
    end = noun.i + 1
    while (
        end < len(noun.doc) and noun.doc[end].pos_ == "PROPN" and noun.doc[end - 1].pos_ in ("PROPN", "NOUN")
    ):
        end += 1
    while end + 1 < len(noun.doc) and noun.doc[end].text == "-" and noun.doc[end + 1].is_title:
        end += 2
    if noun.dep_ == "nsubjpass" and not children(noun, "relcl", "acl", "appos"):
        return noun.left_edge.i, noun.right_edge.i + 1
    for child in noun.children:
        if child.i == end and (
            child.dep_ in ("appos", "conj", "cc") or (child.dep_ == "prep" and child.lower_ == "of")
        ):
            end = child.right_edge.i + 1
        elif child.dep_ == "conj" and child.i > noun.i:
            end = max(end, child.i + 1)
    return with_place(noun, (noun.left_edge.i, end))


def _free(reading: Reading, tokens: Range, found: Found, cue: Token) -> bool:
    """Whether words touch neither source nor content nor the cue's verb; they may be among its other words."""
    spans = reading.spans(tokens)
    taken = (*found.source, *found.content, Span(cue.idx, cue.idx + len(cue.text)))
    return bool(spans) and not any(span.overlaps(other) for span in spans for other in taken)


def _as_venue(reading: Reading, tokens: Range, kind: VenueKind) -> Venue:
    words = cut(reading.report.text, *reading.spans(tokens))
    return Venue(text=words.text, spans=words.spans, kind=kind)
