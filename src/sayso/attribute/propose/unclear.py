"""What nobody in particular leaves open: "it is not clear whether X", "X could not be established"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.refusals import RULE
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_group
from sayso.attribute.words.cues import Cue, cues
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUESTIONS = frozenset(
    {"whether", "if", "how", "why", "who", "whose", "whom", "what", "when", "where", "which"}
)


def unclear(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The attributions without a source between two tokens that leave a question open."""
    for i in range(start, end):
        word = reading.doc[i]
        verb, rows = word.head, cues("unclear").get(word.lower_, ())
        asked = _not_settled(word)
        if asked is not None:
            verb = word
        elif rows and verb != word:
            asked = _asked_before(verb) or _open_thing(verb, rows)
        if asked is not None:
            cue = max(verb_group(verb)[0], asked.right_edge.i + 1), i + 1
            yield _left_open(reading, word, cue, (asked.left_edge.i, asked.right_edge.i + 1))
            continue
        it = next((t for t in children(verb, "nsubj", "expl") if t.lower_ == "it"), None)
        open_ = bool(rows) and (rows[0].stance == Stance.UNCONFIRMED or is_negated(verb))
        question = _question(word, verb, end) if open_ and verb != word and it is not None else None
        if question is not None and it is not None:
            cue = min(it.i, verb_group(verb)[0]), i + 1
            content = question.left_edge.i, min(question.right_edge.i + 1, end)
            yield _left_open(reading, word, cue, content)


def _left_open(reading: Reading, word: Token, cue: Range, content: Range) -> Found:
    return Found(
        source=(),
        cue=reading.spans(cue),
        content=reading.spans(content),
        rule=RULE,
        no_source=f"{word.text!r} names no one",
    )


def _asked_before(be: Token) -> Token | None:
    """The question that is the verb's subject: "How the fire began remains unknown"."""
    return next((t for t in children(be, "csubj") if t.left_edge.lower_ in _QUESTIONS and t.i < be.i), None)


def _not_settled(verb: Token) -> Token | None:
    """What a passive leaves open: "whether it fell could not be established", "the cause is not known"."""
    if verb.lemma_.lower() not in {*cues("verifying"), *cues("settling")} or not is_negated(verb):
        return None
    asked = [t for t in children(verb, "csubjpass", "csubj", "ccomp", "nsubjpass") if t.i < verb.i]
    return next(
        (t for t in asked if t.left_edge.lower_ in _QUESTIONS or t.lemma_.lower() in cues("riddle")), None
    )


def _open_thing(be: Token, rows: Sequence[Cue]) -> Token | None:
    """The noun for what one would know that is the verb's subject: "the cause of the fire is not clear"."""
    if be.lemma_ not in ("be", "remain") or not (rows[0].stance == Stance.UNCONFIRMED or is_negated(be)):
        return None
    return next((t for t in children(be, "nsubj") if t.lemma_.lower() in cues("riddle") and t.i < be.i), None)


def _question(word: Token, be: Token, limit: int) -> Token | None:
    """The clause of the question behind the word, to the word that opens it."""
    clauses = (*children(word, "ccomp", "advcl", "xcomp"), *children(be, "ccomp", "advcl", "csubj", "nsubj"))
    behind = (t for t in clauses if word.i < t.left_edge.i <= word.i + 2 and t.i < limit)
    return next((t for t in behind if t.left_edge.lower_ in _QUESTIONS), None)
