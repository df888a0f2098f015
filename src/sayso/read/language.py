"""Is it English? py3langid's answer, with short and doubtful texts let through."""

import re
from functools import cache
from typing import Any

from sayso.errors import InputRefused
from sayso.lexicons.load import table
from sayso.records.base import Record

FEWEST_LETTERS = 40
"""Shorter texts are let through: no method is sure of them."""

SURE = 0.6
"""The probability from which another language is believed."""

LOOKED_AT = 1500
"""How many characters are looked at."""

NAMELESS = 15
"""How many letters must be left without the names for those to be asked."""

_NAME = re.compile(r"\b[^\W\d_a-zß-öø-ÿ]\w*")  # a word that begins with a capital

_PIDGIN = frozenset({"di", "dey", "wey", "wetin", "una", "sey", "dem", "don", "dis", "dat", "wan"})
"""Words of Nigerian Pidgin that English has not; without two of them a text is taken for English."""


class LanguageRow(Record, frozen=True, kw_only=True):
    """A row of languages.tsv."""

    code: str
    name: str


def check_english(text: str, name: str) -> None:
    """Raise InputRefused, with the language found, for a text that is surely not English.

    Names of places speak for the language that is spoken there ("Ghana": Nigerian Pidgin), so that another language
    is believed only if the words without capitals are not English either.
    """
    sample = text[:LOOKED_AT]
    if _letters(sample) < FEWEST_LETTERS:
        return
    code, probability = _identifier().classify(sample)
    if code == "en" or probability < SURE or (code == "pcm" and not _is_pidgin(sample)):
        return
    nameless = _NAME.sub("", sample)
    if _letters(nameless) >= NAMELESS and _identifier().classify(nameless)[0] == "en":
        return
    language = {row.code: row.name for row in table("languages.tsv", LanguageRow)}.get(code, code)
    raise InputRefused(
        "read", name, f"it is in {language} ({code}), and sayso reads English: give an English translation"
    )


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _is_pidgin(text: str) -> bool:
    """Whether words of Nigerian Pidgin stand in a text, whose other words English has too."""
    return len(_PIDGIN & set(text.lower().split())) > 1
