"""How a source stands to its content: from the cue's words, its negation, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.attribute.cues import Cue, cues
from sayso.attribute.idioms import named
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "without", "cannot", "unable"})
_NO_ONE = frozenset({"neither", "no", "nobody", "none", "nor"})
_PARTS = ("verb", "passive", "noun", "adj", "adverb", "phrase")
_CLAUSE_WORDS = frozenset({"that", "whether", "if", "how", "why", "what"})
_SELF = frozenset({"we", "i", "it", "they"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


LIKELY, SURE = 0.5, 0.9
"""From these chances on the encoder's stance counts: where the lexicon does not know the cue, where it asserts."""


def stance(
    cue: Sequence[Token],
    content: Sequence[Token],
    source: Sequence[Token],
    learnt: tuple[Stance, float] | None = None,
) -> Stance:
    """The stance that the lexicon gives the cue; `asserts` for cues that it does not know.

    In place of either `asserts` the encoder's stance stands (`learnt`, with its chance), if that is likely enough.
    """
    known = listed(cue, content, source)
    if known not in (None, Stance.ASSERTS):
        return known
    least = LIKELY if known is None else SURE
    return learnt[0] if learnt is not None and learnt[1] >= least else Stance.ASSERTS


def listed(cue: Sequence[Token], content: Sequence[Token], source: Sequence[Token]) -> Stance | None:
    """The stance that the lexicon gives the cue; None for cues that it does not know.

    A source such as "Neither A nor B" negates the cue. Reluctance before a verb of speaking ("declined to
    comment") and the negation of such a verb ("would not say whether") leave the content unconfirmed.
    """
    if cue and cue[0].lower_ == "if":  # "if A is to be believed"
        return Stance.ASSERTS
    idiom = named(cue)
    if idiom is not None:
        return idiom.row.negated or idiom.row.stance if idiom.negated else idiom.row.stance
    lemmas = [token.lemma_.lower() for token in cue]
    negated = any(token.lower_ in _NEGATIONS for token in cue) or _by_no_one(cue, source)
    negated = negated or _has_yet_to(cue)
    if _falls_short(lemmas) or _is_silent(lemmas) or _is_not_drawn(lemmas, negated):
        return Stance.UNCONFIRMED
    if _is_not_reached(cue, negated):
        return Stance.UNCONFIRMED
    speaks = [
        lemma for lemma in (*lemmas, *(t.lemma_.lower() for t in content[:2])) if lemma in cues("speaking")
    ]
    if speaks and (any(lemma in cues("reluctant") for lemma in lemmas) or "unable" in lemmas):
        return Stance.UNCONFIRMED
    if negated and any(lemma in cues("speaking") for lemma in lemmas):
        return Stance.UNCONFIRMED
    if negated and any(lemma in cues("withholding") for lemma in lemmas) and _is_withheld(content):
        return Stance.UNCONFIRMED
    if {"confirm", "deny"} <= set(lemmas):
        return Stance.UNCONFIRMED  # "refused to confirm or deny"
    if _would_not_speak(content):
        return Stance.UNCONFIRMED
    said = " ".join(token.lower_ for token in cue)
    if any(row.cue == said for row in cues("phrase").get(said.split()[0] if said else "", ())):
        return Stance.ASSERTS
    if lemmas[-1:] and lemmas[-1] in ("know", "learn", "hear") and {"want", "ask", "demand"} & set(lemmas):
        return Stance.ASKS  # "wanted to know"
    if "warn" in lemmas and not negated and _is_own_threat(content):
        return Stance.THREATENS
    row = _row(cue, lemmas, _frame(cue, content))
    if row is None:
        return None
    return row.negated or row.stance if negated else row.stance


def _is_own_threat(content: Sequence[Token]) -> bool:
    """Whether a warning says what its speaker will do "if" ("that it will shoot if ...", "we will burn the rest")."""
    if not any(token.lower_ in ("if", "unless") for token in content):
        return False
    for will in content:
        verb = will.head
        own = any(t.dep_ == "nsubj" and t.lower_ in _SELF for t in verb.lefts)
        deed = verb.tag_ == "VB" and verb.lemma_.lower() not in cues("befalling")
        if will.lower_ in ("will", "would", "'ll", "’ll") and own and deed and verb in content:
            return True
    return False


def _is_silent(lemmas: Sequence[str]) -> bool:
    """ "there was no comment from": nothing was said."""
    return {"there", "no"} <= set(lemmas) and any(lemma in cues("silence") for lemma in lemmas)


