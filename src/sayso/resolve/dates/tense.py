"""Whether the clause around a time expression looks back or ahead."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = ("VERB", "AUX")
_AHEAD = {"will", "'ll", "shall", "wo", "’ll"}
_PLANNING = {
    "plan", "expect", "schedule", "intend", "aim", "set", "due", "propose", "hope", "want", "slate", "prepare",
    "promise", "pledge", "vow", "predict", "forecast", "go", "agree", "threaten", "decide", "likely", "ready",
    "anticipate", "project", "estimate", "seek", "urge", "call", "postpone", "delay",
}  # fmt: skip


def direction(token: "Token") -> int:
    """-1 where the verb that governs `token` is past, 1 where it looks ahead, 0 where neither.

    Ahead are will and shall, "going to", infinitives under verbs of planning ("expected to meet in June") and
    present forms of such verbs; a perfect or a past participle is past.
    """
    verb = _verb(token)
    if verb is None:
        return 0
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in _AHEAD for child in [*auxiliaries, verb]):
        return 1
    if any(child.lower_ in ("would", "could", "may", "might", "should", "must", "can") for child in auxiliaries):
        return 1 if not any(child.lemma_ == "have" for child in auxiliaries) else -1
    if any(child.lower_ == "to" for child in auxiliaries):
        return 1 if verb.head.lemma_ in _PLANNING or verb.dep_ in ("acl", "relcl") else direction_of(verb.head)
    if verb.tag_ == "VBG" and any(child.lemma_ == "be" and child.tag_ != "VBD" for child in auxiliaries):
        return 1
    return direction_of(verb)


def direction_of(verb: "Token") -> int:
    """The direction that the verb's own form shows."""
    if any(child.lower_ in _AHEAD for child in verb.children):
        return 1
    if any(child.lemma_ in ("have", "be") and child.tag_ != "VB" for child in verb.children if child.dep_ in ("aux", "auxpass")):
        return -1 if verb.tag_ in ("VBN", "VBD") else 0
    return -1 if verb.tag_ in ("VBD", "VBN") else 0


def _verb(token: "Token") -> "Token | None":
    """The nearest verb above `token`, itself included."""
    for _ in range(12):
        if token.pos_ in _VERBAL and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            return token
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
    return None
