"""Lemmas of forms whose consonant is not doubled: "staged" is of "stage", not of "stag" ("stagged").

spaCy's lemmatizer takes the first known word that "-ed" or "-ing" leaves: "stag", "wag", "hop", "rag". But a verb of
one syllable that ends in one vowel and one consonant doubles that consonant, so that such a form is never its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.attrs import LEMMA, LOWER

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DOUBLES = re.compile(r"(?:[^aeiou\W]|qu)*[aeiou][bcdfgklmnprtvz]")
_ENDS = ("ed", "ing")


def mend_lemmas(doc: Doc) -> Doc:
    """Give such forms the lemma with its "e"."""
    strings = doc.vocab.strings
    for at, (form, lemma) in enumerate(doc.to_array([LOWER, LEMMA]).tolist()):
        if form != lemma and (mended := mended_lemma(strings[form], strings[lemma])) is not None:
            doc[at].lemma_ = mended
    return doc


@lru_cache(maxsize=1 << 16)
def mended_lemma(form: str, lemma: str) -> str | None:
    """The lemma of a form that its own would have doubled; None where it may stand.

    >>> mended_lemma("staged", "stag"), mended_lemma("planned", "plan"), mended_lemma("waging", "wag")
    ('stage', None, 'wage')
    """
    undoubled = any(form == lemma + end for end in _ENDS) and _DOUBLES.fullmatch(lemma) is not None
    return f"{lemma}e" if undoubled else None
