"""From literal spans to attributions: quotes, manner, stance, addressee, venue, parent, ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.dress.manner import manner, quotes_in
from sayso.attribute.dress.parents import parents
from sayso.attribute.dress.setting import setting
from sayso.attribute.dress.stance import stance
from sayso.attribute.found import Found, Spans
from sayso.attribute.mend.edges import without_comma
from sayso.attribute.propose.transcripts import RULE as TRANSCRIPT
from sayso.attribute.reading import Reading
from sayso.attribute.words.cues import cues
from sayso.records.base import Span, Why, cut
from sayso.records.stages import Encoded
from sayso.records.statement import Attribution
from sayso.records.vocabulary import Manner, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_SOURCE = "the text names no source"
NO_CUE = "no word introduces the content"
NO_ADDRESSEE = "the reporting clause names no addressee"
NO_VENUE = "the reporting clause names no venue"
NO_PARENT = "it lies in no other statement"


def dress(
    reading: Reading, found: Iterable[Found], version: str, encoded: Encoded | None = None
) -> tuple[Attribution, ...]:
    """Attributions in text order, from what the proposers found, with the encoder's view of their stance."""
    kept = _in_order([clean for each in found if (clean := _clean(reading, each)) is not None])
    above = parents(kept)
    seen = encoded or Encoded()
    return tuple(
        _dress(reading, each, number, above[number], version, seen.stance(each.cue))
        for number, each in enumerate(kept)
    )


def _dress(
    reading: Reading,
    found: Found,
    number: int,
    parent: int | None,
    version: str,
    learnt: tuple[Stance, float] | None,
) -> Attribution:
    text = reading.report.text
    cue, content, source = (reading.within(spans) for spans in (found.cue, found.content, found.source))
    addressee, venue = setting(reading, found, cue_head(cue))
    quotes = quotes_in(reading, found.content)
    ruled, detail = stance(cue, content, source), found.detail
    given = ruled if learnt is None else stance(cue, content, source, learnt)
    if learnt is not None and given != ruled:
        detail = f"{detail}; its stance by the encoder ({learnt[1]:.2f})"
    blanks = {
        "source": "" if found.source else found.no_source or NO_SOURCE,
        "cue": "" if found.cue else NO_CUE,
        "addressee": "" if addressee else NO_ADDRESSEE,
        "venue": "" if venue else NO_VENUE,
        "parent": "" if parent is not None else NO_PARENT,
    }
    return Attribution(
        id=f"s{number}",
        source=cut(text, *found.source) if found.source else None,
        cue=cut(text, *found.cue) if found.cue else None,
        content=cut(text, *found.content),
        quotes=quotes,
        manner=Manner.DIRECT if found.rule == TRANSCRIPT else manner(reading, found.content, quotes),
        stance=given,
        addressee=addressee,
        venue=venue,
        parent=None if parent is None else f"s{parent}",
        why=Why(stage="attribute", rule=found.rule, version=version, score=found.score, detail=detail),
        blanks={field: reason for field, reason in blanks.items() if reason},
    )


def cue_head(cue: Sequence[Token]) -> Token | None:
    """The cue's main word: its last verb that the lexicon knows, else the word that the others hang on."""
    known = [t for t in cue if t.pos_ in ("VERB", "AUX") and t.lemma_.lower() in cues("verb")]
    if known:
        return known[-1]
    inside = {token.i for token in cue}
    return next((token for token in cue if token.head.i not in inside or token.head == token), None)


def _clean(reading: Reading, found: Found) -> Found | None:
    """The attribution with its source and cue cut out of its content; None if no content is left."""
    content = found.content
    for outside in (*found.cue, *found.source):
        content = tuple(piece for span in content for piece in _without(span, outside))
    content = _merged(content)
    if not content:
        return None
    return found if content == found.content else without_comma(reading, replace(found, content=content))


def _without(span: Span, outside: Span) -> Iterable[Span]:
    if not span.overlaps(outside):
        yield span
        return
    if span.start < outside.start:
        yield Span(span.start, outside.start)
    if outside.end < span.end:
        yield Span(outside.end, span.end)


def _merged(spans: Spans) -> Spans:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _in_order(found: list[Found]) -> list[Found]:
    """By first character; of those that begin together, the outer before the inner, then by cue."""
    above = parents(found)

    def depth(number: int | None) -> int:
        steps = 0
        while number is not None and steps < len(found):
            number, steps = above[number], steps + 1
        return steps

    def place(number: int) -> tuple[int, int, Spans]:
        each = found[number]
        first = min(span.start for span in (*each.source, *each.cue, *each.content))
        return first, depth(number), each.cue or each.content

    return [found[number] for number in sorted(range(len(found)), key=place)]
