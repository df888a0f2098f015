"""Where a place name begins and ends, when spaCy's entity takes in too much or too little."""

from typing import TYPE_CHECKING

from sayso.resolve.places.candidates import whole
from sayso.resolve.places.user import UserPlaces
from sayso.resolve.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_LONGER = 4


def pieces(doc: "Doc", start: int, end: int, mine: UserPlaces | None = None) -> list[tuple[int, int]]:
    """An entity in pieces at its commas and brackets ("Shelby, North Carolina"), unless the whole is one name."""
    commas = [at for at in range(start, end) if doc[at].text in (",", "(", "[")]
    if not commas or whole(doc[start:end].text, mine):
        return [(start, end)]
    return list(zip([start, *(at + 1 for at in commas)], [*commas, end], strict=True))


def bounds(doc: "Doc", start: int, end: int, mine: UserPlaces | None = None) -> tuple[int, int]:
    """The entity at tokens `start`..`end` as a toponym: without "the" and words for a part or type around it,
    whole where the name goes on beyond it. May be empty (`start` not below `end`).
    """
    while start < end and (doc[start].lower_ in ("the", "a") or not doc[start].text[0].isalnum()):
        start += 1
    while end > start and _no_end(doc[end - 1]):
        end -= 1
    while end - start > 1 and doc[start].is_lower:
        start += 1
    for at in range(start + 1, end):
        if doc[at].text in (".", "--", "—", "/") or (doc[at].text in "-–" and doc[at].whitespace_):
            end = at
            break
    while end - start > 1 and doc[end - 1].is_lower:
        end -= 1
    return _extended(doc, start, end, mine) if start < end else (start, end)


def _no_end(token: "Token") -> bool:
    """Whether no name ends with this token: a possessive, or punctuation that is no abbreviation's dot."""
    if token.lower_ in ("'s", "’s"):
        return True
    return not token.text[-1].isalnum() and not (token.text.endswith(".") and len(token.text) > 1)


def _extended(doc: "Doc", start: int, end: int, mine: UserPlaces | None) -> tuple[int, int]:
    """The bounds moved out, where the gazetteer knows the longer name."""
    following = doc[end].text if end < len(doc) else ""
    if following == "." and "." in doc[end - 1].text and not doc[end - 1].whitespace_:
        return start, end + 1
    capital_next = doc[end + 1 : end + 2].text[:1].isupper()
    if following == "," and capital_next and whole(doc[start : end + 2].text, mine):
        return start, end + 2
    for further in range(min(end + _LONGER, len(doc)), end, -1):
        inner = doc[end:further]
        goes_on = joined(inner) and inner[0].text not in ("and", ",")
        if goes_on and whole(doc[start:further].text, mine):
            return start, further
    before = doc[start - 1] if start else None
    outside = before is not None and before.pos_ in ("PROPN", "ADJ") and not before.ent_type_
    if before is not None and outside and before.text[0].isupper() and whole(doc[start - 1 : end].text, mine):
        return start - 1, end
    return start, end


def joined(tokens: "Tokens") -> bool:
    """Whether these tokens can be in one name: capitals and joining words, a capital last."""
    capital = tokens[-1].text[0].isupper()
    return capital and all(t.text[0].isupper() or t.text in words("joining") for t in tokens)
