"""Names and roles as the Factbook and the CIA's list write them: the family name in capitals, titles cut short."""

import html
import re

from leaders.words import words, written_out

RANKS = re.compile(
    r"^(?:(?:Dr|Gen|Col|Capt|Lt|Adm|Maj|Brig|Sir|Dame|Ratu|Sheikh|Eng|General|Shaykh|Hon)\.? )+|,? (?:Dr|Gen|Col|Capt|Adm|Lt|Brig|Maj)\.$|\((?:Ret|Col|Gen)\.?\)|(?<=Homeland) General$"
)
NAME_PART = re.compile(r'"?[^\W\d_a-z]|a[a-z]{1,2}-[A-Z]')
NUMERALS = frozenset({"II", "III", "IV", "V", "VI", "XIV", "XVI", "XVIII"})
KEPT = frozenset({"II", "III", "IV", "V", "VI", "X", "XIV", "XVI"})
BODIES = frozenset({"CNSP", "GNU"})


def role_and_name(text: str) -> tuple[str, str, str] | None:
    """Role, name and family name of "President Abdelmadjid TEBBOUNE": the family name is in capitals."""
    text = re.sub(r"\s*\((?!prime )[^)]*\)", "", re.sub(r"\s+", " ", html.unescape(text)))
    parts = text.split()
    caps = [i for i, word in enumerate(parts) if is_family(word)]
    if not caps:
        return None
    start = caps[0]
    while start > 0 and is_given(parts[start - 1]):
        start -= 1
    role = RANKS.sub("", " ".join(parts[:start]).strip(" ,")).strip().removesuffix("Sr.").strip()
    name = " ".join(nice(w) for w in parts[start:])
    family = " ".join(nice(parts[i]) for i in caps)
    return (role or "Leader", name.strip(" ,"), family) if start else None


def is_family(word: str) -> bool:
    """Whether a word is in capitals and neither a numeral nor a body's initials."""
    return (
        len(word.strip("-'")) > 1
        and sum(c.isupper() for c in word) > 1
        and word.upper() == word
        and word not in NUMERALS | BODIES
    )


def is_given(word: str) -> bool:
    """Whether a word before the family name is part of the name: no title, in capitals or a particle, no end."""
    return (
        word.strip("()") not in words("title")
        and bool(NAME_PART.match(word) or word in words("particle"))
        and (not word.endswith((".", ",")) or len(word) == 2)
    )


def nice(word: str) -> str:
    """A word in capitals with only its first letters large: "KHAN-MIR" -> "Khan-Mir"."""
    if not word.isupper() or word in KEPT:
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)


def full_role(title: str) -> str:
    """The role with the source's abbreviations written out."""
    for short, full in written_out():
        title = title.replace(short, full)
    return re.sub(r"\s+", " ", re.sub(r"\(.*?\)", "", title)).strip(" ,")
