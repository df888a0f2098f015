"""How well `read` finds a page's story: F1 of word 4-grams against gold text, beside bare trafilatura.

The data are pages and texts of AndyTheFactory/newspaper4k (tests/data), in $SAYSO_DATA/html/newspaper4k.

    SAYSO_DATA=... python bench/html_body.py
"""

import os
import re
from collections import Counter
from pathlib import Path

from sayso.read.html import draft_html
from sayso.read.residue import cut_residue


def main() -> None:
    """Print a row per page and the means."""
    from trafilatura import extract

    folder = Path(os.environ["SAYSO_DATA"]) / "html" / "newspaper4k"
    rows = []
    for page in sorted((folder / "html").glob("*.html")):
        gold = folder / "txt" / f"{page.stem}.txt"
        if not gold.exists():
            continue
        data, wanted = page.read_bytes(), gold.read_text("utf-8")
        bare = extract(data, include_comments=False) or ""
        rows.append((page.stem, _f1(bare, wanted), _f1(_ours(data), wanted)))
    print(f"{'page':28}{'trafilatura':>12}{'sayso':>8}")
    for name, bare_score, score in rows:
        print(f"{name:28}{bare_score:12.3f}{score:8.3f}")
    means = [sum(row[n] for row in rows) / len(rows) for n in (1, 2)]
    print(f"{'mean of ' + str(len(rows)):28}{means[0]:12.3f}{means[1]:8.3f}")


def _ours(data: bytes) -> str:
    try:
        return "\n".join(cut_residue(draft_html(data, "page").paragraphs)[0])
    except Exception as error:
        print(error)
        return ""


def _f1(found: str, wanted: str) -> float:
    one, other = _shingles(found), _shingles(wanted)
    both = sum((one & other).values())
    return 2 * both / (sum(one.values()) + sum(other.values()) or 1)


def _shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + size]) for n in range(max(1, len(words) - size + 1)))


if __name__ == "__main__":
    main()
