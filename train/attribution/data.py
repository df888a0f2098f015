"""PolNeAR articles as training windows: wordpieces, BIOES tags of words, link targets."""

from __future__ import annotations

import hashlib
import json
import pickle
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from sayso.encode.decode import ROLES, TAGS
from sayso.encode.link import Row
from sayso.encode.windows import cut
from sayso.encode.words import LINE, QUOTED, Pieces, split

PADDING, CLS, SEP, MASK = 0, 101, 102, 103
IGNORE = -100
TAG_OF = {tag: i for i, tag in enumerate(TAGS)}


@dataclass(frozen=True)
class Article:
    """One article: its pieces, the chance of each tag a word, and each attribution as word numbers by role.

    Where a teacher read it there are no attributions, but `taught`: the link chances of each likely cue word. Where a
    teacher read what is annotated (`blended`) there are both, and the tags' chances are the mean.
    """

    doc: str
    text: str
    pieces: Pieces
    tags: np.ndarray
    attributions: list[dict[str, np.ndarray]]
    further: np.ndarray
    taught: dict[int, Row] = field(default_factory=dict)


@dataclass(frozen=True)
class Window:
    """Pieces [start, end) of an article, ready to batch.

    `tags` holds the chances (piece x tag) and `links` those of (cue x piece x none, source, content), all 0 where
    nothing is known, a teacher's where `taught`. `further` has a row a piece: dependency label, head piece, stance of
    the cue and class of the source that it belongs to; IGNORE where that is not known.
    """

    ids: np.ndarray
    kinds: np.ndarray
    tags: np.ndarray
    links: np.ndarray
    cues: list[int]
    further: np.ndarray
    taught: bool = False


def read_articles(path: Path, tokenizer, syntax: Path | None = None) -> list[Article]:
    """Read the JSONL form of PolNeAR (one annotated article a line), with what syntax.py wrote."""
    parsed = np.load(syntax) if syntax else None
    with path.open(encoding="utf-8") as lines:
        return [_article(json.loads(line), tokenizer, parsed) for line in lines]


def _article(row: dict, tokenizer, parsed) -> Article:
    pieces = split(row["text"], tokenizer)

    def words(spans: list[list[int]]) -> np.ndarray:
        inside = [np.flatnonzero((pieces.starts < e) & (pieces.ends > s)) for s, e in spans]
        return np.unique(np.concatenate(inside)) if inside else np.zeros(0, dtype=np.int64)

    attributions = [{role: words(a[role]) for role in ROLES} for a in row["attributions"]]
    tags = np.zeros(len(pieces.first), dtype=np.int64)
    for role in ("content", "source", "cue"):  # on the rare overlap, the shorter role wins
        for attribution in attributions:
            for run in runs(attribution[role]):
                tags[run] = [TAG_OF[f"{part}-{role}"] for part in parts(len(run))]
    further = unparsed(len(tags), None if parsed is None else parsed[digest(row["text"])])
    chances = np.eye(len(TAGS), dtype=np.float32)[tags]
    return Article(row["doc"], row["text"], pieces, chances, attributions, further)


def digest(text: str) -> str:
    """The name under which syntax.py keeps a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def unparsed(words: int, parsed: np.ndarray | None = None) -> np.ndarray:
    """Rows of what is known of words beside their tags, -1 where it is not: what a parser saw, if one did."""
    rows = np.full((words, 4), -1)
    if parsed is not None:
        rows[:, :2] = parsed[:, :2]
    return rows


def read_taught(file: Path, tokenizer, syntax: Path | None = None) -> list[Article]:
    """The texts that teach.py had read, with the teachers' chances, and with what syntax.py wrote."""
    articles, parsed = [], np.load(syntax) if syntax else {}
    with file.open("rb") as kept:
        for text, scores, rows in pickle.load(kept):
            pieces, key = split(text, tokenizer), digest(text)
            further = unparsed(len(scores), parsed.get(key))
            taught = {cue: Row(low, links.astype(np.float32)) for cue, (low, links) in rows.items()}
            chances = np.exp(scores.astype(np.float32))
            articles.append(Article("", text, pieces, chances, [], further, taught))
    return articles


def blended(articles: list[Article], taught: list[Article]) -> list[Article]:
    """Annotated articles with what teachers say of the same texts, in equal shares; then the other taught ones."""
    said = {article.text: article for article in taught}
    both = []
    for article in articles:
        if other := said.pop(article.text, None):
            article = replace(article, tags=(article.tags + other.tags) / 2, taught=other.taught)
        both.append(article)
    return both + list(said.values())


def runs(words: np.ndarray) -> list[np.ndarray]:
    """The contiguous pieces of a sorted list of word numbers."""
    return [run for run in np.split(words, np.flatnonzero(np.diff(words) > 1) + 1) if len(run)]


