"""Where bytes come from: a file or standard input, opened, sniffed and measured before anything is parsed."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO

from sayso.errors import InputRefused
from sayso.read.forms import SNIFFED

STDIN = "-"
_KEPT_IN_MEMORY = 16_000_000
_CHUNK = 1 << 20


def text_limit(max_chars: int) -> int:
    """The most bytes that a text of `max_chars` characters can have: four each, in UTF-8 and UTF-32."""
    return 4 * max_chars + 4


def page_limit(max_chars: int) -> int:
    """The most bytes of a page, mail or JSON object: markup and scripts outweigh the words a hundredfold."""
    return max(20_000_000, 100 * max_chars)


@contextmanager
def opened(path: Path | None, stdin: IO[bytes] | None) -> Iterator[IO[bytes]]:
    """The file at `path`, or `stdin`, as a stream of bytes that can be read again from its start.

    Pipes are kept in memory, and beyond 16 MB on disk. Raises InputRefused for what cannot be opened.
    """
    if path is not None and path.is_file():
        try:
            file = path.open("rb")
        except OSError as error:
            raise InputRefused("read", str(path), f"it cannot be opened: {error.strerror}") from error
        with file:
            yield file
        return
    if path is None and stdin is None:
        raise InputRefused("read", "standard input", "nothing is there to read")
    with tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY) as spool:
        with nullcontext(stdin) if path is None else path.open("rb") as stream:
            while stream and (chunk := stream.read(_CHUNK)):
                spool.write(chunk)
        spool.seek(0)
        yield spool


def head_of(stream: IO[bytes]) -> bytes:
    """The first bytes, by which the form is told; the stream stands at its start again."""
    head = stream.read(SNIFFED)
    stream.seek(0)
    return head


def read_all(stream: IO[bytes], limit: int, name: str) -> bytes:
    """All bytes from the start. Raises InputRefused, without reading any, for more than `limit`."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    if size > limit:
        raise InputRefused(
            "read",
            name,
            f"it is {size / 1e6:.1f} MB; the characters allowed need {limit / 1e6:.1f} MB at most: "
            "split it, or raise the limit with --max-chars",
        )
    return stream.read()
