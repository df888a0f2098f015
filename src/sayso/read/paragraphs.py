"""Plain text -> its paragraphs: blank lines, one paragraph a line, or wrapped lines."""

import re
from collections.abc import Iterator

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")

WRAP_WIDTH = 100
"""No hand or mail program wraps lines wider than this; a longer line is a paragraph of its own."""

PROSE_WIDTH = 60
"""A line as long as this is prose, not a heading or a button."""


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, trimmed, in order; none is empty.

    Blank lines part paragraphs. Between them, each line is a paragraph where the text's lines are too long to be
    wrapped, or where each ends a sentence. Else lines are wrapped: they make one paragraph, which keeps its
    newlines, up to a line that ends early although the next word would have fitted.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    prose = [len(line) > WRAP_WIDTH for line in lines if len(line) >= PROSE_WIDTH]
    unwrapped = sum(prose) > 0.2 * len(prose)
    width = max((len(line.strip()) for line in lines if len(line) <= WRAP_WIDTH), default=0)
    blocks = (block for block in _BLANK.split(text) if block.strip())
    return tuple(paragraph for block in blocks for paragraph in _parted(block, width, unwrapped))


def _parted(block: str, width: int, unwrapped: bool) -> Iterator[str]:
    lines = [line for line in block.split("\n") if line.strip()]
    if unwrapped or all(_ENDS_SENTENCE.search(line) for line in lines):
        yield from (line.strip() for line in lines)
        return
    gathered: list[str] = []
    for number, line in enumerate(lines):
        if gathered and _starts_anew(line, lines[number - 1], number == 1, width):
            yield "\n".join(gathered).strip()
            gathered = []
        gathered.append(line.rstrip())
    yield "\n".join(gathered).strip()


def _starts_anew(line: str, before: str, second: bool, width: int) -> bool:
    """Whether a line begins a paragraph: indented, too long to be wrapped, or after a line that ends early.

    An early end counts where a sentence, a headline (the block's first line) or a very short line ends there.
    """
    if len(line) > WRAP_WIDTH or len(before) > WRAP_WIDTH:
        return True
    if line[:1].isspace() and not before[:1].isspace():
        return True
    ended = before.strip()
    fitting = len(ended) + 1 + len(line.split(None, 1)[0])
    if fitting >= 0.85 * width or line.lstrip()[:1].islower() or ended.endswith(","):
        return False
    return second or len(ended) < 0.5 * width or bool(_ENDS_SENTENCE.search(ended))
