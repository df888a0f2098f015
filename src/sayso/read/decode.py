"""Bytes -> text: byte order marks, UTF-8, a declared charset, and a careful guess."""

import codecs
import re
from typing import NamedTuple

from sayso.errors import InputRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I
)
_GUESSED_FROM = 200_000


class Decoded(NamedTuple):
    """Text, and the encoding it was read with."""

    text: str
    encoding: str


def decode(data: bytes, name: str, *, declared: str | None = None, markup: bool = False) -> Decoded:
    """The text of `data`. `declared` is what a mail or server says; `markup` looks for a charset in a page.

    In this order: byte order mark, UTF-16 without a mark, UTF-8, the declared charset, the best guess. Raises
    InputRefused where none of them reads the bytes.
    """
    encoding, skip = encoding_of(data, declared=declared or (declared_in(data) if markup else None))
    if encoding is None:
        raise InputRefused("read", name, UNDECODABLE)
    try:
        return Decoded(data[skip:].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise InputRefused(
            "read",
            name,
            f"byte {error.start + skip} cannot be read as {encoding}: the file is damaged or in another "
            "encoding. Save it as UTF-8.",
        ) from error


UNDECODABLE = "its bytes are in no encoding known here (UTF-8, UTF-16, Windows-1252, ...): save it as UTF-8"


def encoding_of(data: bytes, *, declared: str | None = None) -> tuple[str | None, int]:
    """The encoding of `data` (None: unknown) and how many bytes of byte order mark come first."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    if wide := _wide(data):
        return wide, 0
    if is_utf8(data):
        return "utf-8", 0
    if declared and (known := _known(declared)):
        try:
            data.decode(known)
        except UnicodeDecodeError:
            pass
        else:
            return known, 0
    return _guess(data), 0


def declared_in(page: bytes) -> str | None:
    """The charset that an HTML page declares in its first 4 kB."""
    found = _DECLARED.search(page[:4096])
    return found[1].decode("ascii") if found else None


def is_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8; a character cut off at the very end counts as such."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of western text is NUL."""
    head = data[:4000]
    if len(head) < 4:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < len(head) * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) * 0.3 and odd < len(head) * 0.05 else None


def _known(encoding: str) -> str | None:
    """Python's name of an encoding; "latin-1" and "ascii" mean Windows-1252, as in browsers."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _guess(data: bytes) -> str | None:
    """Windows-1252 where it gives plain western text, else what charset-normalizer takes it for."""
    sample = data[:_GUESSED_FROM]
    if _is_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, threshold=0.15).best()
    return best.encoding if best is not None else None


def _is_western(sample: bytes) -> bool:
    """Bytes beyond ASCII are few, and are quotes, dashes or accented letters in Windows-1252."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = [c for c in text if ord(c) > 127]
    controls = sum(ord(c) < 32 and c not in "\t\n\r\f" for c in text)
    odd = sum(not (c.isalpha() or c in "‘’“”–—…•£€©®°«»§·½¼¾\xa0") for c in beyond)
    return controls == 0 and len(beyond) < 0.1 * len(text) and odd <= 0.2 * len(beyond)
