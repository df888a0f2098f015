"""What stands around the noun of a source: the holder of an office, "who", an age."""

from typing import TYPE_CHECKING

from sayso.resolve.source_nouns import nouns
from sayso.resolve.source_parts import core, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 3
_PERSONAL = frozenset({"his", "her"})


def is_office(part: "list[Token]") -> bool:
    """Whether a source is the office of one who holds a state's: "the mayor's office", "her office"."""
    said = lowered(part)
    if "office" not in lowered(core(part)):
        return False  # "a source in the mayor's office"
    at = said.index("office")
    if said[at + 1 : at + 2] == ["of"]:
        after = [word for word in said[at + 2 : at + 3 + _LONGEST] if word != "the"]
        return any(_holds(after[:size]) for size in range(1, _LONGEST + 1))
    if at == 1 and said[0] in _PERSONAL:
        return True
    owned = any(t.tag_ == "POS" or t.text in ("'", "’", "'s", "’s") for t in part)
    return owned and any(_holds(said[max(0, at - size) : at]) for size in range(1, _LONGEST + 1))


def _holds(said: list[str]) -> bool:
    return " ".join(said) in nouns("office holder")


def shows_people(part: "list[Token]", head: "Token") -> bool:
    """Whether "who" stands right behind a noun, or an age between commas: "the fitter, 24,"."""
    after = [t for t in part if t.i > head.i][:2]
    if after and after[0].text == ",":
        after = after[1:]
    return bool(after) and (after[0].lower_ in ("who", "whose") or (after[0].like_num and len(after[0]) == 2))
