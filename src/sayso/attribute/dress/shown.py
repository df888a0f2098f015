"""Stances that the content shows: a warning that is a threat, an assurance that promises, a name that is a charge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute.reading import children
from sayso.attribute.words.cues import Cue, cues
from sayso.attribute.words.speakers import can_speak
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELF = frozenset({"we", "i", "it", "they", "he", "she"})
_OWN = frozenset({"PRP$"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall"})
_CONDITIONS = frozenset({"if", "unless"})
_NOT = frozenset({"not", "n't", "n’t", "no", "never", "nothing", "hardly"})
_MARKS = frozenset('"“‘')
_ARTICLES = frozenset({"a", "an"})


def is_own_threat(content: Sequence[Token]) -> bool:
    """Whether a warning says what its speaker will do: "that it will shoot if ...", "that he would resign".

    On a condition any deed threatens; without one, and for the speaker's people ("her members"), only a verb of
    menace does.
    """
    conditional = any(token.lower_ in _CONDITIONS for token in content)
    for verb in _to_come(content):
        subject = _subject(verb)
        if subject is None or verb.lemma_.lower() in cues("befalling"):
            continue
        if subject.lower_ in _SELF and (conditional or _menaces(verb)):
            return True
        own = any(t.tag_ in _OWN for t in children(subject, "poss"))
        if own and can_speak(subject) and _menaces(verb):
            return True
    return False


def is_own_promise(content: Sequence[Token]) -> bool:
    """Whether an assurance says what will be done: "that the plant would reopen", not "would be safe"."""
    for verb in _to_come(content):
        if (
            verb.lemma_ != "be"
            and verb.lemma_.lower() not in cues("befalling")
            and _subject(verb) is not None
        ):
            return True
    return False


def _to_come(content: Sequence[Token]) -> list[Token]:
    """The verbs of the content that "will" or "would" leads, those of its conditions left out."""
    leads = (token for token in content if token.lower_ in _WILL and token.head.tag_ == "VB")
    return [will.head for will in leads if will.head in content and will.dep_ == "aux"]


def _subject(verb: Token) -> Token | None:
    """The verb's own subject, or that of the verb it is joined to."""
    above = verb.head if verb.dep_ == "conj" else verb
    return next((noun for one in (verb, above) for noun in children(one, "nsubj")), None)


def _menaces(verb: Token) -> bool:
    """Whether the verb, with its particle, is what one threatens to do: "resign", "walk out"."""
    rows = cues("menace").get(verb.lemma_.lower(), ())
    behind = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 4]}
    return any(set(row.cue.split()[1:]) <= behind for row in rows)


def named_as(content: Sequence[Token]) -> Stance | None:
    """What a name does that one gives: "called the report nonsense", "described the raid as an act of piracy".

    To call what others said untrue is to deny it; to call anything a crime is to accuse, a blessing to praise.
    """
    at = _name_at(content)
    if any(token.lower_ in _NOT for token in content[at:]):
        return None
    claims = any(token.lemma_.lower() in cues("claim") for token in content[:at])
    said = " ".join(token.lower_ for token in content[at:] if not token.is_punct)
    for part, fits in (("untrue", claims), ("wicked", True), ("good", True)):
        rows = (row for row in _rows(part) if fits)
        found = next((row.stance for row in rows if f" {row.cue} " in f" {said} "), None)
        if found is not None:
            return found
    return None


def _rows(part: str) -> list[Cue]:
    return [row for rows in cues(part).values() for row in rows]


def _name_at(content: Sequence[Token]) -> int:
    """Where the name begins: behind "as", at its quotation mark, at its article, or at the last word."""
    for fits in (
        lambda token: token.lower_ == "as",
        lambda token: token.text in _MARKS,
        lambda token: token.lower_ in _ARTICLES,
    ):
        at = next((k for k, token in enumerate(content) if fits(token)), None)
        if at is not None:
            return at
    return max(0, len(content) - 1)
