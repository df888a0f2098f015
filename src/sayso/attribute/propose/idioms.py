"""Idioms of say-so: "take A to task", "pour cold water on", "make no secret of", wherever their words stand.

An idiom is a row of idioms.tsv. Its words are found behind its verb, with articles, adjectives and adverbs between
them ("poured more cold water on"), with a gap ("took the firm to task"), or turned round by the passive ("doubts
were cast on", "was taken to task").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.reading import Range, children
from sayso.lexicons.load import table
from sayso.records.base import Record
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

GAPS = frozenset({"_", "@"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"})
_BETWEEN = frozenset({"DET", "ADJ", "ADV", "NUM", "PART"})
_CLAUSE = frozenset({"that", "whether"})
_FILLERS = frozenset({"dobj", "nsubj", "ccomp", "xcomp", "dative", "oprd", "pobj", "attr", "nsubjpass"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LOOSE = 4
"""How many articles, adjectives and adverbs may stand between two words of an idiom."""
_WIDE = 20
"""Tokens of the longest gap."""


class Idiom(Record, frozen=True, kw_only=True):
    """One row of idioms.tsv; the columns are described at its head."""

    idiom: str
    stance: Stance
    negated: Stance | None = None
    frames: tuple[str, ...] = ()


Words = tuple[frozenset[str], ...]
"""The words of an idiom in their order, each with its alternatives."""


class Path(NamedTuple):
    """Where an idiom's words stand: their tokens, what fills its gap, and what stands between them."""

    tokens: tuple[Token, ...]
    gap: Range | None
    between: tuple[Token, ...]


class Met(NamedTuple):
    """An idiom in a text: its row, where its words stand, and whether it is denied ("raised no doubts")."""

    row: Idiom
    path: Path
    negated: bool


@cache
def idioms() -> dict[str, tuple[tuple[Idiom, Words], ...]]:
    """The rows by each alternative of their first word, those of most words first."""
    rows: dict[str, list[tuple[Idiom, Words]]] = {}
    for row in table("idioms.tsv", Idiom):
        words = tuple(frozenset(word.split("/")) for word in row.idiom.split())
        for first in words[0]:
            rows.setdefault(first, []).append((row, words))
    return {first: tuple(sorted(found, key=lambda each: -len(each[1]))) for first, found in rows.items()}


def met(verb: Token, limit: int) -> Iterator[Met]:
    """The idioms that begin with the verb and end before token `limit`, those of most words first."""
    rows = idioms().get(verb.lemma_.lower(), ())
    if not rows:
        return
    behind = list(verb.doc[verb.i + 1 : limit])
    passive = bool(children(verb, "auxpass"))
    near = [*behind, *verb.sent] if passive else behind
    said = {form for token in near for form in (token.lemma_.lower(), token.lower_)}
    for row, words in rows:
        if any(said.isdisjoint(word) and not word & GAPS for word in words[1:]):
            continue  # a word of it is nowhere near
        path = _along(words[1:], verb, behind, passive) or (_turned(words, verb, behind) if passive else None)
        if path is not None:
            yield Met(row, path, _is_denied(verb, path.between))


def named(cue: Sequence[Token]) -> Met | None:
    """The idiom that the words of a cue are, whatever stands in its gap."""
    best, most = None, 0
    for at, verb in enumerate(cue):
        for row, words in idioms().get(verb.lemma_.lower(), ()):
            behind = cue[at + 1 :]
            path = _along(words[1:], verb, behind, True) or _turned(words, verb, behind)
            if path is not None and len(words) > most:
                best, most = Met(row, path, _is_denied(verb, path.between)), len(words)
    return best


def _along(words: Words, verb: Token, behind: Sequence[Token], gapless: bool) -> Path | None:
    """The verb and the words behind it; `gapless`: nothing needs to stand in their gap."""
    tokens, at, gap = [verb], 0, None
    between: list[Token] = []
    for number, word in enumerate(words):
        if word & GAPS:
            if gapless:
                continue
            end = _gap_end(words[number + 1] if number + 1 < len(words) else _CLAUSE, behind, at)
            if end is None or not _may_fill_gap(behind[at:end], verb, word) or _of_other(behind[end:], verb):
                return None
            gap, at = (behind[at].i, behind[end - 1].i + 1), end
            continue
        while at < len(behind) and not _is(behind[at], word):
            if len(between) > _LOOSE or not _may_stand_between(behind[at]):
                return None
            between.append(behind[at])
            at += 1
        if at == len(behind):
            return None
        tokens.append(behind[at])
        at += 1
    return Path(tuple(tokens), gap, tuple(between))


def _turned(words: Words, verb: Token, behind: Sequence[Token]) -> Path | None:
    """ "Doubts were cast on": the idiom's noun is the passive verb's subject."""
    subject = next(iter(children(verb, "nsubjpass")), None)
    noun = next((k for k, word in enumerate(words) if k and subject is not None and _is(subject, word)), 0)
    if subject is None or not noun or any(word & GAPS for word in words):
        return None
    before = list(subject.doc[subject.left_edge.i : subject.i])
    if any(not any(_is(token, word) for token in before) for word in words[1:noun]):
        return None
    rest = _along(words[noun + 1 :], verb, behind, False)
    if rest is None:
        return None
    return Path((subject, *rest.tokens), None, (*before, *rest.between))


def _of_other(rest: Sequence[Token], verb: Token) -> bool:
    """Whether the word behind a gap is the particle of another verb: "called it a plot to stamp out"."""
    return bool(rest) and rest[0].dep_ == "prt" and rest[0].head != verb


def _may_fill_gap(filler: Sequence[Token], verb: Token, gap: frozenset[str]) -> bool:
    """Whether the words name someone or something, and are the verb's object or the subject of its small clause."""
    if not any(token.pos_ in _NAMING and token.tag_ != "PRP$" for token in filler):
        return False
    above = token = filler[0]
    if "@" in gap:
        return True
    while above.head != verb and above.head != above:
        above = above.head
    return above.head == verb and above.dep_ in _FILLERS and token.dep_ not in ("prep", "aux", "mark")


def _gap_end(word: frozenset[str], behind: Sequence[Token], at: int) -> int | None:
    """Where the gap ends: before the next word of the idiom, in the same clause."""
    for end in range(at, min(len(behind), at + _WIDE)):
        token = behind[end]
        if end > at and _is(token, word):
            while end - 1 > at and (behind[end - 1].tag_ == "PRP$" or behind[end - 1].pos_ == "DET"):
                end -= 1  # "gave the crew his word"
            return end
        if token.text in (";", ":") or token.is_space:
            return None
    return None


def _is(token: Token, word: frozenset[str]) -> bool:
    return token.lemma_.lower() in word or token.lower_ in word


def _may_stand_between(token: Token) -> bool:
    """Whether the token only adds to an idiom's next word: an article, owner, adjective or adverb."""
    if token.pos_ in _BETWEEN and token.tag_ != "TO":
        return True
    return token.tag_ in ("PRP$", "POS") or token.dep_ in ("compound", "poss")


def _is_denied(verb: Token, between: Sequence[Token]) -> bool:
    """Whether the verb is negated, or a "no" stands among the words."""
    return any(token.lower_ in _NEGATIONS for token in (*between, *children(verb, "neg", "advmod")))
