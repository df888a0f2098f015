"""Text without case and accents: what the look-up forms of actors' and places' names share."""

import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ħ": "h"}
)


def base_letters(text: str) -> str:
    """The text with neither case nor accents, and with "ł", "þ" and the like in their usual spelling.

    >>> base_letters("Côte d’Ivoire"), base_letters("ŁÓDŹ"), base_letters("Þingeyri"), base_letters("Ǿster")
    ('cote d’ivoire', 'lodz', 'thingeyri', 'oster')
    """
    folded = text.casefold()
    if folded.isascii():
        return folded
    split = unicodedata.normalize("NFKD", folded)
    bare = "".join(char for char in split if not unicodedata.combining(char))
    return bare.casefold().translate(_LETTERS)
