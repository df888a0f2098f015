"""Sources passed on by another: "Belta quoted a spokesman as saying X", "it reported X, citing an official"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.complements import complement
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import verb_cues, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import Speaker, agent, phrase, speaker
from sayso.attribute.words.speakers import can_speak, cited_nouns, is_cited
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def quoted_as_saying(reading: Reading, verb: Token, limit: int) -> Iterator[Found]:
    """The relay's attribution and the quoted one's for "A quoted B as saying X" and "B was quoted as saying X"."""
    saying = _saying(verb) if verb.lemma_.lower() in cues("relay") else None
    if saying is None:
        return
    found = complement(reading, saying, verb_cues(saying), saying.i + 1, limit)
    content = found.content if found else (saying.i + 1, min(saying.right_edge.i + 1, limit))
    content = (
        reading.whole_quotations(*reading.trim(*content), verb.i) if content[0] < content[1] else content
    )
    by = next(
        (t for t in children(saying, "prep", "agent") if t.lower_ == "by" and t.i == saying.i + 1), None
    )
    if by is not None:
        content = (content[0], content[0])
    before = _before(reading, verb) if content[0] >= content[1] else None
    content = before or content
    quoted = children(verb, "nsubjpass") or children(verb, "dobj")
    if not quoted or not reading.spans(content):
        return
    whom = phrase(reading, quoted[0], verb, saying, saying.head)
    passive = bool(children(verb, "nsubjpass"))
    relay = (agent(reading, verb) or _medium(reading, verb, by)) if passive else speaker(reading, verb)
    as_at = saying.head.i
    outer = None
    if relay is not None:
        parts = [whom, (as_at, content[1])] if passive else [(whom[0], content[1])]
        parts = [before, *(parts[:1] if by is not None else ())] if before is not None else parts
        outer = Found(
            source=reading.spans(_up_to(relay.phrase, as_at) if passive else relay.phrase),
            cue=reading.spans((verb_group(verb)[0], verb.i + 2 if passive else verb.i + 1)),
            content=reading.spans(*parts),
            rule="quoted as saying",
            detail=f"relay is the {relay.how}",
        )
        if not outer.content:
            return
        yield outer
    group = verb_group(verb)
    own_cue = [(as_at, saying.i + 1)] if not passive else [group, (as_at, saying.i + 1)]
    yield Found(
        source=reading.spans(whom),
        cue=reading.spans(*own_cue),
        content=reading.spans(content),
        rule="quoted as saying",
        detail=f"speaker is the one whom {verb.text!r} names",
        inside=outer,
    )


def quoted_behind_colon(reading: Reading, verb: Token, limit: int) -> Iterator[Found]:
    """The relay's attribution and the quoted one's for "A quoted B: “X”"."""
    named = children(verb, "dobj") if verb.lemma_.lower() in cues("relay") else []
    relay = speaker(reading, verb) if named else None
    colon = named[0].right_edge.i + 1 if named else limit
    if relay is None or colon + 1 >= limit or reading.doc[colon].text != ":" or not is_cited(named[0]):
        return
    quotation = reading.quotation_at(colon + 1)
    if quotation is None:
        return
    whom, said = phrase(reading, named[0], verb), reading.tokens(quotation.span)
    outer = Found(
        source=reading.spans(relay.phrase),
        cue=reading.spans(verb_group(verb)),
        content=reading.spans((whom[0], said[1])),
        rule="quoted as saying",
        detail=f"relay is the {relay.how}",
    )
    yield outer
    mark = reading.doc[colon].idx
    yield Found(
        source=reading.spans(whom),
        cue=(Span(mark, mark + 1),),
        content=(quotation.span,),
        rule="quoted as saying",
        detail=f"speaker is the one whom {verb.text!r} names",
        inside=outer,
    )


def is_relay(verb: Token) -> bool:
    """Whether the verb passes on what another said ("quote", "cite")."""
    return verb.lemma_.lower() in cues("relay")


def citing(reading: Reading, verb: Token, known: dict[int, Found]) -> Found | None:
    """The source that a report names in passing: it lies inside the reporting clause's attribution.

    `known` holds the attributions found so far by the token of their verb.
    """
    if verb.tag_ != "VBG" or _saying(verb) is not None:
        return None
    told = (known[above.i] for above in verb.ancestors if above.i in known)
    relayed = next((each for each in told if _speaks_by(each, verb)), None) or _around(reading, verb, known)
    head = whom_it_names(verb)
    if relayed is None or head is None or not (is_cited(head) or can_speak(head)):
        return None
    return Found(
        source=reading.spans(whom(reading, head, verb)),
        cue=reading.spans((verb.i, verb.i + 1)),
        content=relayed.content,
        rule="cited source",
        detail=f"speaker is the one whom {verb.text!r} names",
        inside=relayed,
    )


def _around(reading: Reading, verb: Token, known: dict[int, Found]) -> Found | None:
    """The report that the aside is set into, whatever the parse hung it on: "said, citing B, that"."""
    for said, each in known.items():
        start = reading.tokens(each.content[0])[0]
        commas = [token.i for token in reading.doc[said + 1 : start] if token.text == ","]
        if said < verb.i < start and commas == [verb.i - 1, start - 1]:
            return each
    return None


def _speaks_by(relay: Found, verb: Token) -> bool:
    """Whether the relay's content, if it stands behind what is cited, is not that of someone told of in it."""
    behind = relay.content[0].start > verb.idx
    return not behind or not relay.source or relay.source[0].start < verb.idx


