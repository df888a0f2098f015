"""What stands beside a word on the way up: modals, hedges, negations, and what joined words share."""

from spacy.tokens import Token

from sayso.assess.cues import span_of
from sayso.assess.effects import Effect, Reading
from sayso.assess.governing import own_voice
from sayso.assess.modality import markers
from sayso.assess.negation import negators


def beside(
    reading: Reading, token: Token, *, below: Token | None = None, heard: frozenset[int] = frozenset()
) -> Reading:
    """Apply what stands beside a word; words `heard` already (by index) are left out."""
    no = negators(token, below)
    for effect, word in markers(token, negated=bool(no), below=below):
        if word.i not in heard:
            reading = reading.under(effect, span_of(word), voice=own_voice(effect, None))
    for word in no:
        if word.i not in heard:
            reading = reading.under(Effect.NOT, span_of(word))
    return reading


def shared(reading: Reading, token: Token, first: Token) -> Reading:
    """What the first of two joined words shares with the second: a modal, and a negation before "or"."""
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
        return reading
    joint = {child.lower_ for child in first.children if child.dep_ == "cc"}
    if "nor" in joint:  # says no by itself
        return reading
    bare = token.tag_ == first.tag_ == "VB"
    for effect, word in markers(first, negated=False) if bare else ():
        reading = reading.under(effect, span_of(word), voice=own_voice(effect, None))
    for word in negators(first) if bare or "or" in joint else ():
        reading = reading.under(Effect.NOT, span_of(word))
    return reading
