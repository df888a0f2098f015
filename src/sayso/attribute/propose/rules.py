"""The rules in their order: what an earlier rule has read as a cue, a later one leaves alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.propose.as_one_said import as_one_said
from sayso.attribute.propose.as_told import as_told
from sayso.attribute.propose.emerging import emerging
from sayso.attribute.propose.headlines import (
    behind_quotation,
    bidden,
    closing_clause,
    headline,
    is_headline,
    quoted_deed,
    verb_in_headline,
)
from sayso.attribute.propose.hedges import hedges
from sayso.attribute.propose.idiomatic import idiomatic
from sayso.attribute.propose.insertions import around_insertions, insertions
from sayso.attribute.propose.made_known import made_known
from sayso.attribute.propose.nouns import nouns_and_adjectives
from sayso.attribute.propose.phrases import phrases
from sayso.attribute.propose.pointing_back import pointing_back
from sayso.attribute.propose.quoting import Pairing
from sayso.attribute.propose.refusals import refusals
from sayso.attribute.propose.relative import denied_in_passing, in_relative_clause, what_one_called
from sayso.attribute.propose.relays import citing, is_relay, quoted_as_saying, quoted_behind_colon
from sayso.attribute.propose.resuming import RULE as RESUMING
from sayso.attribute.propose.resuming import resuming
from sayso.attribute.propose.signatures import signatures
from sayso.attribute.propose.silent import UNANSWERED, silences
from sayso.attribute.propose.stirring import stirring
from sayso.attribute.propose.transcripts import transcripts
from sayso.attribute.propose.unclear import unclear
from sayso.attribute.propose.verbs import behind_verb, reporting_verbs, shared_content
from sayso.attribute.reading import Range, Reading
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKEN_UP = frozenset({RESUMING, UNANSWERED})
"""Rules whose contents are nouns that would be cues elsewhere."""


def rules(reading: Reading) -> list[Found]:
    """Every attribution that the rules find in the report."""
    signed = [*signatures(reading), *transcripts(reading)]
    taken: list[Found] = []
    for sentence in reading.sentences:
        inside = _in_sentence(reading, sentence.start, sentence.end)
        taken.extend(each for each in inside if not any(meet(each.cue, one.cue) for one in signed))
    return Pairing(reading, [*signed, *pointing_back(reading, taken)]).paired()


def _in_sentence(reading: Reading, start: int, end: int) -> list[Found]:
    sentence = reading.doc[start:end]
    inserted = insertions(reading, sentence)
    kept = _Kept(reading)
    for insertion, found in zip(inserted, around_insertions(reading, sentence, inserted), strict=False):
        kept.add(found, insertion.verb.i)
    limits = sorted((insertion.extent for insertion in inserted), key=lambda extent: extent[0])
    verbs = tuple(reporting_verbs(reading, start, end))
    for verb in verbs:
        for found in (*quoted_as_saying(reading, verb, end), *quoted_behind_colon(reading, verb, end)):
            kept.add(found, verb.i)
    for found in (
        *resuming(reading, start, end),
        *refusals(reading, start, end),
        *made_known(reading, start, end),
        *phrases(reading, sentence, end),
        *as_one_said(reading, sentence, end),
        *as_told(reading, sentence, end),
        *silences(reading, start, end),
        *unclear(reading, start, end),
    ):
        kept.add(found)
    for found, verb in idiomatic(reading, start, end):
        kept.add(found, verb.i)
    _behind_verbs(reading, kept, verbs, limits, end)
    for found in (
        *emerging(reading, start, end),
        *stirring(reading, start, end),
        *nouns_and_adjectives(reading, start, end),
        *hedges(reading, start, end),
    ):
        kept.add(found)
    if is_headline(reading, sentence):
        for form in (bidden, headline, behind_quotation, closing_clause, verb_in_headline):
            for found in form(reading, sentence):
                kept.add(found)
        for found in quoted_deed(reading, sentence) if not kept.found else ():
            kept.add(found)
    return kept.found


class _Kept:
    """The attributions of one sentence, one for each cue."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.found: list[Found] = []
        self.by_verb: dict[int, Found] = {}

    def add(self, found: Found, verb: int | None = None) -> None:
        """Keep `found` unless its cue is a known attribution's cue, or nothing is said in it."""
        if not found.content:
            return
        if any(meet(found.cue, other.cue) and found.inside is not other for other in self.found):
            return
        if any(other.rule in _TAKEN_UP and meet(found.cue, other.content) for other in self.found):
            return
        self.found.append(found)
        if verb is not None:
            self.by_verb.setdefault(verb, found)

    def cut(self, lost: Span) -> None:
        """Take the words `lost` off the end of every content that they close."""
        for number, each in enumerate(self.found):
            last = each.content[-1]
            if last.start < lost.start and last.end == lost.end:
                shorter = replace(each, content=(*each.content[:-1], Span(last.start, lost.start)))
                self.found[number] = shorter


def _behind_verbs(
    reading: Reading, kept: _Kept, verbs: tuple[Token, ...], limits: list[Range], end: int
) -> None:
    """Add what stands behind each verb, up to the next of the inserted clauses (`limits`), and what verbs share."""
    for verb in sorted(verbs, key=is_relay):
        limit = next((first for first, _ in limits if first > verb.i), end)
        relative = in_relative_clause(reading, verb, limit) or what_one_called(reading, verb, limit)
        cited = relative or citing(reading, verb, kept.by_verb)
        behind = cited or behind_verb(reading, verb, limit)
        if behind is not None:
            kept.add(behind, verb.i)
    for verb in verbs:
        shared = shared_content(reading, verb, kept.by_verb)
        if shared is not None:
            kept.add(shared, verb.i)
    for verb in verbs:
        denial = denied_in_passing(reading, verb, kept.found)
        if denial is not None:
            kept.cut(denial[1])
            kept.add(denial[0], verb.i)
