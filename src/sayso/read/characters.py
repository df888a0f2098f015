"""Which characters a report keeps: all of its own but controls and halves of broken pairs."""

import re
from collections.abc import Mapping

from sayso.errors import InputRefused

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MOJIBAKE = re.compile("\u00e2\u20ac|\u00c3[\u00a0-\u00bf]|\u00c2[\u00a0-\u00bf]")

LARGEST_SHARE_LOST = 0.02
"""A text that loses more than this share of its characters is none."""


def keep_characters(text: str, name: str) -> tuple[str, Mapping[str, int]]:
    """The text, line ends as newlines, without control characters and lone surrogates; and their counts.

    Raises InputRefused for a text that is binary or was decoded with the wrong encoding.
    """
    text = _LINE_ENDS.sub("\n", text)
    text, controls = _CONTROLS.subn("", text)
    text, surrogates = _SURROGATES.subn("", text)
    whole = len(text) + controls + surrogates
    if controls + surrogates > max(8, whole * LARGEST_SHARE_LOST):
        raise InputRefused(
            "read",
            name,
            f"it is not text: {controls + surrogates} of its {whole} characters are control characters. "
            "Give it as plain text.",
        )
    _check_decoding(text, name)
    counts = {"control character": controls, "lone surrogate": surrogates}
    return text, {kind: count for kind, count in counts.items() if count}


def _check_decoding(text: str, name: str) -> None:
    replaced = text.count("\ufffd")
    if replaced > max(3, len(text) * LARGEST_SHARE_LOST / 4):
        raise InputRefused(
            "read",
            name,
            f"it holds {replaced} replacement characters (U+FFFD): it was decoded with the wrong encoding "
            "before. Read the original again with its own encoding, and save as UTF-8.",
        )
    garbled = _MOJIBAKE.findall(text)
    if len(garbled) >= 3 and len(garbled) > len(text) / 1000:
        raise InputRefused(
            "read",
            name,
            f"its characters are garbled in {len(garbled)} places (such as {garbled[0]!r}): UTF-8 "
            "was read as Windows-1252 before. Save the original as UTF-8 again.",
        )
