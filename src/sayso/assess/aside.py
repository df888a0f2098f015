"""Denials that do not hold the event but point at it: ", which Chad denies", "Chad denied the accusation"."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Span, Token

from sayso.assess.cues import governor, marker
from sayso.assess.edges import is_definite
from sayso.assess.effects import Effect, Voice
from sayso.assess.governing import own_voice
from sayso.records.event import EventDraft
from sayso.records.stages import Resolved
from sayso.records.statement import Statement
from sayso.records.vocabulary import Stance

WITHIN: Final = 2
"""How many sentences after an event a denial may point back at it."""

_DENIES: Final = (Effect.DENIED, Effect.UNCONFIRMED)


def asides(
    doc: Doc, word: Token, draft: EventDraft, resolved: Resolved, *, claimed: bool, alleged: bool = False
) -> Iterator[Voice]:
    """The voices that deny or do not confirm the event at `word` from beside or behind it.

    In its own sentence a clause that follows: ", which Chad denies", ", a charge denied by Chad". If the event is
    `claimed` (told by a source, or alleged), in the next sentences too, with a short object that points back ("the
    accusation", "it", "involvement"). Only who did it can so deny it: others' denials may be of other things; but
    what somebody is `alleged` to have done, anybody may deny in the same sentence.
    """
    beside = [verb for verb in _after(word.sent, word) if _follows(verb)]
    behind = [verb for sentence in _next(doc, word.sent) for verb in sentence if _points_back(verb)]
    for verb in [*beside, *behind] if claimed else beside:
        voice = _voice(verb)
        if voice is None or voice.speaker is None:
            continue
        speakers = set(resolved.actors_at(voice.speaker))
        if speakers & set(draft.actors) or (alleged and speakers and verb in beside):
            yield voice


def is_aside(doc: Doc, statement: Statement) -> bool:
    """Whether the statement is a denial from beside: told in a clause that follows what it is about."""
    if statement.stance not in (Stance.DENIES, Stance.UNCONFIRMED) or statement.cue is None:
        return False
    cue = doc.char_span(statement.cue.start, statement.cue.end, alignment_mode="expand")
    return cue is not None and cue.root.dep_ in ("relcl", "acl") and _follows(cue.root)


def _after(sentence: Span, word: Token) -> list[Token]:
    return [token for token in sentence if token.i > word.i and token.dep_ in ("relcl", "acl")]


def _next(doc: Doc, sentence: Span) -> Iterator[Span]:
    for _ in range(WITHIN):
        if sentence.end >= len(doc):
            return
        sentence = doc[sentence.end].sent
        yield sentence


def _voice(verb: Token) -> Voice | None:
    """The voice of a verb that denies what is its object."""
    row = governor(verb.lemma_.lower(), "pointer") if verb.pos_ == "VERB" else None
    if row is None:
        return None
    negated = any(child.dep_ == "neg" for child in verb.children)
    effect = row.negated if negated else row.affirmed
    return own_voice(effect, verb) if effect in _DENIES else None


def _follows(verb: Token) -> bool:
    """Whether the clause comments on what was said before: on "which", or on an apposed noun of speech."""
    if any(child.dep_ == "dobj" and child.lower_ == "which" for child in verb.children):
        return verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    noun = verb.head
    return noun.dep_ in ("appos", "dep", "npadvmod") and _is_pointer(noun)


def _points_back(verb: Token) -> bool:
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    behind = [
        child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.lower_ == "being"
    ]
    return any(_is_pointer(noun) and _is_short(noun) for noun in objects) or any(map(_is_behind_it, behind))


def _is_behind_it(being: Token) -> bool:
    """ "Denied being behind the attack"."""
    after = [child for child in being.children if child.i > being.i]
    return bool(after) and all(child.lower_ == "behind" and _is_known(child) for child in after)


def _is_pointer(noun: Token) -> bool:
    return marker(noun.lemma_.lower(), "pointer") is not None


def _is_short(noun: Token) -> bool:
    """Whether nothing behind the noun says what it is about, unless as known: "involvement in the attack"."""
    behind: Sequence[Token] = [child for child in noun.children if child.i > noun.i]
    return all(child.lower_ in ("in", "for") and _is_known(child) for child in behind)


def _is_known(preposition: Token) -> bool:
    """Whether the preposition takes up what has been told: "in the attack", "for it"."""
    objects = list(preposition.children)
    known = [noun.pos_ == "PRON" or (is_definite(noun) and noun.n_rights == 0) for noun in objects]
    return bool(known) and all(known)
