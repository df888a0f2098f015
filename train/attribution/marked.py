"""Passages in which every statement is marked, those inside others too: what PolNeAR cannot teach.

Three forms: `own/*.txt`, invented passages (the text on a line, below it a line a statement, indented: source | cue |
content | class stance), `own/*.tsv`, published ones stand-off (offsets only), and the gold for chains of say-so
(`tests/gold/chains/*.toml`), of which some files are kept to choose by.
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from data import TAG_OF, Article, Window, batches, parts, runs, unparsed

from sayso.encode.decode import LEVELS, ROLES, TAGS
from sayso.encode.words import split
from sayso.evaluate import chains_gold
from sayso.records.vocabulary import SourceClass, Stance

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
from texts import corpus_texts

Spans = tuple[tuple[int, int], ...]
PIECES = 230  # of a window packed with passages
DEV = 8  # one passage in so many is kept from training
HELD = frozenset({"test", *(f"test{number}" for number in range(29, 38))})
"""Files of the gold for chains that train nothing."""


@dataclass(frozen=True)
class Passage:
    """A text and its statements: the spans of each role, and its source's class and its stance if known.

    `is_classed`: the classes are those of the gold for chains; older passages have others, which teach nothing.
    """

    text: str
    statements: list[dict[str, Spans]]
    kinds: list[tuple[str, ...]]
    is_classed: bool = False

    @property
    def is_dev(self) -> bool:
        """Whether the passage is kept from training, by a digest of its words."""
        words = re.sub(r"\W", "", self.text.lower())
        return hashlib.sha256(words.encode()).digest()[0] % DEV == 0

    def depths(self) -> list[int]:
        """How many other statements each one lies inside of, cue and content."""
        return [
            sum(other is not each and _lies_in(each, other) for other in self.statements)
            for each in self.statements
        ]


def read(folder: Path, data: Path) -> list[Passage]:
    """All passages of a folder; of published texts those that are found below `data`."""
    passages = [p for file in sorted(folder.glob("*.txt")) for p in _invented(file)]
    passages += [p for file in sorted(folder.glob("*.tsv")) for p in _published(file, data)]
    return passages + [
        p for file in sorted(folder.glob("*.toml")) if file.stem not in HELD for p in _gold(file)
    ]


def _gold(file: Path) -> Iterator[Passage]:
    """The reports of a file of gold for chains, in which every statement is marked too."""
    for report in chains_gold.read(file):
        spans = [{role: tuple(each.spans(role, report.text)) for role in ROLES} for each in report.statements]
        yield Passage(report.text, spans, [(each.class_, each.stance) for each in report.statements], True)


def _invented(file: Path) -> Iterator[Passage]:
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    starts = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = lines[begin]
        rows = [[part.strip() for part in line.split(" | ")] for line in lines[begin + 1 : end]]
        spans = [
            {role: tuple(_places(part, text)) for role, part in zip(ROLES, row[:3], strict=True)}
            for row in rows
        ]
        yield Passage(text, spans, [tuple(row[3].split()) if len(row) > 3 else () for row in rows])


def _places(part: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of a role stand: `words`, or `words#2` for their second place; "-" is none."""
    for piece in part.split(" // ") if part != "-" else ():
        words, _, number = piece.partition("#")
        found = whole(words, text)
        if len(found) < int(number or 1):
            raise ValueError(f"{words!r} does not stand in {text!r}")
        yield found[int(number or 1) - 1]


def whole(words: str, text: str) -> list[tuple[int, int]]:
    """The places where the words stand in a text as whole words."""
    places = (match.span() for match in re.finditer(re.escape(words), text))
    return [
        (begin, end)
        for begin, end in places
        if not (text[:begin][-1:].isalnum() and words[0].isalnum())
        and not (text[end:][:1].isalnum() and words[-1].isalnum())
    ]


def _published(file: Path, data: Path) -> Iterator[Passage]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    for name, number, digest, begin, end, marks in rows[1:]:
        text = corpus_texts(data / name)[int(number)][int(begin) : int(end)]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != digest:
            raise ValueError(f"{name}, text {number}: characters {begin} to {end} are not what was marked")
        rows = [mark.split(",") for mark in marks.split(";") if mark]
        yield Passage(text, [_offsets(row[:3]) for row in rows], [tuple(row[3].split()) for row in rows])


def _offsets(row: list[str]) -> dict[str, Spans]:
    """One statement of the stand-off form: three roles, each a list of begin-end."""
    return {
        role: tuple((int(a), int(b)) for a, _, b in (span.partition("-") for span in part.split()))
        for role, part in zip(ROLES, row, strict=True)
    }


def _lies_in(each: dict[str, Spans], other: dict[str, Spans]) -> bool:
    spans = (*each["cue"], *each["content"])
    inside = all(any(a <= s and e <= b for a, b in other["content"]) for s, e in spans)
    return inside and each["content"] != other["content"]


def article(passages: Sequence[Passage], tokenizer) -> Article:
    """Passages below one another as an article whose tags are those of each level, one after the other."""
    text = "\n".join(passage.text for passage in passages)
    pieces = split(text, tokenizer)
    tags = np.zeros((len(pieces.first), LEVELS), dtype=np.int64)
    further = unparsed(len(tags))
    attributions, offset = [], 0
    for passage in passages:
        words = [
            {
                role: np.flatnonzero(
                    sum(((pieces.starts < e + offset) & (pieces.ends > s + offset)) for s, e in spans)
                    if spans
                    else np.zeros(len(pieces.first), dtype=bool)
                )
                for role, spans in each.items()
            }
            for each in passage.statements
        ]
        for role in ("content", "source", "cue"):
            for depth, each in zip(passage.depths(), words, strict=True):
                for run in runs(each[role]) if depth < LEVELS else ():
                    tags[run, depth] = [TAG_OF[f"{part}-{role}"] for part in parts(len(run))]
        for each, kinds in zip(words, passage.kinds, strict=True):
            if kinds:
                further[each["cue"], 2] = list(Stance).index(Stance(kinds[1]))
                if passage.is_classed:
                    further[each["source"], 3] = list(SourceClass).index(SourceClass(kinds[0]))
        attributions += words
        offset += len(passage.text) + 1
    chances = np.eye(len(TAGS), dtype=np.float32)[tags].reshape(len(tags), -1)
    return Article("", text, pieces, chances, attributions, further)


def endless(passages: list[Passage], tokenizer, size: int, rng: random.Random) -> Iterator[list[Window]]:
    """Batches of windows without an end: passages drawn at random, one to six below one another."""
    sizes = {id(p): len(split(p.text, tokenizer).ids) for p in passages}
    while True:
        articles, group, most = [], [], rng.randint(1, 6)
        for passage in rng.sample(passages, len(passages)):
            if group and (
                len(group) >= most or sum(sizes[id(p)] for p in group) + sizes[id(passage)] > PIECES
            ):
                articles.append(article(group, tokenizer))
                group, most = [], rng.randint(1, 6)
            group.append(passage)
        articles.append(article(group, tokenizer))
        yield from batches(articles, PIECES + 26, size, rng)
