"""The parts of a source: the things that it joins, and of each the words up to its head and those beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.resolve.actors.words import words
from sayso.resolve.source.nouns import noun_at, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_AND = frozenset({"and", "or", "nor", "&"})


def parts(tokens: "list[Token]") -> "Iterator[list[Token]]":
    """The things that a source joins: "the ministry, the customs office and Oxfam"; one where it joins nothing."""
    rest = list(tokens)
    cuts = [
        i
        for i, t in enumerate(rest)
        if t.lower_ in _AND and 0 < i < len(rest) - 1 and _ends(rest[i - 1]) and not _of_firm(rest, i)
    ]
    closed = next((i for i, t in enumerate(rest) if t.tag_ in ("WP", "WDT") or t.pos_ == "ADP"), len(rest))
    cuts = [i for i in cuts if i < closed]
    if not cuts:
        yield rest
        return
    marks = [i for i, t in enumerate(rest[: cuts[-1]]) if t.text == "," or i in cuts] + [cuts[-1]]
    start = 0
    for mark in dict.fromkeys([*marks, len(rest)]):
        if rest[start:mark]:
            yield rest[start:mark]
        start = mark + 1


def _of_firm(tokens: "list[Token]", i: int) -> bool:
    """Whether a sign stands between two names, as in that of a firm: "Oakham & Pryce"."""
    return tokens[i].text == "&" and tokens[i - 1].text[:1].isupper() and tokens[i + 1].text[:1].isupper()


def _ends(token: "Token") -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON") and token.tag_ != "JJ"


def core(part: "list[Token]") -> "list[Token]":
    """The words of a part up to its head: no clause, no "of ...", no owner before it."""
    part = _after_quantity(part)
    if _ends_in_post(part):
        return part[-1:]
    kept: list[Token] = []
    for i, token in enumerate(part):
        if token.text in ("-", "–") or token.text in _QUOTES:
            continue
        if _owns(token):
            kept.append(token)
            continue
        joined = i > 0 and part[i - 1].text in ("-", "–")
        nominal = bool(kept) and not joined and kept[-1].pos_ in ("NOUN", "PROPN", "NUM", "PRON")
        follows = part[i + 1].pos_ if i + 1 < len(part) else ""
        if (
            token.is_punct
            or (token.tag_ in ("WP", "WDT", "TO", "WP$") and not (len(token) > 1 and token.is_upper))
            or (nominal and (_closes(token, follows) or token.pos_ == "PRON"))
        ):
            if kept:
                break
            continue
        kept.append(token)
    owner = max((i for i, t in enumerate(kept) if _owns(t)), default=-1)
    return kept[owner + 1 :] if owner + 1 < len(kept) else [t for t in kept if not _owns(t)]


def _ends_in_post(part: "list[Token]") -> bool:
    """Whether a name with "of" in it only says of what somebody is the holder: "Bank of Ghana governor"."""
    if len(part) < 4 or not any(t.lower_ == "of" for t in part[1:-2]):
        return False
    first, last = noun_at([part[0].lower_], guess=False), part[-1]
    if first is not None and first.person:
        return False  # "Leader of Leeds council"
    root = last.head == last or last.head.i not in range(part[0].i, last.i)
    return root and last.text.islower() and last.tag_ == "NN" and all(t.is_title for t in (part[0], part[-2]))


def _owns(token: "Token") -> bool:
    """Whether a token is the ending of an owner: "the dockers' union"."""
    return token.tag_ == "POS" or token.text in ("'", "’", "'s", "’s")


def _closes(token: "Token", follows: str) -> bool:
    """Whether a word after a noun begins what is said of it: "in the north", "seen by us", "familiar with"."""
    if token.text[:1].isupper() or (token.lower_ in nouns("media") and _ends_or_names(token, follows)):
        return False  # "a Catalan daily" is taken for an adverb
    if token.pos_ in ("ADP", "SCONJ", "ADV", "PART") and token.tag_ != "POS":
        return True
    if token.tag_ in ("VBG", "VBN") and token.dep_ == "acl":
        return True  # "the union representing cabin crew", "the report dated May 3"
    return token.pos_ in ("VERB", "AUX", "ADJ") and follows not in ("NOUN", "PROPN", "ADJ")


def _ends_or_names(token: "Token", follows: str) -> bool:
    """Whether nothing stands behind a word, or a name: "the daily Horn"."""
    return not follows or token.nbor().text[:1].isupper()


def _after_quantity(part: "list[Token]") -> "list[Token]":
    """The words after "dozens of", "seven of nine": what they count is what speaks."""
    for i, token in enumerate(part[:5]):
        if token.lower_ == "of" and i:
            last = part[i - 1]
            if any(t.pos_ == "ADP" or t.text == "," for t in part[: i - 1]):
                return part  # "a teacher in one of the villages", "Ada Lindt, one of 30 men"
            counts = last.lower_ in words("quantity") - nouns("not quantity")
            return part[i + 1 :] if counts or last.like_num else part
    return part


def apposed(part: "list[Token]") -> "list[Token]":
    """What stands between the first comma of a part and the next: "the insurer, Polaris Re, said"."""
    first = next((i for i, t in enumerate(part) if t.text == "," and i), None)
    if first is None:
        return []
    if any(t.lower_ in ("of", "from") for t in part[:first]) and is_name(core(part)):
        return []
    rest = part[first + 1 :]
    if _belongs_to_firm(part[:first], rest):
        return []
    end = next((i for i, t in enumerate(rest) if t.text == ","), len(rest))
    return [] if rest and rest[0].tag_ in ("WP", "WDT", "WP$", "VBG", "VBN", "IN") else rest[:end]


def _belongs_to_firm(before: "list[Token]", rest: "list[Token]") -> bool:
    """Whether what a comma parts off describes whose the post is: "the head of Little Fern, a maker of chatbots"."""
    at = next((i for i, t in enumerate(before) if t.lower_ in ("of", "at")), 0)
    if not at or not before[-1].text[:1].isupper() or not rest or rest[0].lower_ not in ("a", "an"):
        return False
    noun = noun_at(lowered(before[:at]), guess=False)
    return noun is not None and noun.person and before[at - 1].text.islower()


def is_name(head: "list[Token]") -> bool:
    """Whether words are a name and no noun: all in capitals but articles."""
    said = [t for t in head if t.lower_ not in nouns("particle") and not _joined(t)]
    return bool(said) and all(t.text[:1].isupper() for t in said)


def _joined(token: "Token") -> bool:
    """Whether a hyphen joins a word to the one before: "Jae-gwon"."""
    return token.i > 0 and token.doc[token.i - 1].text == "-"


def lowered(tokens: "list[Token]") -> list[str]:
    """The words in lower case, without hyphens and the endings of owners."""
    return [t.lower_ for t in tokens if t.text not in ("-", "–") and t.tag_ != "POS"]


def takes_plural(name: "list[Token]") -> bool:
    """Whether the verb of a lone singular name is a plural's: "Celtic have asked"."""
    last = name[-1]
    verb = last.head
    if (
        last.tag_ != "NNP"
        or last.dep_ != "nsubj"
        or verb.i < last.i
        or any(t.dep_ == "conj" for t in last.children)
    ):
        return False
    if verb.tag_ == "VBP" and verb.i == last.i + 1 and last.text.isalpha():
        return True  # "Liverpool deny bid"
    verbs = [verb, *(t for t in verb.children if t.dep_ == "aux")]
    near = (t for t in verbs if last.i < t.i <= last.i + 2)
    return any(t.lower_ in ("have", "are", "were") and t.tag_ in ("VBP", "VBD") for t in near)
