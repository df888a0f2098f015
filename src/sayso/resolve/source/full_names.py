"""Whether a source is a person by a full name, whatever stands around it.

A given name and a surname at its head ("Ann Oakes of the University of Hull"), behind a post ("transport department
official Troy Lund") or behind an owner ("the fund's Ida Lund"). Given names and surnames: census_names.tsv and
given_names.tsv.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.words import is_given_name, listed_names
from sayso.resolve.source.nouns import noun_at, nouns
from sayso.resolve.source.parts import core, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMING = frozenset({"named", "called"})
_WHENCE = frozenset({"of", "from", "at"})
_CLOSING = frozenset({",", "(", "[", "—", "–", "--"})
_LONGEST = 4
_BODIES = frozenset({"organisation", "bodies", "state", "media", "paper", "document"})


def is_full_name(tokens: "list[Token]") -> bool:
    """Whether the words of a source up to what describes it are, or end in, a person's full name."""
    head, aside = _parted(tokens)
    if _closes(head) or _leads(head):
        return True
    if head and aside and not (_speaks_for_himself(head) or _is_surely_named(aside)):
        return False  # "The plant's owner, Dixie Rubber"
    one = [t.lower_ for t in head[:2]] == ["one", "of"]
    owner = max((at for at, t in enumerate(head) if t.tag_ == "POS"), default=-1)
    own = core(head[owner + 1 :])  # "the council of Europe's commissioner for rights"
    holder = noun_at(lowered(own)) if own else None
    post = holder is not None and holder.kind in ("person", "hidden") and not holder.plural
    return (one or post) and _closes(aside)


def _speaks_for_himself(head: "list[Token]") -> bool:
    """Whether who is told of before a name is no such owner or maker as a firm may be too."""
    return head[-1].lower_ not in nouns("trade") or head[0].lower_ in ("his", "her", "my")


def _is_surely_named(aside: "list[Token]") -> bool:
    title = noun_at([aside[0].lower_], guess=False)
    return aside[-1].lower_ in listed_names("surname") or (title is not None and title.person)


def _closes(head: "list[Token]") -> bool:
    """Whether words are a full name or end in one: behind a post, an owner, or "named"."""
    if _is_run(head) and _is_persons(head):
        return True
    behind = max((i for i, t in enumerate(head) if t.tag_ == "POS" or t.lower_ in _NAMING), default=-1)
    name = head[behind + 1 :]
    if behind >= 0 and head[behind].lower_ in _NAMING:
        return _is_run(name)
    if behind >= 0 and _is_run(name) and _is_persons(name):
        return not _is_of_another(head[:behind])
    at = next((at for at in range(len(head) - 2, -1, -1) if _is_holder(head, at)), None)
    return at is not None and not _is_of_another(head[:at])


def _parted(tokens: "list[Token]") -> "tuple[list[Token], list[Token]]":
    """The words before the first comma, bracket or clause, and those behind it up to the next."""
    ends = [i for i, t in enumerate(tokens) if t.text in _CLOSING or t.tag_ in ("WP", "WDT", "WP$")]
    first, second = [*ends, len(tokens), len(tokens)][:2]
    return tokens[:first], tokens[first + 1 : second]


def _leads(head: "list[Token]") -> bool:
    """Whether a full name opens a source, with nothing but a preposition behind it: "Ann Oakes of"."""
    size = next((i for i, t in enumerate(head) if not _in_name(head, i)), len(head))
    while size and not head[size - 1].text[:1].isupper():
        size -= 1
    name, rest = head[:size], head[size:]
    if not _is_run(name) or not rest or rest[0].pos_ not in ("ADP", "SCONJ"):
        return False
    return _is_persons(name) or (
        rest[0].lower_ in _WHENCE and sum(t.is_alpha for t in name) < _LONGEST and _is_nothing_else(name)
    )


def _is_nothing_else(name: "list[Token]") -> bool:
    """Whether no word of a name is a noun or stands for a place."""
    said = [t for t in name if t.is_alpha]
    known = (noun_at([t.lower_], guess=False) is not None or t.lower_ in nouns("body first") for t in said)
    placed = any(t.ent_type_ in ("GPE", "NORP", "LOC", "FAC") for t in said)
    return not placed and not any(known) and not _ends_a_body(name[-1])


def _in_name(head: "list[Token]", i: int) -> bool:
    """Whether a word can be part of a name: in capitals, a hyphen inside it, a particle or an initial."""
    token = head[i]
    if token.text in ("-", "."):
        return 0 < i < len(head) - 1
    if token.text[:1].isupper():
        return not token.is_upper or len(token.text) < 3
    return 0 < i < len(head) - 1 and token.lower_ in nouns("name's particle")


def _is_run(name: "list[Token]") -> bool:
    return 1 < len(name) <= _LONGEST + 2 and all(_in_name(name, i) for i in range(len(name)))


def _is_persons(name: "list[Token]") -> bool:
    """Whether a name begins with a given name and does not end as that of a body does."""
    first, last = name[0].lower_.rstrip("."), name[-1]
    return is_given_name(first) and first not in nouns("town's too") and not _ends_a_body(last)


def _ends_a_body(last: "Token") -> bool:
    """Whether a name's last word is the noun of a body, a medium or a text, and no surname too."""
    word = last.lower_
    if word in nouns("surname too") or (
        word.endswith("er") and word in listed_names("surname") and word not in nouns("firm")
    ):
        return False  # "Judge Gray Tanner"
    noun = noun_at([word], guess=False)
    if noun is not None and noun.kind in _BODIES:
        return True
    return word in nouns("firm") or word in nouns("title")


def _is_holder(head: "list[Token]", at: int) -> bool:
    """Whether the word at this place is the noun for one person and a name of two words or more closes the source."""
    role, name = head[at], head[at + 1 :]
    if role.tag_ == "NNS" or not _is_run(name) or _ends_a_body(name[-1]):
        return False
    if role.text[:1].isupper():
        post = agent_at([role.lower_])
        return role.lower_ in nouns("civil title") or (
            post is not None and post[0].kind in ("office", "person")
        )
    noun = noun_at([role.lower_])
    trades = any(role.lower_ in nouns(kind) for kind in ("trade", "trade firm", "raised firm"))
    if noun is None or noun.plural or not (trades or noun.kind in ("person", "hidden")):
        return False
    if trades:
        return head[0].lower_ != "the" and _is_persons(name)  # "the tour operator Clara Bow"
    return _is_persons(name) or not _is_found_a_body(name)


def _is_of_another(before: "list[Token]") -> bool:
    """Whether a preposition behind a noun makes what follows another's: "a spokesman for the fund's"."""
    return any(a.text.islower() and a.pos_ == "NOUN" and b.pos_ == "ADP" for a, b in pairwise(before)) or any(
        t.tag_ == "VBN" for t in before
    )


def _is_found_a_body(name: "list[Token]") -> bool:
    return any(t.ent_type_ in ("ORG", "GPE", "FAC", "PRODUCT") for t in name)
