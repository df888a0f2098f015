"""The form under which a place name is looked up; the gazetteer's builder and its reader share it."""

import re

from sayso.resolve.letters import base_letters

_DROPPED = re.compile(r"['’ʻʼ`‘´ʿʾ.]")
_BREAKS = re.compile(r"[\W_]+")
_SAME = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def key(name: str) -> str:
    """The look-up form of a name: no case, accents, apostrophes or dots; "Saint" is "St", "Mount" is "Mt".

    >>> key("Saint-Denis"), key("Bur Sa`id"), key("P’yŏngyang"), key("Washington, D.C.")
    ('st denis', 'bur said', 'pyongyang', 'washington dc')
    """
    words = _BREAKS.sub(" ", _DROPPED.sub("", base_letters(name))).split()
    if words and words[0] == "the":
        words = words[1:]
    return " ".join([_SAME.get(word, word) for word in words])
