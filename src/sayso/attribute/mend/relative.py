"""Mends of contents that begin with a relative pronoun, and of those that the writer's own clause follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, Spans, meet
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.reading import Reading, children
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVES = frozenset({"who", "which", "whom"})


def with_antecedent(reading: Reading, each: Found) -> Found:
    """ "the bank, which had been expected to hold": the bank is expected to hold."""
    first = next(iter(reading.within(each.content)), None)
    if first is None or first.tag_ not in ("WDT", "WP") or first.lower_ not in _RELATIVES or not each.cue:
        return each
    noun = _antecedent(first)
    if noun is None or first.i >= reading.tokens(each.cue[0])[0]:
        return each
    named = reading.spans((noun.left_edge.i, first.i))
    rest = _without(each.content, first)
    if not named or not rest or meet(named, (*each.source, *each.cue, *each.content)):
        return each
    return replace(each, content=(*named, *rest), detail=f"{each.detail}; {first.text!r} is {noun.text!r}")


def _antecedent(relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    above = relative
    while above.head != above and above.dep_ != "relcl":
        above = above.head
    noun = above.head
    return noun if above.dep_ == "relcl" and noun.i < relative.i and noun.pos_ in ("NOUN", "PROPN") else None


def _without(spans: Spans, token: Token) -> Spans:
    """The spans without a token that begins the first of them."""
    end = token.idx + len(token.text_with_ws)
    return tuple(Span(max(s.start, end), s.end) if s.start == token.idx else s for s in spans if s.end > end)


def without_own_clause(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "asked auditors to visit its plant, which it claims has been idle": the writer adds what it claims."""
    verb = cue_verb(reading, each)
    if verb is None or len(each.content) != 1 or any(t.i > verb.i for t in children(verb, "ccomp")):
        return each
    first, last = reading.tokens(each.content[0])
    for i in range(max(first, verb.i) + 2, last):
        comma, word = reading.doc[i - 1], reading.doc[i]
        if comma.text != "," or word.lower_ not in _RELATIVES or reading.quotation_at(i) is not None:
            continue
        clause = Span(word.idx, each.content[0].end)
        said = any(other is not each and clause.covers(other.cue[0]) for other in found if other.cue)
        if said or i == last - 1:
            content = reading.spans((first, i - 1))
            return replace(each, content=content, detail=f"{each.detail}; without what the writer adds")
    return each
