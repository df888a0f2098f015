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
_WHOEVER = frozenset({"anyone", "anybody", "any", "whoever", "those", "everyone", "all"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall"})
_CONDITIONS = frozenset({"if", "unless"})
_NOT = frozenset({"not", "n't", "n’t", "no", "never", "nothing", "hardly"})
_MARKS = frozenset('"“‘')
_POINTING = frozenset({"it", "that", "this", "them", "these", "those", "what"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_ARTICLES = frozenset({"a", "an"})


def is_own_threat(content: Sequence[Token], source: Sequence[Token] = ()) -> bool:
    """Whether a warning says what its speaker will do: "that it will shoot if ...", "that he would resign".

    Any deed of his own threatens, under a pronoun or under his name; that of others ("her members") only by a verb of
    menace.
    """
    names = {token.text for token in source if token.pos_ == "PROPN"}
    conditional = any(token.lower_ in _CONDITIONS for token in content)
    for verb in _to_come(content):
        patient = _subject(verb, "nsubjpass")
        if patient is not None and ((_menaces(verb) and _is_any(patient)) or _menaces(verb, "punishing")):
            return True  # "that anyone on the streets would be shot", "that the buses would be seized"
        subject = _subject(verb, "nsubj")
        if subject is None or (verb.lemma_.lower() in cues("befalling") and not children(verb, "dobj")):
            continue
        own = subject.lower_ in _SELF or (subject.pos_ == "PROPN" and subject.text in names)
        if own and (conditional or _menaces(verb) or not _befalls(verb)):
            return True
        if conditional and _menaces(verb) and (can_speak(subject) or subject.ent_type_ == "GPE"):
            return True  # "that nurses will walk out if they are not paid"
        owned = any(t.tag_ in _OWN for t in children(subject, "poss"))
        if owned and can_speak(subject) and _menaces(verb):
            return True
    return False


def _befalls(verb: Token) -> bool:
    """Whether a verb is for what happens to one or what a thing brings about: "it will lose jobs", "it will cost"."""
    return verb.lemma_.lower() in cues("befalling") | cues("bringing")


def _is_any(subject: Token) -> bool:
    """Whether whoever fits is meant: "anyone", "any ship", "those who stay"."""
    return subject.lower_ in _WHOEVER or any(t.lower_ in ("any", "every") for t in children(subject, "det"))


def is_own_promise(content: Sequence[Token]) -> bool:
    """Whether an assurance says what will be done: "that the plant would reopen", not "would be safe"."""
    for verb in _to_come(content):
        if (
            verb.lemma_ != "be"
            and verb.lemma_.lower() not in cues("befalling")
            and _subject(verb, "nsubj", "nsubjpass") is not None
        ):
            return True
    return False


def _to_come(content: Sequence[Token]) -> list[Token]:
    """The verbs of the content that "will" or "would" leads, those of its conditions left out."""
    leads = (token for token in content if token.lower_ in _WILL and _is_bare(token.head))
    return [will.head for will in leads if will.head in content and will.dep_ == "aux"]


def _is_bare(verb: Token) -> bool:
    return verb.tag_ == "VB" or (verb.tag_ == "VBN" and bool(children(verb, "auxpass")))


def _subject(verb: Token, *kinds: str) -> Token | None:
    """The verb's own subject, or that of the verb it is joined to."""
    above = verb.head if verb.dep_ == "conj" else verb
    return next((noun for one in (verb, above) for noun in children(one, *kinds)), None)


def _menaces(verb: Token, part: str = "menace") -> bool:
    """Whether the verb, with its particle, is what one threatens to do: "resign", "walk out"."""
    rows = cues(part).get(verb.lemma_.lower(), ())
    behind = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 4]}
    return any(set(row.cue.split()[1:]) <= behind for row in rows)


def named_as(cue: Sequence[Token], content: Sequence[Token]) -> Stance | None:
    """What a name does that one gives: "called the report nonsense", "described the raid as an act of piracy".

    To call what others said untrue is to deny it; to call anything a crime is to accuse, a blessing to praise. To
    consider or see something as a crime is still to believe; to blast a claim as untrue is to deny it.
    """
    verbs = {token.lemma_.lower() for token in cue}
    behind_as = any(token.lower_ == "as" for token in (*cue, *content))
    if verbs & cues("scorning").keys():
        return _name_of(content, ("false", "untrue")) if behind_as else None
    if not verbs & cues("naming").keys() or cue[-1].lower_ in ("on", "for", "upon"):
        return None
    if any(
        row.stance == Stance.BELIEVES
        for verb in verbs
        for row in (*cues("verb").get(verb, ()), *cues("passive").get(verb, ()))
    ):
        return None
    if verbs & cues("depicting").keys() and not behind_as and content[0].text not in _MARKS:
        return None  # "described a night of terror"
    return _name_of(content, ("false", "untrue", "wicked", "good"))


def _name_of(content: Sequence[Token], parts: Sequence[str]) -> Stance | None:
    """The stance of the name in a content: that of the first part of the lexicon with words for it."""
    at = _name_at(content)
    pointed = [token.lower_ for token in content[:at]]
    claims = any(token.lemma_.lower() in cues("claim") for token in (*content[:at], *content[-1:]))
    claims = claims or (len(pointed) == 1 and pointed[0] in _POINTING)  # "called that nonsense"
    said = [
        (token.lower_, token.lemma_.lower())
        for token in content[at:]
        if not token.is_punct and token.text not in _MARKS
    ]
    for part in parts:
        row = _longest(part, said) if part != "untrue" or claims else None
        if row is not None:
            return None if _is_negated(said, row) else row.stance
    return None


def _is_negated(said: Sequence[tuple[str, str]], row: Cue) -> bool:
    """Whether a name is one that somebody does not deserve: "not a crime"; a row may itself begin with "not"."""
    return row.cue.split()[0] not in _NOT and any(word in _NOT for word, _ in said)


def _longest(part: str, said: Sequence[tuple[str, str]]) -> Cue | None:
    """The longest row whose words stand in what was said, as they are or as lemmas."""
    found = [
        row
        for at, first in enumerate(said)
        for word in dict.fromkeys(first)
        for row in cues(part).get(word, ())
        if len(words := row.cue.split()) <= len(said) - at
        and all(words[k] in said[at + k] for k in range(len(words)))
    ]
    return max(found, key=lambda row: row.cue.count(" "), default=None)


def _name_at(content: Sequence[Token]) -> int:
    """Where the name begins: behind "as", at its quotation mark, its article, or behind the noun that it is given."""
    for fits in (
        lambda token: token.lower_ == "as",
        lambda token: token.text in _MARKS,
        lambda token: token.lower_ in _ARTICLES,
    ):
        at = next((k for k, token in enumerate(content) if fits(token)), None)
        if at is not None:
            return at
    nouns = (
        k
        for k, token in enumerate(content[:-1])
        if token.pos_ in _NOUNS and content[k + 1].pos_ not in _NOUNS
    )
    return next(nouns, len(content) - 2) + 1
