"""The CofeNet form of attribution corpora (cofe-ai/CofeNet): tokenised sentences with BIO tags.

One JSON object a line: `{"tokens": [...], "labels": ["O", "B-source", ...], "id": DOCUMENT}`. Scores are
exact spans a role, sentence by sentence, as published for BERT Cofe (Wang et al., COLING 2022).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from sayso.errors import UsageError
from sayso.evaluate.attribution_gold import ROLES, Roles
from sayso.evaluate.interval import Count
from sayso.evaluate.printed import printed


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tokenised sentence with its gold labels."""

    doc: str
    tokens: tuple[str, ...]
    labels: tuple[str, ...]


def read(path: Path) -> list[Sentence]:
    """The sentences of a CofeNet file, in its order. Raises UsageError if it is none."""
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        return [
            Sentence(str(row.get("id", i)), tuple(row["tokens"]), tuple(row["labels"]))
            for i, row in enumerate(rows)
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path}: no JSON lines with tokens and labels: {error}") from error


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Neighbouring sentences of one document as running text, and where each token stands in it."""

    text: str
    tokens: tuple[tuple[tuple[int, int], ...], ...]


def rebuild(sentences: Sequence[Sentence]) -> list[Rebuilt]:
    """Running text of each document as print has it, from its tokens."""
    return [_rebuild(list(group)) for _, group in groupby(sentences, key=lambda s: s.doc)]


def _rebuild(sentences: list[Sentence]) -> Rebuilt:
    parts: list[str] = []
    places: list[tuple[tuple[int, int], ...]] = []
    at = 0
    for sentence in sentences:
        text, spots = printed(sentence.tokens)
        places.append(tuple((at + start, at + end) for start, end in spots))
        parts.append(text)
        at += len(text) + 1
    return Rebuilt(" ".join(parts), tuple(places))


def labels(rebuilt: Rebuilt, attributions: Iterable[Roles]) -> list[list[str]]:
    """BIO labels of every sentence from attributions of the running text.

    A span is cut at sentence ends. Where roles overlap, the cue wins over the source, both over the content.
    """
    role_at: dict[int, tuple[str, int]] = {}
    number = 0
    chosen = list(attributions)
    for role in reversed(("cue", "source", "content")):
        for start, end in sorted({(s, e) for roles in chosen for s, e in roles.get(role, ())}):
            number += 1
            role_at.update((place, (role, number)) for place in range(start, end))
    return [_sentence_labels(places, role_at) for places in rebuilt.tokens]


def _sentence_labels(places: Sequence[tuple[int, int]], role_at: dict[int, tuple[str, int]]) -> list[str]:
    result: list[str] = []
    before: tuple[str, int] | None = None
    for start, end in places:
        here = next((role_at[p] for p in range(start, end) if p in role_at), None)
        result.append("O" if here is None else f"{'I' if here == before else 'B'}-{here[0]}")
        before = here
    return result


def score_sentence(gold: Sequence[str], predicted: Sequence[str]) -> dict[str, Count]:
    """Counts of exact spans a role in one sentence."""
    wanted, found = set(spans(gold)), set(spans(predicted))
    counts = {}
    for role in ROLES:
        g, p = ({s for s in side if s[0] == role} for side in (wanted, found))
        counts[role] = Count(len(g & p), len(p), len(g))
    return counts


def spans(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """(role, first token, token after the last) of a BIO sequence; an I after no like tag begins a span.

    >>> spans(["B-source", "I-source", "B-cue", "O"])
    [('source', 0, 2), ('cue', 2, 3)]
    """
    found: list[tuple[str, int, int]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        role = tag[2:]
        if tag[0] == "I" and found and found[-1][0] == role and found[-1][2] == i:
            found[-1] = (role, found[-1][1], i + 1)
        else:
            found.append((role, i, i + 1))
    return found