def parts(length: int) -> str:
    """The BIOES letters of a span of so many words."""
    return "S" if length == 1 else "B" + "I" * (length - 2) + "E"


def windows(article: Article, size: int, rng: random.Random) -> Iterator[Window]:
    """Cut an article into windows of at most `size` pieces: half the time as the product does, to the end of a line.

    Else they are consecutive, from a random first cut.
    """
    pieces = article.pieces
    if rng.random() < 0.5:
        bounds = np.append(pieces.first, len(pieces.ids))
        for each in cut(pieces, size=rng.randint(2 * size // 3, size) - 2):
            if bounds[each.high] - bounds[each.low] <= size - 2:
                yield _window(article, int(bounds[each.low]), int(bounds[each.high]), rng)
        return
    total, start = len(pieces.ids), 0
    room = size - 2
    end = rng.randint(room // 3, room) if total > room else total
    word_starts = set(pieces.first.tolist())
    while start < total:
        end = min(end, total)
        while end < total and end not in word_starts:
            end -= 1
        yield _window(article, start, end, rng)
        start, end = end, end + room


def _window(article: Article, start: int, end: int, rng: random.Random) -> Window:
    pieces = article.pieces
    low, high = np.searchsorted(pieces.first, (start, end))
    at = pieces.first[low:high] - start + 1  # piece of each word, after [CLS]
    kinds = pieces.kinds[start:end].copy()
    if rng.random() < 0.3:
        kinds &= ~(LINE | QUOTED)
    if rng.random() < 0.1:
        kinds &= LINE | QUOTED
    ids = pieces.ids[start:end].copy()
    ids[np.array([rng.random() < 0.04 for _ in ids], dtype=bool)] = MASK
    tags = np.zeros((end - start + 2, article.tags.shape[1]), dtype=np.float32)
    tags[at] = article.tags[low:high]
    links = _both(_annotated(article, low, at), _taught(article, low, at))
    tables = np.zeros((len(links), len(tags), 3), dtype=np.float32)
    for table, roles in zip(tables, links.values(), strict=True):
        table[at] = roles
    rows = article.further[low:high]
    further = np.full((end - start + 2, rows.shape[1]), IGNORE)
    further[at] = np.where(rows >= 0, rows, IGNORE)
    head = rows[:, 1]
    inside = (head >= low) & (head < high)
    further[at, 1] = IGNORE
    further[at[inside], 1] = at[head[inside] - low]
    cues, taught = at[list(links)].tolist(), not article.attributions
    return Window(np.r_[CLS, ids, SEP], np.r_[0, kinds, 0], tags, tables, cues, further, taught)


def _annotated(article: Article, low: int, at: np.ndarray) -> dict[int, np.ndarray]:
    """The link table's rows of the annotated cue words, counted from `low`: word x (none, source, content)."""
    rows: dict[int, np.ndarray] = {}
    for attribution in article.attributions:
        mine = {r: w[(w >= low) & (w < low + len(at))] - low for r, w in attribution.items()}
        for cue in mine["cue"].tolist():
            row = rows.setdefault(cue, np.tile(np.float32([1, 0, 0]), (len(at), 1)))
            for number, role in enumerate(("source", "content"), 1):
                row[mine[role]] = np.eye(3, dtype=np.float32)[number]
    return rows


def _taught(article: Article, low: int, at: np.ndarray) -> dict[int, np.ndarray]:
    """The same as a teacher sees it; nothing is known of words that it was not shown."""
    rows = {}
    for cue, taught in article.taught.items():
        if low <= cue < low + len(at):
            rows[cue - low] = row = np.zeros((len(at), 3), dtype=np.float32)
            begin, end = max(low, taught.low), min(low + len(at), taught.low + len(taught.scores))
            row[begin - low : end - low] = np.exp(taught.scores[begin - taught.low : end - taught.low])
    return rows


def _both(annotated: dict[int, np.ndarray], taught: dict[int, np.ndarray]) -> dict[int, np.ndarray]:
    """Link rows of either side; the mean where both have one and the teacher was shown the word."""
    rows = {**taught, **annotated}
    for cue in annotated.keys() & taught.keys():
        known = taught[cue].sum(axis=1, keepdims=True) > 0
        rows[cue] = np.where(known, (annotated[cue] + taught[cue]) / 2, annotated[cue])
    return rows


def batches(articles: list[Article], size: int, batch: int, rng: random.Random) -> list[list[Window]]:
    """All windows of one epoch in batches of like length, the batches shuffled."""
    pool = [w for article in articles for w in windows(article, size, rng)]
    rng.shuffle(pool)
    pool.sort(key=lambda w: len(w.ids) // 16)
    groups, group, width = [], [], 0
    for window in pool:
        width = max(width, len(window.ids))
        if width * (len(group) + 1) > batch * size:
            groups.append(group)
            group, width = [], len(window.ids)
        group.append(window)
    groups.append(group)
    rng.shuffle(groups)
    return groups
