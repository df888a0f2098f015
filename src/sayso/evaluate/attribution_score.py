"""Scores of predicted attributions (source, cue, content) against gold ones.

Tokens are the matches of `\\w+|[^\\w\\s]` in the article; a span holds every token that it touches.

- token.ROLE: micro P/R/F1 over the tokens in any span of that role.
- exact.ROLE: spans with identical tokens. A span is one contiguous piece, so a discontinuous content is two;
  a span shared by several attributions counts once.
- overlap.ROLE: spans matched one to one with token Jaccard of at least 0.5.
- content_only: attributions matched one to one whose contents (all pieces together) have Jaccard >= 0.5.
- relation: the same, and the sources have Jaccard >= 0.5 or are absent in both.
- relation_cue: the same, and the cues have Jaccard >= 0.5 or are absent in both.
- unquoted: of the gold attributions without a quotation mark in their content, the share matched as relations.
- wrong_source: the share of the gold whose content is matched while the two sources share no token.

Matching is greedy, best first, ties in text order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from sayso.evaluate.attribution_gold import ROLES, Annotated, Roles, Spans
from sayso.evaluate.interval import Count

TOKEN = re.compile(r"\w+|[^\w\s]")
THRESHOLD = 0.5
RELATIONS = {
    "content_only": ("content",),
    "relation": ("content", "source"),
    "relation_cue": ("content", "source", "cue"),
}
SHARES = ("unquoted", "wrong_source")
MARKS = re.compile(r"[“”\"]")
NAMES = (*(f"{kind}.{role}" for kind in ("token", "exact", "overlap") for role in ROLES), *RELATIONS)

Numbers: TypeAlias = frozenset[int]
Covered: TypeAlias = dict[str, Numbers]
Item = TypeVar("Item")


def score_article(gold: Annotated, predicted: Sequence[Roles]) -> dict[str, Count]:
    """The counts of one article, under every name in NAMES and SHARES."""
    tokens = cover(gold.text)
    wanted, found = (
        [{role: tokens(roles.get(role, ())) for role in ROLES} for roles in side]
        for side in (gold.attributions, predicted)
    )
    counts: dict[str, Count] = {}
    for role in ROLES:
        g, p = (frozenset[int]().union(*(a[role] for a in side)) for side in (wanted, found))
        counts[f"token.{role}"] = Count(len(g & p), len(p), len(g))
        spans, guesses = ({s for a in side for s in pieces(a[role])} for side in (wanted, found))
        counts[f"exact.{role}"] = Count(len(spans & guesses), len(guesses), len(spans))
        overlap = matched(sorted(spans), sorted(guesses), _similar_pieces)
        counts[f"overlap.{role}"] = Count(len(overlap), len(guesses), len(spans))
    for name, roles_ in RELATIONS.items():
        pairs = matched(wanted, found, similar(roles_))
        counts[name] = Count(len(pairs), len(found), len(wanted))
    return counts | _shares(gold, wanted, found)


def _shares(gold: Annotated, wanted: list[Covered], found: list[Covered]) -> dict[str, Count]:
    """How many of the gold are unquoted and found, and how many have another's source."""
    plain = {
        number
        for number, roles in enumerate(gold.attributions)
        if not any(MARKS.search(gold.text[start:end]) for start, end in roles.get("content", ()))
    }
    right = {number for number, _ in matched(wanted, found, similar(RELATIONS["relation"]))}
    met = matched(wanted, found, similar(RELATIONS["content_only"]))
    apart = [
        i
        for i, j in met
        if wanted[i]["source"] | found[j]["source"] and not wanted[i]["source"] & found[j]["source"]
    ]
    return {
        "unquoted": Count(len(right & plain), len(plain), len(plain)),
        "wrong_source": Count(len(apart), len(wanted), len(wanted)),
    }


def cover(text: str) -> Callable[[Spans], Numbers]:
    """From spans of `text` to the numbers of the tokens that they touch."""
    number: list[int] = [-1] * len(text)
    for i, match in enumerate(TOKEN.finditer(text)):
        number[match.start() : match.end()] = [i] * (match.end() - match.start())
    return lambda spans: frozenset(n for start, end in spans for n in number[start:end] if n >= 0)


def pieces(tokens: Numbers) -> list[tuple[int, int]]:
    """The contiguous runs in a set of token numbers, as (first, last).

    >>> pieces(frozenset({3, 4, 7}))
    [(3, 4), (7, 7)]
    """
    found: list[tuple[int, int]] = []
    for token in sorted(tokens):
        if found and token == found[-1][1] + 1:
            found[-1] = (found[-1][0], token)
        else:
            found.append((token, token))
    return found


def matched(
    gold: Sequence[Item], predicted: Sequence[Item], similarity: Callable[[Item, Item], float | None]
) -> list[tuple[int, int]]:
    """Pairs (gold, predicted) matched one to one, the most similar first.

    `similarity` is None where the two may not match.
    """
    ranked = sorted(
        (-value, i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (value := similarity(g, p)) is not None
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def similar(roles: Sequence[str]) -> Callable[[Covered, Covered], float | None]:
    """A similarity of two attributions: the sum of the Jaccards of `roles`, None if one is under 0.5.

    Attributions without content match nothing.
    """

    def similarity(gold: Covered, predicted: Covered) -> float | None:
        if not gold["content"] or not predicted["content"]:
            return None
        values = [_jaccard(gold[role], predicted[role]) for role in roles]
        return sum(values) if min(values) >= THRESHOLD else None

    return similarity


def _jaccard(one: Numbers, other: Numbers) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _similar_pieces(one: tuple[int, int], other: tuple[int, int]) -> float | None:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]) + 1)
    value = shared / (one[1] - one[0] + 1 + other[1] - other[0] + 1 - shared)
    return value if value >= THRESHOLD else None
