"""Readers of PolNeAR 1.0 (networkdynamics/PolNeAR): the original folder, or one JSON object a line.

The corpus is political news in English, every attribution marked with source, cue and content (Newell et al.,
LREC 2018). It states no licence and is not part of sayso.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.errors import UsageError
from sayso.evaluate.attribution_gold import ROLES, Annotated, Roles

SPANS = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
EVENT = re.compile(r"E\d+\t(\S+:\S+(?: \S+:\S+)*)\s*$")


def read(path: Path) -> list[Annotated]:
    """The articles of a PolNeAR split, sorted by name, the first annotator's view of each.

    `path` is a folder with `text/*.txt` and `attributions/*.ann` (brat stand-off), or a file of JSON lines
    `{"doc", "text", "attributions": [{"source": [[start, end], ...], "cue", "content"}]}`. Raises UsageError
    for anything else.
    """
    if path.is_dir():
        articles = list(_folder(path))
        if not articles:
            raise UsageError(f"{path}: no attributions/*.ann in it; give one split of PolNeAR")
        return articles
    try:
        lines = path.read_text("utf-8").splitlines()
        return [_article(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: neither a PolNeAR folder nor JSON lines: {error}") from error


def _article(row: dict[str, object]) -> Annotated:
    attributions = row["attributions"]
    if not isinstance(attributions, list):
        raise TypeError("`attributions` is no list")
    return Annotated(str(row["doc"]), str(row["text"]), tuple(attributions))


def _folder(folder: Path) -> Iterator[Annotated]:
    first: dict[str, Path] = {}
    for file in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(file.stem.rsplit("_", 1)[0], file)
    for doc, file in first.items():
        text = next((p for p in (folder / "text" / f"{doc}.txt", folder / "text" / doc) if p.is_file()), None)
        if text is None:
            raise UsageError(f"{file}: no text for it in {folder / 'text'}")
        content = text.read_bytes().decode("utf-8")  # line ends count, so they are not translated
        with file.open(encoding="utf-8") as lines:
            yield Annotated(doc, content, tuple(attributions(lines)))


def attributions(lines: Iterable[str]) -> list[Roles]:
    """The attributions of one .ann file, in text order.

    Only span lines and attribution events count; annotators' notes and the trigger that repeats the cue are
    left out. `Content2` and the like are further pieces of the content.
    """
    spans: dict[str, list[list[int]]] = {}
    events: list[list[str]] = []
    for line in lines:
        if found := SPANS.match(line.rstrip("\n")):
            spans[found[1]] = [[int(n) for n in part.split()] for part in found[2].split(";")]
        elif found := EVENT.match(line):
            events.append(found[1].split())
    result = [roles for roles in (_roles(event, spans) for event in events) if any(roles.values())]
    return sorted(result, key=lambda roles: min(s[0] for pieces in roles.values() for s in pieces))


def _roles(event: list[str], spans: dict[str, list[list[int]]]) -> Roles:
    roles: dict[str, list[list[int]]] = {role: [] for role in ROLES}
    for argument in event:
        label, name = argument.split(":", 1)
        role = label.rstrip("0123456789").lower()
        if role in roles:
            roles[role].extend(spans.get(name, []))
    return {role: sorted(pieces) for role, pieces in roles.items()}
