"""Sources passed on by another: "Belta quoted a spokesman as saying X", "it reported X, citing an official"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.complements import complement
from sayso.attribute.cue_words import verb_cues, verb_group
from sayso.attribute.cues import cues
from sayso.attribute.found import Found
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.speaker import agent, phrase, speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})


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
    before = _quotation_before(reading, verb) if content[0] >= content[1] else None
    content = before or content
    quoted = children(verb, "nsubjpass") or children(verb, "dobj")
    if not quoted or not reading.spans(content):
        return
    whom = phrase(reading, quoted[0], verb, saying)
    passive = bool(children(verb, "nsubjpass"))
    relay = agent(reading, verb) if passive else speaker(reading, verb)
    as_at = saying.head.i
    outer = None
    if relay is not None:
        parts = [whom, (as_at, content[1])] if passive else [(whom[0], content[1])]
        parts = [before] if before is not None else parts
        outer = Found(
            source=reading.spans((relay.phrase[0], min(relay.phrase[1], as_at)) if passive else relay.phrase),
            cue=reading.spans((verb_group(verb)[0], verb.i + 2 if passive else verb.i + 1)),
            content=reading.spans(*parts),
            rule="quoted as saying",
            detail=f"relay is the {relay.how}",
        )
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


def is_relay(verb: Token) -> bool:
    """Whether the verb passes on what another said ("quote", "cite")."""
    return verb.lemma_.lower() in cues("relay")


def citing(reading: Reading, verb: Token, known: dict[int, Found], speakers: frozenset[str]) -> Found | None:
    """The source that a report names in passing: it lies inside the reporting clause's attribution.

    `known` holds the attributions found so far by the token of their verb.
    """
    if verb.lemma_.lower() not in cues("relay") or verb.tag_ != "VBG" or _saying(verb) is not None:
        return None
    relayed = next((known[above.i] for above in verb.ancestors if above.i in known), None)
    named = children(verb, "dobj")
    if relayed is None or not named:
        return None
    head = named[0]
    if (
        head.ent_type_ not in _NAMED
        and head.lemma_.lower() not in speakers
        and head.tag_ not in ("NNP", "NNPS")
    ):
        return None
    return Found(
        source=reading.spans(phrase(reading, head, verb)),
        cue=reading.spans((verb.i, verb.i + 1)),
        content=relayed.content,
        rule="cited source",
        detail=f"speaker is the one whom {verb.text!r} names",
        inside=relayed,
    )


def _quotation_before(reading: Reading, verb: Token) -> Range | None:
    """The quotation that opens the sentence: “No,” A quoted B as saying."""
    for i in range(verb.sent.start, verb.i):
        quotation = reading.quotation_at(i)
        if quotation is not None:
            return reading.tokens(quotation.span)
    return None


def _saying(verb: Token) -> Token | None:
    for as_ in children(verb, "prep"):
        if as_.lower_ == "as":
            for saying in children(as_, "pcomp"):
                if saying.lemma_.lower() in cues("verb"):
                    return saying
    return None
