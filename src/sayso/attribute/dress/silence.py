"""Cues that leave their content unconfirmed: "declined to comment on", "would not say", "gave no reason"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute.words.cues import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = frozenset({"name", "identify"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "without", "cannot", "unable"})
"""Words that negate a cue, or what is said at its beginning."""


def is_refusal(cue: Sequence[Token], content: Sequence[Token], negated: bool) -> bool:
    """Whether the cue says that its source would not or could not say.

    "said it could not comment" asserts that; the refusal inside is a statement of its own.
    """
    lemmas = [token.lemma_.lower() for token in cue]
    if _falls_short(lemmas) or _is_silent(lemmas) or _is_not_drawn(lemmas, negated):
        return True
    if _is_not_reached(cue, negated) or {"confirm", "deny"} <= set(lemmas):
        return True  # "refused to confirm or deny"
    reluctant = any(lemma in cues("reluctant") for lemma in lemmas)
    speaks = any(lemma in cues("speaking") for lemma in (*lemmas, *(t.lemma_.lower() for t in content[:2])))
    if speaks and (reluctant or "unable" in lemmas):
        return True
    if reluctant and (_leaves_open(content) or _keeps_name(content)):
        return True
    if negated and any(lemma in cues("speaking") for lemma in lemmas):
        return True
    gives = any(lemma in cues("withholding") for lemma in lemmas)
    if gives and (negated or reluctant) and _is_withheld(lemmas, content):
        return True
    return is_nothing_said(cue, content)


def _leaves_open(content: Sequence[Token]) -> bool:
    """Whether the content begins with a verb whose negation leaves things open: "(declined) to rule out cuts"."""
    words = [token.lemma_.lower() for token in content[:3]]
    if words[:1] != ["to"]:
        return False
    rows = (row for word in words[1:2] for row in cues("verb").get(word, ()))
    return any(
        row.negated == "unconfirmed" and row.cue.split() == words[1:][: len(row.cue.split())] for row in rows
    )


def _keeps_name(content: Sequence[Token]) -> bool:
    """Whether the content is to say who somebody is: "(refused) to name him"."""
    words = [token.lemma_.lower() for token in content[:2]]
    return len(words) > 1 and words[0] == "to" and words[1] in _NAMES


def is_nothing_said(cue: Sequence[Token], content: Sequence[Token]) -> bool:
    """ "did not | comment", "had no | immediate comment": the content is only what was not given."""
    negated = any(token.lower_ in NEGATIONS for token in cue)
    last = content[-1].lemma_.lower() if content else ""
    if not negated or any(token.pos_ not in ("VERB", "NOUN", "ADJ") for token in content):
        return False
    return last in cues("silence") or last in cues("silent")


def _is_silent(lemmas: Sequence[str]) -> bool:
    """ "there was no comment from": nothing was said."""
    return {"there", "no"} <= set(lemmas) and any(lemma in cues("silence") for lemma in lemmas)


def _is_not_reached(cue: Sequence[Token], negated: bool) -> bool:
    """ "could not be reached for comment on": nothing was said."""
    return negated and any(token.lower_ in ("reached", "contacted") for token in cue)


def _is_not_drawn(lemmas: Sequence[str], negated: bool) -> bool:
    """ "would not be drawn on", "refused to be drawn on"."""
    return "draw" in lemmas and (negated or any(lemma in cues("reluctant") for lemma in lemmas))


def _falls_short(lemmas: Sequence[str]) -> bool:
    """ "stopped short of blaming": the word was not said."""
    return {"stop", "short"} <= set(lemmas) or {"fall", "short"} <= set(lemmas)


def _is_withheld(lemmas: Sequence[str], content: Sequence[Token]) -> bool:
    """Whether a content is what someone gives or does not give of a story ("a cause", "no details"), or is a name."""
    if any(lemma in _NAMES and cues("reluctant").keys() & set(lemmas) for lemma in lemmas):
        return True
    nouns = (t for t in content if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in ("compound", "poss"))
    head = next(nouns, None)
    return head is not None and head.lemma_.lower() in cues("withheld")
