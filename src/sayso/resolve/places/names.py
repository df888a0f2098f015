"""The form under which a place name is looked up; the gazetteer's builder and its reader share it."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ħ": "h"}
)
_DROPPED = re.compile(r"['’ʻʼ`‘´ʿʾ.]")
_BREAKS = re.compile(r"[\W_]+")
_SAME = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def key(name: str) -> str:
    """The look-up form of a name: no case, accents, apostrophes or dots; "Saint" is "St", "Mount" is "Mt".

    >>> key("Saint-Denis"), key("Bur Sa`id"), key("P’yŏngyang"), key("Washington, D.C.")
    ('st denis', 'bur said', 'pyongyang', 'washington dc')
    """
    folded = name.casefold()
    if not folded.isascii():
        split = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(char for char in split if not unicodedata.combining(char)).casefold()
    words = _BREAKS.sub(" ", _DROPPED.sub("", folded)).split()
    if words and words[0] == "the":
        words = words[1:]
    return " ".join([_SAME.get(word, word) for word in words])