def whom(reading: Reading, head: Token, verb: Token) -> Range:
    """The phrase of whom "citing" names, with what they know ("two people | with knowledge of the talks")."""
    start, end = phrase(reading, head, verb)
    for prep in children(verb, "prep"):
        if prep.i == end and prep.lower_ in ("with", "within", "inside", "at", "from"):
            return start, prep.right_edge.i + 1
    return start, end


def whom_it_names(verb: Token) -> Token | None:
    """Whom "citing B" or "attributing the report to B" names."""
    if verb.lemma_.lower() != "attribute":
        cites = verb.lemma_.lower() in cues("relay")
        return next(iter(children(verb, "dobj")), None) if cites else None
    return next((n for to in children(verb, "prep") if to.lower_ == "to" for n in children(to, "pobj")), None)


def _up_to(phrase_: Range, limit: int) -> Range:
    """The phrase, cut before token `limit` where it begins before it."""
    return (phrase_[0], min(phrase_[1], limit)) if phrase_[0] < limit else phrase_


def _medium(reading: Reading, verb: Token, by: Token | None) -> Speaker | None:
    """Who is named behind "as saying by", or "quoted in": a medium or document, no day and no occasion."""
    for noun in children(by, "pobj") if by is not None else ():
        return Speaker(noun, phrase(reading, noun), f"noun behind {by.text!r}" if by is not None else "")
    for prep in children(verb, "prep"):
        for noun in children(prep, "pobj") if prep.lower_ in ("in", "by") else ():
            if noun.lemma_.lower() in cited_nouns() or noun.ent_type_ == "ORG" or noun.pos_ == "PROPN":
                return Speaker(noun, phrase(reading, noun), f"noun behind {prep.text!r}")
    return None


def _before(reading: Reading, verb: Token) -> Range | None:
    """What the clause closes: the quotation that opens the sentence, or the clause before it."""
    for clause in children(verb, "ccomp", "parataxis"):
        if clause.i < verb.i and reading.quotation_at(clause.left_edge.i) is None:
            end = min([verb.i, *(t.left_edge.i for t in children(verb, "nsubj", "nsubjpass"))])
            return reading.trim(clause.left_edge.i, min(clause.right_edge.i + 1, end))
    return _quotation_before(reading, verb)


def _quotation_before(reading: Reading, verb: Token) -> Range | None:
    """The quotation that opens the sentence: “No,” A quoted B as saying."""
    for i in range(verb.sent.start, verb.i):
        quotation = reading.quotation_at(i)
        if quotation is not None:
            return reading.tokens(quotation.span)
    return None


def _saying(verb: Token) -> Token | None:
    """The verb of "as saying", which the parse may hang on what is told of the one quoted ("a man who fled as")."""
    told = [clause for noun in children(verb, "dobj") for clause in children(noun, "relcl", "acl")]
    for as_ in (prep for head in (verb, *told) for prep in children(head, "prep")):
        if as_.lower_ == "as":
            for saying in children(as_, "pcomp"):
                if saying.lemma_.lower() in cues("verb"):
                    return saying
    return None
