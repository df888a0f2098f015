"""The form under which a name is looked up: pieces without case, accents, dots and apostrophes."""

import re
from functools import lru_cache

from sayso.resolve.letters import base_letters

_DROPPED = re.compile(r"['’ʻʼ`‘´.]")
_PIECE = re.compile(r"[^\W_]+|\+|&")


@lru_cache(maxsize=65_536)
def fold(text: str) -> tuple[str, ...]:
    """The look-up pieces of a word or name.

    >>> fold("Jean-Yves Le Drian"), fold("U.S."), fold("Côte d’Ivoire")
    (('jean', 'yves', 'le', 'drian'), ('us',), ('cote', 'divoire'))
    """
    return tuple(_PIECE.findall(_DROPPED.sub("", base_letters(text))))


def key_of(name: str) -> str:
    """A name's normalised form, as it stands in an actor's key."""
    pieces = fold(name)
    return " ".join(pieces[1:] if pieces[:1] == ("the",) else pieces)
