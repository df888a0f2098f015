"""Whether a word stands inside a quotation of its paragraph."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 120


def in_quotation(doc: "Doc", i: int) -> bool:
    """Whether the nearest quotation mark before token `i` opens one; straight marks open and close in turn."""
    straight = 0
    for k in range(i - 1, max(-1, i - _REACH), -1):
        text = doc[k].text
        if "\n\n" in text:
            break
        if text in ("“", "„", "«"):
            return True
        if text in ("”", "»"):
            return False
        straight += text == '"'
    return straight % 2 == 1