def _is_not_reached(cue: Sequence[Token], negated: bool) -> bool:
    """ "could not be reached for comment on": nothing was said."""
    return negated and any(token.lower_ in ("reached", "contacted") for token in cue)


def _is_not_drawn(lemmas: Sequence[str], negated: bool) -> bool:
    """ "would not be drawn on", "refused to be drawn on"."""
    return "draw" in lemmas and (negated or any(lemma in cues("reluctant") for lemma in lemmas))


def _has_yet_to(cue: Sequence[Token]) -> bool:
    """ "has yet to confirm": it did not."""
    return any(one.lower_ == "yet" and two.lower_ == "to" for one, two in pairwise(cue))


def _falls_short(lemmas: Sequence[str]) -> bool:
    """ "stopped short of blaming": the word was not said."""
    return {"stop", "short"} <= set(lemmas) or {"fall", "short"} <= set(lemmas)


def _is_withheld(content: Sequence[Token]) -> bool:
    """Whether a content is what someone gives or does not give of a story: "a cause", "no details"."""
    head = next((t for t in content if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"), None)
    return head is not None and head.lemma_.lower() in cues("withheld")


def _would_not_speak(content: Sequence[Token]) -> bool:
    """Whether the content says at once that its speaker will not speak ("said it could not comment on ...")."""
    words = [token for token in content if token.lower_ != "that"][:4]
    pairs = pairwise(words)
    return (
        bool(words)
        and words[0].pos_ == "PRON"
        and any(
            one.lower_ in _NEGATIONS and two.lemma_.lower() in cues("speaking") and two.tag_ == "VB"
            for one, two in pairs
        )
    )


def _by_no_one(cue: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether the source negates this cue: "Neither A nor B confirmed X, and denied Y" negates only the first."""
    if not source or source[0].lower_ not in _NO_ONE:
        return False
    return any(source[0].i <= child.i <= source[-1].i for token in cue for child in token.children)


def _row(cue: Sequence[Token], lemmas: list[str], frames: tuple[str, ...]) -> Cue | None:
    """The lexicon's row for the cue's last known word, the one whose frames fit the content if there is one."""
    last: tuple[Cue, ...] = ()
    for token, lemma in zip(reversed(cue), reversed(lemmas), strict=True):
        if token.dep_ == "pcomp" and any(token.head.head == other for other in cue if other.pos_ == "VERB"):
            continue  # "threatened in writing to leave": the way it was said
        for part in _parts(token):
            rows = cues(part).get(lemma, ()) or cues(part).get(token.lower_, ())
            rows = tuple(row for row in rows if " " not in row.cue or row.cue.split()[1] in lemmas)
            last = last or rows
            for frame in frames:
                for row in rows:
                    if frame in row.frames:
                        return row
            if rows:
                return rows[0]
    return last[0] if last else None


def _parts(token: Token) -> tuple[str, ...]:
    if token.pos_ in ("NOUN", "PROPN"):
        return ("noun", "verb", "adj")
    if token.pos_ == "ADJ":
        return ("adj", "verb", "noun")
    if any(child.dep_ == "auxpass" for child in token.children):
        return ("verb", "passive")
    return _PARTS


def _frame(cue: Sequence[Token], content: Sequence[Token]) -> tuple[str, ...]:
    """The frames that the content may fill, the likeliest first."""
    words = [token for token in content if not token.is_punct and not token.is_space]
    last = cue[-1].lower_ if cue else ""
    if not words:
        return ("quote",)
    behind = bool(cue) and content[0].i > cue[-1].i
    if not behind or words[0].i > content[0].i:
        return ("clause", "quote")
    to_at = next(
        (k for k, token in enumerate(words[:12]) if token.lower_ == "to" and token.tag_ == "TO"), None
    )
    if words[0].lower_ == "to":
        return ("infinitive", "to", "object+")
    if len(cue) > 1 and cue[-1].pos_ in ("ADP", "PART", "SCONJ"):
        return (last, last + "+", "object+")
    if words[0].lower_ in _CLAUSE_WORDS:
        return ("clause",)
    finite = next((k for k, token in enumerate(words) if token.tag_ in _FINITE), None)
    if behind and to_at is not None and (finite is None or to_at < finite):
        return ("object+", "infinitive", "object")
    if finite is not None:
        return ("clause", "quote")
    return ("object+", "object", "quote")
