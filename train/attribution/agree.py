"""How far two readers of the same passages agree: relation F1 as `sayso score polnear` has it, and exact matches.

SAYSO_DATA=... python train/attribution/agree.py own own/held
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from marked import Passage, read

from sayso.evaluate.attribution_score import RELATIONS, cover, matched, similar


def covered(passage: Passage) -> list[dict]:
    """The statements as token numbers of each role."""
    tokens = cover(passage.text)
    return [{role: tokens(spans) for role, spans in each.items()} for each in passage.statements]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    args = parser.parse_args()
    data = Path(os.environ["SAYSO_DATA"])
    firsts = {passage.text: covered(passage) for passage in read(args.first, data)}
    seconds = [passage for passage in read(args.second, data) if passage.text in firsts]
    pairs = [(firsts[passage.text], covered(passage)) for passage in seconds]
    total = sum(len(one) + len(two) for one, two in pairs)
    same = sum(len(matched(one, two, similar(RELATIONS["relation"]))) for one, two in pairs)
    exact = sum(each in two for one, two in pairs for each in one)
    print(f"{len(pairs)} passages, {total / 2:.0f} statements a reader")
    print(f"relation F1 {2 * same / total:.3f}; the same words in each role {2 * exact / total:.3f}")


if __name__ == "__main__":
    main()
