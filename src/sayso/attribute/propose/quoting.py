"""Quotations and who says them: cue before or beside, the same speaker going on, quotations over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import verb_cues, verb_group
from sayso.attribute.words.nearby import Nearby
from sayso.attribute.words.quotations import Quotation
from sayso.attribute.words.speaker import Speaker, is_empty, speaker
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 4
"""Tokens of the shortest quotation that counts as speech when no cue stands beside it, marks included."""
_REACH = 14
"""How many tokens before or behind a quotation its cue may stand."""
_ENDS = ".?!,…"
_CLOSING = "’'”\")] "


class Pairing:
    """Gives every quotation of a reading to its attribution: adds to those found, or makes new ones."""

    def __init__(self, reading: Reading, found: Iterable[Found]) -> None:
        self._reading = reading
        self._added: dict[Found, list[Span]] = {}
        self._found = Nearby(found)
        self._cues = {at for each in self._found for span in each.cue for at in range(*span)}
        self._last: Found | None = None
        self._last_quotation: Quotation | None = None
        self._waiting: list[Quotation] = []

    def paired(self) -> list[Found]:
        """All attributions, with the quotations that belong to them in their contents."""
        for quotation in self._reading.quotations:
            self._place(quotation)
        widened = {each: self._widened(each) for each in self._found}
        return [
            replace(new, inside=widened.get(new.inside, new.inside)) if new.inside else new
            for new in widened.values()
        ]

    def _place(self, quotation: Quotation) -> None:
        holder = self._holder(quotation)
        previous, self._last_quotation = self._last_quotation, quotation
        waiting, self._waiting = self._waiting, []
        goes_on = previous is not None and not previous.closed and self._opens_paragraph(quotation)
        if holder is not None:
            self._last = holder
            for earlier in waiting if goes_on else ():
                self._add(holder, earlier)
            return
        if previous is not None and not previous.closed and self._opens_paragraph(quotation) and self._last:
            self._add(self._last, quotation)
            return
        if not self._is_speech(quotation):
            return
        led = self._led_by_colon(quotation)
        if led is not None:
            self._add(led, quotation)
            self._last = led
            return
        verb, how = self._cue(quotation)
        if verb is not None:
            self._last = self._new(quotation, verb, how)
        elif self._continues(quotation) and self._last is not None:
            self._add(self._last, quotation)
        else:
            self._last = None
            if not quotation.closed:
                self._waiting = [*(waiting if goes_on else ()), quotation]
            return
        if goes_on and self._last is not None:
            for earlier in waiting:
                self._add(self._last, earlier)

    def _holder(self, quotation: Quotation) -> Found | None:
        """The attribution whose content already holds the quotation, the innermost if there are several."""
        holding = [
            each
            for each in self._found.touching(quotation.span)
            if any(span.overlaps(quotation.span) for span in each.content)
            and not any(quotation.span.covers(span) for span in each.cue)
        ]
        return min(holding, key=lambda each: sum(end - start for start, end in each.content), default=None)

    def _add(self, found: Found, quotation: Quotation) -> None:
        self._added.setdefault(found, []).append(quotation.span)

    def _widened(self, found: Found) -> Found:
        added = self._added.get(found)
        return replace(found, content=tuple(sorted({*found.content, *added}))) if added else found

    def _tokens(self, quotation: Quotation) -> Range:
        return self._reading.tokens(quotation.span)

    def _is_speech(self, quotation: Quotation) -> bool:
        start, end = self._tokens(quotation)
        if end - start < _SHORTEST:
            return False
        text = self._reading.report.text
        before = text[: quotation.span.start].rstrip()[-1:]
        last = quotation.inner.cut(text).rstrip(_CLOSING)[-1:]
        whole = last in _ENDS or not quotation.closed
        return whole or before in (",", ":", "")

    def _led_by_colon(self, quotation: Quotation) -> Found | None:
        """The attribution whose content runs up to a colon before the quotation ("He said no: '...'")."""
        before = self._reading.report.text[: quotation.span.start].rstrip()
        if not before.endswith(":"):
            return None
        reached = len(before) - 1
        there = self._found.touching(Span(reached, reached + 1))
        near = [each for each in there if each.content[-1].end == reached and each.source]
        return min(near, key=lambda each: each.content[0].start, default=None)

    def _opens_paragraph(self, quotation: Quotation) -> bool:
        start, _ = self._tokens(quotation)
        return start == 0 or self._reading.doc[start - 1].is_space

    def _cue(self, quotation: Quotation) -> tuple[Token | None, str]:
        """The verb that introduces the quotation and has no content yet, and where it stands."""
        start, end = self._tokens(quotation)
        for verb in self._behind(end):
            return verb, "behind the quotation"
        for verb in self._before(start):
            return verb, "before the quotation"
        return None, ""

    def _behind(self, end: int) -> Iterator[Token]:
        doc = self._reading.doc
        for i in range(end, min(end + _REACH, len(doc))):
            token = doc[i]
            if (
                token.is_space
                or (token.text in ",.;:" and i > end)
                or self._reading.quotation_at(i) is not None
            ):
                return
            if self._introduces(token):
                subject = speaker(self._reading, token)
                if subject is not None and min(subject.phrase[0], verb_group(token)[0]) <= end + 1:
                    yield token
                return

    def _before(self, start: int) -> Iterator[Token]:
        doc = self._reading.doc
        colon = any(doc[i].text == ":" for i in range(max(0, start - 3), start))
        sentence = doc[max(0, start - 1)].sent
        for i in range(start - 1, max(-1, start - 4 * _REACH if colon else start - _REACH), -1):
            token = doc[i]
            if self._reading.quotation_at(i) is not None or (token.is_space and not colon):
                return
            if not colon and token.i < sentence.start:
                return
            if colon and token.text in ".?!" and i < start - 3:
                return
            if self._introduces(token):
                yield token
                return

    def _introduces(self, token: Token) -> bool:
        if token.pos_ not in ("VERB", "AUX") or self._has_content(token) or children(token, "auxpass"):
            return False
        if token.tag_ == "VB" and any(t.tag_ == "TO" for t in children(token, "aux")):
            return token.head.lemma_.lower() in ("go", "continue", "far")
        return any("quote" in row.frames for row in verb_cues(token))

    def _has_content(self, verb: Token) -> bool:
        return verb.idx in self._cues

    def _continues(self, quotation: Quotation) -> bool:
        """Whether the last speaker goes on: behind his cue's sentence, or in a paragraph that is all quotation."""
        last, (start, end) = self._last, self._tokens(quotation)
        if last is None or not last.cue or start == 0:
            return False
        doc, before = self._reading.doc, start - 1
        if doc[before].is_space:
            alone = end >= len(doc) or doc[end].is_space
            return alone and self._is_next_paragraph(last, quotation)
        cue = self._reading.tokens(last.cue[-1])[0]
        if not doc[before].sent.start <= cue <= before:
            return False
        gap = Span(last.cue[-1].end, quotation.span.start)
        near = [each for each in self._found.touching(gap) if each.cue]
        return not any(gap.covers(each.cue[0]) and self._speaks_in(each, gap) for each in near)

    def _is_next_paragraph(self, last: Found, quotation: Quotation) -> bool:
        """Whether the last direct quotation stands in the paragraph before."""
        reached = max(span.end for span in (*last.content, *last.cue, *self._added.get(last, ())))
        between = self._reading.report.text[reached : quotation.span.start]
        direct = self._reading.quotation_at(self._reading.tokens(last.content[0])[0]) is not None
        return direct and len(re.findall(r"\n\s*", between)) == 1

    def _speaks_in(self, found: Found, gap: Span) -> bool:
        return any(gap.covers(span) for span in found.source)

    def _new(self, quotation: Quotation, verb: Token, how: str) -> Found | None:
        who = speaker(self._reading, verb) or _first_noun(self._reading, verb)
        if who is None or is_empty(who, verb) or not self._reading.same_quotation(who.head.i, verb.i):
            return None
        source = self._reading.spans(who.phrase)
        if not source or any(span.overlaps(quotation.span) for span in source):
            return None
        found = Found(
            source=source,
            cue=self._reading.spans(verb_group(verb)),
            content=(quotation.span,),
            rule="direct quotation",
            detail=f"speaker is the {who.how}, {how}",
        )
        self._found.add(found)
        self._cues.update(at for span in found.cue for at in range(*span))
        return found


def _first_noun(reading: Reading, verb: Token) -> Speaker | None:
    for noun in children(verb, "nsubjpass", "agent"):
        return Speaker(noun, (noun.left_edge.i, noun.right_edge.i + 1), f"subject of {verb.text!r}")
    return None
