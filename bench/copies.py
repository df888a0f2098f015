"""The curve behind the thresholds of copies: what each lets through.

    python bench/copies.py newscluster.jsonl

On a file of the stories form (event, title, text; Giveme5W1H's news clusters): pairs of articles on different events
that reach a threshold are certainly no copies; pairs on one event may be. Beside them the share of made copies found:
every article with part of its sentences dropped and one word in twenty changed, compared with the article itself.
"""

import json
import random
import re
import sys
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.ledger.shingles import Shingles, sentence_keys

THRESHOLDS = (0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
Share = tuple[float, float]


def made_copy(text: str, kept: float, draw: random.Random) -> str:
    """An edited copy: this share of the sentences, one word in twenty changed."""
    sentences = [one for one in re.split(r"(?<=[.!?])\s+", text) if draw.random() < kept] or [text[:200]]
    return re.sub(r"\w{4,}", lambda m: "edited" if draw.random() < 0.05 else m.group(), " ".join(sentences))


def curve(pairs: Sequence[tuple[Share, bool]], copies: dict[float, list[Share]]) -> None:
    """Print, for either measure and every threshold, the pairs let through and the made copies found."""
    for at, name in enumerate(("jaccard", "containment")):
        print(f"{name}\tother event\tsame event\t" + "\t".join(f"copies of {kept:.0%}" for kept in copies))
        for threshold in THRESHOLDS:
            over: Callable[[Share], bool] = lambda share, at=at, threshold=threshold: share[at] >= threshold  # noqa: E731
            counts = [
                sum(over(share) and same is wanted for share, same in pairs) for wanted in (False, True)
            ]
            found = [sum(map(over, shares)) / len(shares) for shares in copies.values()]
            print("\t".join([f"{threshold}", *map(str, counts), *(f"{rate:.2f}" for rate in found)]))


def main(rows: Sequence[dict[str, Any]]) -> None:
    """Print both curves, and how many made copies meet in a key."""
    shingled = [Shingles(row["text"]) for row in rows]
    pairs = [
        (shingled[a].share(shingled[b]), rows[a]["event"] == rows[b]["event"])
        for a, b in combinations(range(len(rows)), 2)
    ]
    draw = random.Random(1)
    made = {kept: [made_copy(row["text"], kept, draw) for row in rows] for kept in (0.9, 0.6, 0.3)}
    curve(pairs, {k: [Shingles(t).share(s) for t, s in zip(made[k], shingled, strict=True)] for k in made})
    print("share of made copies that meet their original in a band or a sentence")
    for kept, texts in made.items():
        met = [
            bool(
                set(Shingles(text).bands()) & set(own.bands())
                or set(sentence_keys(text)) & set(sentence_keys(row["text"]))
            )
            for text, own, row in zip(texts, shingled, rows, strict=True)
        ]
        print(f"{kept:.0%}\t{sum(met) / len(met):.2f}")


if __name__ == "__main__":
    main([json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()])
