"""Candidates: pairs of actors that one word of a sentence joins, where no row of triggers.tsv gives an event.

The table knows the words of the codebook; news has more ("X returned the carvings to Y"). A candidate is any verb, or
noun of action, whose doer is an actor of the report and within whose reach another one lies. It says nothing of a
type: a model that reads the marked pair gives one, or none.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.events import syntax, verbs
from sayso.events.arguments import Arguments
from sayso.events.lexicon import word_classes
from sayso.events.reach import Reached, reach
from sayso.events.slots import fill
from sayso.events.unite import is_left_undone
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_DOERS = ("by", "poss", "mod", "light", "between")
_NO_DEEDS = ("comment_word", "finding_word")
_STEP = 0.12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that `trigger` may join: who acts, upon whom, the spans that name them, the slots that led to them.

    The spans are those of the mentions at the heads of the phrases, in the report's text; where the phrase names no
    actor by itself ("a report of X", "a camp in X") that of the word in it that does. `heads` are the first words
    of the two phrases, `kinds` what sort of actor each names. `confidence` falls with the length of the path.
    """

    trigger: "Token"
    actors: tuple[str, ...]
    actor_spans: tuple[Span, ...]
    recipients: tuple[str, ...]
    recipient_spans: tuple[Span, ...]
    actor_slot: str
    recipient_slot: str
    confidence: float
    heads: "tuple[Token, Token]"
    kinds: tuple[str, str]


def candidates(sentence: "Words", arguments: Arguments, taken: Set[int]) -> list[Candidate]:
    """The candidates of one sentence, in text order.

    `arguments` are those of the report, with which the table's events were filled. `taken` are the indices (`.i`) of
    the words that tell an event of two sides already, or by the table none; they are left out.
    """
    found: list[Candidate] = []
    for token in sentence:
        if token.i not in taken and _may_tell(token, arguments):
            found.extend(_of(token, arguments))
    return found


def _may_tell(token: "Token", arguments: Arguments) -> bool:
    """Whether the word may tell of an act: a verb that is no auxiliary, or a noun with a doer that names no actor.

    To comment, or to decline to, is not done to those whom the comment is about; and to find or to follow somebody or
    something is none (who is found guilty the table knows).
    """
    lemma = token.lemma_.lower()
    if token.dep_ in ("prep", "case", "amod") or any(lemma in word_classes()[n] for n in _NO_DEEDS):
        return False
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")):
        return not is_left_undone(token)
    if token.pos_ != "NOUN" or token.ent_type_ or arguments.naming.names(token):
        return False
    return any(c.dep_ in ("poss", "amod", "compound", "prep") for c in token.children)


def _of(token: "Token", arguments: Arguments) -> Iterator[Candidate]:
    """The candidates of one word: one for each of the nearest two phrases that name someone else."""
    doers, slot = _doers(token, arguments)
    actors = arguments.naming.who(doers)
    if not actors:
        return
    made: set[str] = set()
    given = slot == "from"
    for reached in _bearers(token) if given else _others(token, doers):
        recipients, by_place = arguments.whom(reached, actors)
        if (
            made.issuperset(recipients)
            or _is_in(doers[0], reached.heads[0])
            or _is_in(reached.heads[0], doers[0])
        ):
            continue
        yield Candidate(
            trigger=token,
            actors=actors,
            actor_spans=arguments.naming.spans(doers),
            recipients=recipients,
            recipient_spans=arguments.naming.spans(reached.heads),
            actor_slot=slot,
            recipient_slot="place" if by_place else reached.slot,
            confidence=_confidence(token, slot, reached, by_place),
            heads=(doers[0], reached.heads[0]),
            kinds=(arguments.naming.kind(actors), arguments.naming.kind(recipients)),
        )
        if made:
            return
        made.update(recipients)
    if not made and len(actors) > 1:
        yield _together(token, doers, actors, slot, arguments)


def _doers(token: "Token", arguments: Arguments) -> "tuple[list[Token], str]":
    """The heads of the phrase that names who acts, and its slot; the clause's subject for a noun without its own.

    Of what is received the giver acts ("received money from X").
    """
    if token.pos_ in ("VERB", "AUX"):
        givers = fill(token, "from") if token.lemma_.lower() in word_classes()["borne_verb"] else []
        return (givers, "from") if givers else (syntax.subjects(token), "subj")
    for slot in _DOERS:
        heads = fill(token, slot)
        if arguments.naming.who(heads):
            return heads, slot
    return [], ""


def _bearers(token: "Token") -> Iterator[Reached]:
    """Those who get something from others: the subject of "received money from X"."""
    heads = syntax.surface_subjects(token)
    if heads and not verbs.is_passive(token):
        yield Reached(heads, "subj", 1)


def _others(token: "Token", doers: "list[Token]") -> Iterator[Reached]:
    """The phrases within reach that are not those who act; an object first."""
    used = {head.i for head in doers}
    for reached in reach(token):
        if used.isdisjoint(head.i for head in reached.heads):
            yield reached


def _is_in(word: "Token", head: "Token") -> bool:
    """Whether a word only says of what kind or whose the other is: "US" in "US President"."""
    while word.dep_ in ("compound", "amod", "nmod", "poss") and word.head != word:
        word = word.head
        if word == head:
            return True
    return False


def _together(
    token: "Token", doers: "list[Token]", actors: tuple[str, ...], slot: str, arguments: Arguments
) -> Candidate:
    """Those who act together, the first upon the others: "A and B agreed to share data"."""
    return Candidate(
        trigger=token,
        actors=actors[:1],
        actor_spans=arguments.naming.spans(doers[:1]),
        recipients=actors[1:],
        recipient_spans=arguments.naming.spans(doers[1:] or doers),
        actor_slot=slot,
        recipient_slot="and",
        confidence=0.6,
        heads=(doers[0], doers[-1]),
        kinds=(arguments.naming.kind(actors[:1]), arguments.naming.kind(actors[1:])),
    )


def _confidence(token: "Token", slot: str, reached: Reached, by_place: bool) -> float:
    score = 0.9 - _STEP * (reached.steps - 1)
    score -= 0.1 if token.pos_ == "NOUN" else 0.0
    score -= 0.1 if slot == "mod" else 0.0
    score -= 0.15 if by_place else 0.0
    score -= 0.1 if reached.slot == "in" else 0.0
    score -= 0.2 if token.lemma_.lower() in word_classes()["reporting_verb"] else 0.0
    return round(max(0.05, score), 2)
