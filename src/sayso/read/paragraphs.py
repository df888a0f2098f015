"""Plain text -> its paragraphs: blank lines, one paragraph a line, or wrapped lines."""

import re
from collections.abc import Iterator

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")

WRAP_WIDTH = 100
"""No hand or mail program wraps lines wider than this; a longer line is a paragraph of its own."""


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, trimmed, in order; none is empty.

    Blank lines part paragraphs. Between them, lines are taken as one wrapped paragraph, which keeps its
    newlines, or as a paragraph each where they are too long to be wrapped or each ends a sentence.
    """
    blocks = (block for block in _BLANK.split(text) if block.strip())
    return tuple(paragraph for block in blocks for paragraph in _lines_apart(block))


def _lines_apart(block: str) -> Iterator[str]:
    lines = [line for line in block.split("\n") if line.strip()]
    if len(lines) == 1:
        yield block.strip()
        return
    width = max(len(line.strip()) for line in lines)
    if width > WRAP_WIDTH or all(_ENDS_SENTENCE.search(line) for line in lines):
        yield from (line.strip() for line in lines)
    else:
        yield from _wrapped(lines, width)


def _wrapped(lines: list[str], width: int) -> Iterator[str]:
    """Join wrapped lines; at an indent, or after a sentence (or headline) that ends well before the margin,
    start anew.
    """
    gathered: list[str] = []
    for number, line in enumerate(lines):
        indented = line[:1].isspace() and not lines[number - 1][:1].isspace()
        ended = number == 1 or (gathered and _ENDS_SENTENCE.search(gathered[-1]))
        if gathered and (indented or (ended and _ends_early(gathered[-1], line, width))):
            yield "\n".join(gathered).strip()
            gathered = []
        gathered.append(line.rstrip())
    yield "\n".join(gathered).strip()


def _ends_early(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would have fitted on this line: then the break was meant."""
    fitting = len(line.strip()) + 1 + len(after.split(None, 1)[0])
    return fitting < 0.85 * width and not after.lstrip()[:1].islower() and line.strip().count(" ") > 1
