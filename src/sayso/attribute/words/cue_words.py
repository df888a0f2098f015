"""The words of a verbal cue: auxiliaries, negation and adverbs before the verb, particle and preposition after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.reading import Range, children
from sayso.attribute.words.cues import Cue, cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod", "preconj"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "hardly", "nobody", "none"})


def verb_cues(verb: Token) -> tuple[Cue, ...]:
    """The rows of the lexicon that fit the verb and its particle, the longest first."""
    lemma = verb.lemma_.lower()
    found = cues("verb").get(lemma, ())
    if not found:
        return ()
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    fitting = [
        row for row in found if " " not in row.cue or row.cue.split()[1:] == after[: row.cue.count(" ")]
    ]
    longest = max((row.cue.count(" ") for row in fitting), default=0)
    return tuple(row for row in fitting if row.cue.count(" ") == longest)


def verb_group(verb: Token, words: int = 1) -> Range:
    """The verb with what stands unbroken before it (auxiliary, negation, adverb) and its particle after.

    `words` is the number of words of the lexicon's cue ("point out": 2).
    """
    start = verb.i
    while start > verb.sent.start:
        before = verb.doc[start - 1]
        if before.head.i not in (verb.i, verb.head.i if verb.dep_ == "conj" else verb.i):
            break
        if (
            before.dep_ not in _BEFORE
            or before.i < verb.left_edge.i
            or before.lower_ in ("when", "how", "why")
        ):
            break
        start -= 1
    if verb.dep_ == "conj" and start > verb.sent.start and verb.doc[start - 1].lower_ in ("or", "nor"):
        above = verb_group(verb.head)
        if above[1] == start - 1:
            start = above[0]
    return start, verb.i + words


def is_negated(verb: Token) -> bool:
    """Whether the verb, or the auxiliary that it shares, is negated."""
    start, _ = verb_group(verb)
    if any(t.lower_ in _NEGATIONS for t in verb.doc[start : verb.i]):
        return True
    if children(verb, "neg"):
        return True
    return any(
        t.lower_ in ("neither", "nor", "no", "nobody", "none", "neither")
        and t.dep_ in ("preconj", "det", "cc", "nsubj")
        for subject in children(verb, "nsubj")
        for t in (subject, *subject.children)
        if t.i <= subject.i
    )
