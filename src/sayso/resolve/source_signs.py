"""What the words of a source show: its noun, whether it is named or hidden, the name of a law, medium or firm."""

from typing import TYPE_CHECKING

from sayso.resolve.actors.words import words
from sayso.resolve.source_nouns import Noun, noun_at, nouns
from sayso.resolve.source_parts import lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMING = frozenset({"named", "called"})


def described(head: "list[Token]") -> tuple[Noun | None, bool]:
    """The noun that says what a source is, and whether a name follows it ("the tabloid Kurier")."""
    if len(head) > 1 and all(t.ent_type_ == "PERSON" for t in head) and _noun(head[:1]) is None:
        return None, False
    names = 0
    while (
        names < len(head) and head[-1 - names].text[:1].isupper() and _noun(head[: len(head) - names]) is None
    ):
        names += 1
    return (_noun(head[: len(head) - names]), names > 0) if names < len(head) else (None, False)


def _noun(head: "list[Token]") -> Noun | None:
    """The noun that closes the words; one in capitals is not guessed unless it stands alone as a plural."""
    last = head[-1]
    guess = last.text[:1].islower() or (len(head) == 1 and last.tag_ == "NNS")
    return noun_at(lowered(head), guess)


def gives_name(part: "list[Token]") -> bool:
    """Whether the words say what it is called: "a ferry named Lark"."""
    return any(
        t.lower_ in _NAMING and i + 1 < len(part) and part[i + 1].text[:1].isupper()
        for i, t in enumerate(part)
    )


def is_hidden(tokens: "list[Token]") -> bool:
    """Whether a source asks not to be named, or is "no one"."""
    if tokens and tokens[0].lower_ in ("no", "none", "nobody"):
        return True
    said = [token.lower_ for token in tokens]
    return "not" in said and any(word in said for word in ("named", "identified"))


def veiled(tokens: "list[Token]") -> bool:
    """Whether words beside a source hide who it is."""
    said = " ".join(token.lower_ for token in tokens)
    return (
        is_hidden(tokens)
        or any(t.lower_ in words("veiled") for t in tokens)
        or any(phrase in said for phrase in nouns("veil"))
    )


def is_law(head: "list[Token]") -> bool:
    """Whether the source is a law by its name: "Republic Act No. 9"."""
    return any(t.lower_ in words("law") and t.text[:1].isupper() for t in head[1:])


def is_title(head: "list[Token]") -> bool:
    """Whether a name ends like that of a newspaper or station: "the Hollis Courier"."""
    before = [t for t in head[:-1] if t.lower_ != "the"]
    return (
        bool(before)
        and head[-1].lower_ in nouns("title")
        and all(t.text[:1].isupper() for t in (*before, head[-1]))
    )


def is_firm(head: "list[Token]") -> bool:
    """Whether a name ends like that of a body: "Karst AG"."""
    return len(head) > 1 and head[-1].text[:1].isupper() and head[-1].lower_.rstrip(".") in nouns("firm")
